import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { forAnyone } from '#app/routes/door.server.ts';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { endpoints } from './contract.ts';
import { describeApi, parametersOf } from './describe.server.ts';
import { apiLimit } from './door.server.ts';

export const handle: PageHandle = {
  title: (t) => t('api:title'),
  description: (t) => t('api:lead'),
};

type Shape = { type?: string | string[]; enum?: string[]; items?: Shape; anyOf?: Shape[]; properties?: Shapes };
type Shapes = Record<string, Shape & { description?: string }>;

/** "text", "list of idea | research", "number": what a parameter or field holds, for people. */
function kindOf(shape: Shape): string {
  if (shape.enum !== undefined) return shape.enum.join(' | ');
  if (shape.anyOf !== undefined) return shape.anyOf.map(kindOf).join(' | ');
  if (shape.type === 'array') return `[ ${kindOf(shape.items ?? {})} ]`;
  if (shape.type === 'object') return '{ … }';
  return String(shape.type ?? '');
}

const examples: Record<string, string> = {
  ideas: '/api/v1/ideas?q=nuoc%20sach&stage=idea',
  contests: '/api/v1/contests?phase=open',
  units: '/api/v1/units?q=ha%20giang',
};

export const loader = forAnyone(async ({ locale, url }) => {
  const described = describeApi({ origin: url.origin, locale });
  const { schemas } = described.components as { schemas: Record<string, { properties: Shapes }> };
  return {
    limit: apiLimit,
    endpoints: endpoints.map(({ name, path, query }) => ({
      name,
      path,
      example: examples[name] ?? null,
      parameters: parametersOf(query, locale).map(({ schema, ...rest }) => ({ ...rest, kind: kindOf(schema) })),
      answer: Object.entries(schemas[name]!.properties).map(([field, shape]) => ({
        name: field,
        kind: kindOf(shape),
        description: shape.description ?? '',
      })),
    })),
  };
});

export default function Guide() {
  const { t } = useTranslation();
  const { endpoints, limit } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('api:title')}
      lead={t('api:lead')}
      width="reading"
      actions={
        <ButtonLink to={paths.apiDescription()} tone="secondary" icon="download" reloadDocument>
          {t('api:document')}
        </ButtonLink>
      }
    >
      <Section title={t('api:manners')}>
        <ul className="list-disc space-y-2 pl-5">
          <li>{t('api:repeat')}</li>
          <li>{t('api:keep')}</li>
          <li>{t('api:limits', limit)}</li>
          <li>{t('api:privacy')}</li>
        </ul>
      </Section>
      {endpoints.map(({ name, path, example, parameters, answer }) => (
        <Section key={name} title={t(`api:endpoints.${name}.title`)} lead={t(`api:endpoints.${name}.text`)}>
          <p className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
            <code className="rounded-field border border-line bg-surface px-3 py-2 font-mono text-sm wrap-anywhere">
              GET {path}
            </code>
            {example !== null && (
              <a href={example} className="link">
                {t('api:try')}
              </a>
            )}
          </p>
          <Told title={t('api:parameters')} rows={parameters} />
          <details className="group mt-4">
            <summary className="link cursor-pointer">{t('api:answer')}</summary>
            <Told title={t('api:answer')} rows={answer} />
          </details>
        </Section>
      ))}
    </Page>
  );
}

/** A name, what it holds and what it means: three columns, on a phone one below the other. */
function Told({ title, rows }: { title: string; rows: { name: string; kind: string; description: string }[] }) {
  return (
    <dl aria-label={title} className="divide-y divide-line border-y border-line text-sm">
      {rows.map(({ name, kind, description }) => (
        <div key={name} className="gap-x-4 py-2 sm:grid sm:grid-cols-[8rem_minmax(0,1fr)]">
          <dt className="font-mono font-semibold wrap-anywhere">{name}</dt>
          <dd>
            {description}
            <span className="block font-mono text-xs wrap-anywhere text-muted">{kind}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
