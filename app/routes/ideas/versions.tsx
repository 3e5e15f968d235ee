import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findVersions } from '#app/domain/ideas/find-versions.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { Badge } from '#app/ui/controls/badge.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { DifferenceView } from '#app/ui/ideas/difference-view.tsx';
import { IdeaBrief } from '#app/ui/ideas/idea-brief.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { insistOnAddress } from './present-address.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('ideas:versions.title'), noindex: true };

export const loader = forMembers(async ({ person, part, url }) => {
  const asked = Number(url.searchParams.get('ban'));
  const number = Number.isInteger(asked) && asked > 0 ? asked : undefined;
  const versions = await findVersions({ by: person, slug: part('slug'), number });
  insistOnAddress(url, part('slug'), versions);
  return versions;
});

export default function Versions() {
  const { t } = useTranslation();
  const { slug, versions, shown } = useLoaderData<typeof loader>();
  const title = versions[0]?.title ?? t('ideas:untitled');
  return (
    <Page
      title={t('ideas:versions.title')}
      lead={t('ideas:versions.lead')}
      width="reading"
      trail={[{ to: paths.idea({ slug }), label: title }]}
    >
      <Table
        caption={t('ideas:versions.title')}
        captionHidden
        cards
        rows={versions}
        rowKey={(version) => version.number}
        empty={<EmptyState title={t('ideas:versions.none')}>{t('ideas:versions.noneWhy')}</EmptyState>}
        columns={[
          {
            key: 'number',
            label: t('ideas:versions.title'),
            heading: true,
            cell: (version) => (
              <Link to={`?ban=${version.number}`} preventScrollReset className="link">
                {t('ideas:versions.number', { number: version.number })}
              </Link>
            ),
          },
          { key: 'by', label: t('ideas:versions.by'), cell: (version) => version.by },
          { key: 'when', label: t('moderation:queue.columns.at'), cell: (version) => <Time at={version.at} /> },
          {
            key: 'fate',
            label: t('ideas:versions.fate'),
            cell: (version) => (
              <div className="space-y-1">
                <p className="flex flex-wrap gap-2">
                  {t(`ideas:versions.fates.${version.fate}`)}
                  {version.public && <Badge tone="ok">{t('ideas:versions.public')}</Badge>}
                </p>
                {version.fate !== 'PUBLISHED' && version.reason && (
                  <p className="text-muted">{t(`moderation:decision.reasons.${version.reason}`)}</p>
                )}
                {version.note && <p className="as-typed text-muted">{version.note}</p>}
              </div>
            ),
          },
        ]}
      />
      {shown && shown.from !== null && (
        <Section
          title={t('ideas:versions.changesTitle', { from: shown.from, to: shown.to })}
          lead={t('ideas:versions.legend')}
        >
          {shown.changes.length === 0 ? <p>{t('ideas:versions.same')}</p> : <DifferenceView changes={shown.changes} />}
        </Section>
      )}
      {shown && (
        <Section title={t('ideas:versions.firstTitle', { number: shown.to })}>
          <p className="mb-2 text-xl font-semibold wrap-anywhere">{shown.text.title}</p>
          <p className="mb-4 text-muted wrap-anywhere">{shown.text.abstract}</p>
          <IdeaBrief text={shown.text} level={3} />
        </Section>
      )}
    </Page>
  );
}
