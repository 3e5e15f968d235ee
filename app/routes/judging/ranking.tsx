import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findRanking } from '#app/domain/judging/find-ranking.server.ts';
import { rankRound } from '#app/domain/judging/rank-round.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { useManagedTrail } from '#app/ui/contests/managed-contest-tabs.tsx';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Num } from '#app/ui/controls/num.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { RoundTabs } from '#app/ui/judging/round-tabs.tsx';
import { StandingsTable } from '#app/ui/judging/standings-table.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => `${t('judging:round.ranking')} – ${data.round.name}`,
};

export const loader = forOfficers(async ({ person, part }) =>
  findRanking({ slug: part('slug'), number: Number(part('number')) || 0, by: person }),
);

export const action = forOfficers(async ({ person, part }) => {
  const slug = part('slug');
  const number = Number(part('number')) || 0;
  await rankRound({ by: person, slug, number });
  return redirect(paths.ranking({ slug }, { number }));
});

export default function RankingPage() {
  const { t } = useTranslation();
  const { contest, round, ranking, cut } = useLoaderData<typeof loader>();
  return (
    <Page
      title={round.name}
      trail={useManagedTrail(contest)}
      actions={
        round.state === 'CLOSED' ? (
          <ActButton action={paths.ranking(contest, round)} label={t('judging:rankingPage.again')} size="sm" />
        ) : undefined
      }
    >
      <RoundTabs contest={contest} round={round} />
      {ranking === null ? (
        <EmptyState icon="chart" title={t('judging:rankingPage.none')}>
          {t('judging:rankingPage.noneWhy')}
        </EmptyState>
      ) : (
        <>
          <p className="text-muted">
            {t('judging:rankingPage.computed', { count: ranking.sheets })} <Time at={ranking.computedAt} />.{' '}
            {t(`judging:decidedBy.${ranking.method}`)}
          </p>
          {round.state !== 'PUBLISHED' && <Notice>{t('judging:rankingPage.notPublic')}</Notice>}
          {ranking.why && <Notice tone="warning">{t(`judging:noModel.${ranking.why as 'one-judge'}`)}</Notice>}
          {!ranking.comparable && <Notice tone="warning">{t('judging:results.notComparable')}</Notice>}
          {contest.divisions.map((division) => {
            const own = ranking.standings.filter((standing) => standing.division.slug === division.slug);
            const components = [...new Set(own.map(({ component }) => component))];
            return components.map((component, index) => (
              <Section
                key={`${division.slug}-${component}`}
                title={
                  components.length > 1
                    ? t('judging:results.group', { division: division.name, number: index + 1 })
                    : division.name
                }
              >
                <StandingsTable
                  caption={division.name}
                  method={ranking.method}
                  cut={cut}
                  wanted={round.reviewsPerEntry}
                  rows={own
                    .filter((standing) => standing.component === component)
                    .map((standing) => ({
                      ...standing,
                      to: paths.roundEntry(contest, round, standing),
                      names: [],
                      unnamed: 0,
                      unit: null,
                    }))}
                />
              </Section>
            ));
          })}
          <Section title={t('judging:rankingPage.judges')} lead={t('judging:rankingPage.judgesLead')}>
            <Table
              caption={t('judging:rankingPage.judges')}
              captionHidden
              rows={ranking.judges}
              rowKey={(judge) => judge.number}
              columns={[
                {
                  key: 'judge',
                  label: t('judging:fields.judge'),
                  heading: true,
                  cell: (judge) => `${judge.number}. ${judge.name}`,
                },
                { key: 'n', label: t('judging:fields.sheets'), number: true, cell: (judge) => <Num value={judge.n} /> },
                {
                  key: 'leniency',
                  label: t('judging:rankingPage.leniency'),
                  number: true,
                  cell: (judge) =>
                    judge.leniency === null ? (
                      '–'
                    ) : (
                      <>
                        {judge.leniency > 0 ? '+' : ''}
                        <Num value={judge.leniency} digits={2} />
                      </>
                    ),
                },
                {
                  key: 'se',
                  label: t('judging:fields.se'),
                  number: true,
                  cell: (judge) => (judge.se === null ? '–' : <Num value={judge.se} digits={2} />),
                },
              ]}
            />
          </Section>
          {ranking.mu !== null && (
            <p className="figures text-sm text-muted">
              {t('judging:rankingPage.model', {
                mu: ranking.mu.toFixed(2),
                entry: Math.sqrt(ranking.varianceEntry ?? 0).toFixed(2),
                judge: Math.sqrt(ranking.varianceJudge ?? 0).toFixed(2),
                residual: Math.sqrt(ranking.varianceResidual ?? 0).toFixed(2),
              })}
            </p>
          )}
        </>
      )}
    </Page>
  );
}
