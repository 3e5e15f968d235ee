import { isRouteErrorResponse, useRouteError } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { Refused } from '#app/domain/refusal.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { SearchField } from '#app/ui/controls/search-field.tsx';
import { KeptWords } from './kept-words.tsx';
import { LogoMark } from './logo.tsx';
import { RefusedForm } from './refused-act.tsx';
import { useShell } from './viewer.ts';

type Trouble = {
  status: number;
  /** Set where a form was refused that has no page of its own to be shown on. */
  form?: Refused;
  because?: { key: string; values?: Record<string, string | number> };
  typed?: Record<string, string | string[]>;
  reference?: string;
};

function troubleOf(error: unknown): Trouble {
  if (!isRouteErrorResponse(error)) return { status: 500 };
  const data = error.data as Partial<Refused> & { reference?: string };
  const isForm = data?.refusal !== undefined && data.typed !== undefined && error.status !== 401;
  return {
    status: error.status,
    form: isForm ? (data as Refused) : undefined,
    because: data?.refusal?.because,
    typed: data?.typed,
    reference: data?.reference,
  };
}

const known = [401, 403, 404, 405, 409, 413, 422, 429, 500];

function kindOf(status: number): number {
  if (known.includes(status)) return status;
  return status < 500 ? 404 : 500;
}

/** What the window is called while something could not be shown; undefined on every other page. */
export function useErrorTitle(): string | undefined {
  const { t } = useTranslation();
  const error = useRouteError();
  if (error === undefined || error === null) return undefined;
  const { status, form } = troubleOf(error);
  return form ? t('site:refusedAct.title') : t(`site:error.${kindOf(status)}.title`);
}

/** Something could not be shown: why, what was typed, and what to do instead. */
export function ErrorPage() {
  const { t } = useTranslation();
  const shell = useShell();
  const { status, form, because, typed, reference } = troubleOf(useRouteError());
  const kind = kindOf(status);
  if (form) return <RefusedForm refused={form} />;
  return (
    <div className="mx-auto w-full max-w-reading px-4 pt-12">
      <LogoMark className="mb-6 size-14" />
      <p className="figures text-sm font-semibold text-muted">{t('site:error.code', { status })}</p>
      <h1 className="text-3xl sm:text-4xl">{t(`site:error.${kind}.title`)}</h1>
      <div className="mt-4 space-y-6">
        <p className="text-lg">{because ? t(because.key, because.values ?? {}) : t(`site:error.${kind}.why`)}</p>
        <p className="text-muted">{t(`site:error.${kind}.instead`)}</p>
        {reference && (
          <p>
            {t('site:error.reference')}{' '}
            <code className="rounded bg-sunken px-2 py-1 font-semibold select-all">{reference}</code>
          </p>
        )}
        <KeptWords typed={typed} />
        {kind === 404 && (
          <search>
            <form action={paths.ideas()} method="get">
              <SearchField label={t('site:home.searchLabel')} placeholder={t('site:home.searchPlaceholder')} />
            </form>
          </search>
        )}
        <div className="flex flex-wrap gap-3">
          {kind === 401 ? (
            <ButtonLink to={paths.signIn({ next: shell?.here })}>{t('site:nav.signIn')}</ButtonLink>
          ) : null}
          <ButtonLink to={paths.home()} tone={kind === 401 ? 'secondary' : 'primary'} icon="home" reloadDocument>
            {t('site:error.home')}
          </ButtonLink>
          <ButtonLink to={paths.ideas()} tone="secondary" reloadDocument>
            {t('site:nav.ideas')}
          </ButtonLink>
        </div>
      </div>
    </div>
  );
}
