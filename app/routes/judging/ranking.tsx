import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findRanking } from '#app/domain/judging/find-ranking.server.ts';
import { rankRound } from '#app/domain/judging/rank-round.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';
import { type CutEntry, CutLine } from '#app/ui/charts/cut-line.tsx';
import { Leniency } from '#app/ui/charts/leniency.tsx';
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
  findRanking({ slug: part('slug'), number: numberIn(part('number')), by: person }),
);

export const action = forOfficers(async ({ person, part }) => {
  const slug = part('slug');
  const number = numberIn(part('number'));
  await rankRound({ by: person, slug, number });
  return redirect(paths.ranking({ slug }, { number }));
});

/** At most so many entries on either side of the cut stand in the picture; all are in the table. */
const nearby = 12;

function nearCut(
  standings: readonly { number: number; rank: number; rankLow: number | null; rankHigh: number | null }[],
  cut: number,
): CutEntry[] {
  const placed = standings.flatMap(({ number, rank, rankLow: low, rankHigh: high }) =>
    low === null || high === null ? [] : [{ number, rank, low, high }],
  );
  return placed.slice(Math.max(0, cut - nearby), cut + nearby);
}

function Further() {
  const { t } = useTranslation();
  const { contest, round, ranking } = useLoaderData<typeof loader>();
  const further = ranking!.further;
  const hard = further.filter(({ settles }) => !settles);
  const count = further.reduce((sum, { readings }) => sum + readings, 0);
  return (
    <Section title={t('awards:further.title')} lead={t('awards:further.lead')}>
      {further.length === 0 ? (
        <p>{t('awards:further.none')}</p>
      ) : (
        <div className="max-w-reading space-y-4">
          <Table
            caption={t('awards:further.title')}
            captionHidden
            rows={further}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'entry',
                label: t('awards:further.entry'),
                heading: true,
                cell: (row) => `${row.title} (${t('results:entryNumber', { number: row.number })})`,
              },
              {
                key: 'readings',
                label: t('awards:further.readings'),
                number: true,
                cell: (row) => <Num value={row.readings} />,
              },
            ]}
          />
          {hard.length > 0 && (
            <p className="text-muted">
              {t('awards:further.cannot', {
                entries: hard.map(({ number }) => number).join(', '),
                most: Math.max(...hard.map(({ readings }) => readings)),
              })}
            </p>
          )}
          <ActButton
            action={paths.furtherReadings(contest, round)}
            label={t('awards:further.assign', { count })}
            confirm={t('awards:further.assignLead')}
            confirmLabel={t('awards:further.assign', { count })}
          />
        </div>
      )}
    </Section>
  );
}

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
            {t(`results:decidedBy.${ranking.method}`)}
          </p>
          {round.state !== 'PUBLISHED' && <Notice>{t('judging:rankingPage.notPublic')}</Notice>}
          {ranking.why && <Notice tone="warning">{t(`results:noModel.${ranking.why as 'one-judge'}`)}</Notice>}
          {!ranking.comparable && <Notice tone="warning">{t('results:notComparable')}</Notice>}
          {round.state === 'CLOSED' && cut !== null && <Further />}
          {contest.divisions.map((division) => {
            const own = ranking.standings.filter((standing) => standing.division.slug === division.slug);
            const components = [...new Set(own.map(({ component }) => component))];
            return components.map((component, index) => (
              <Section
                key={`${division.slug}-${component}`}
                title={
                  components.length > 1
                    ? t('results:group', { division: division.name, number: index + 1 })
                    : division.name
                }
              >
                {ranking.model !== 'none' && cut !== null && cut < own.length && (
                  <figure className="mb-4">
                    <figcaption className="mb-2 text-sm text-muted">{t('judging:rankingPage.cutLine')}</figcaption>
                    <CutLine
                      cut={cut}
                      label={t('judging:rankingPage.cutLine')}
                      entries={nearCut(
                        own.filter((standing) => standing.component === component),
                        cut,
                      )}
                    />
                  </figure>
                )}
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
            {ranking.judges.some(({ leniency }) => leniency !== null) && (
              <div className="mb-4">
                <Leniency
                  label={t('judging:rankingPage.judges')}
                  judges={ranking.judges.flatMap(({ number, leniency, se }) =>
                    leniency === null || se === null ? [] : [{ number, leniency, se }],
                  )}
                />
              </div>
            )}
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
