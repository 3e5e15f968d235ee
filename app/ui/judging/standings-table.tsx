import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { type Outcome, useOutcomeWords } from '#app/ui/awards/outcome-words.ts';
import { useTieWords } from '#app/ui/awards/tie-names.ts';
import { EntrySpread } from '#app/ui/charts/entry-spread.tsx';
import { RankInterval } from '#app/ui/charts/rank-interval.tsx';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Num } from '#app/ui/controls/num.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { useLocale } from '#app/ui/controls/use-locale.ts';
import { formatNumber } from '#app/words/format.ts';

export type StandingRow = {
  number: number;
  title: string;
  /** Where its title leads; null where there is nothing to open. */
  to: string | null;
  names: string[];
  unnamed: number;
  unit: string | null;
  rank: number;
  sheets: number;
  mean: number;
  median: number;
  sd: number | null;
  adjusted: number | null;
  rankLow: number | null;
  rankHigh: number | null;
  tooClose: boolean;
  /** Conditional standard deviation of the adjusted mark; shown where it is given. */
  se?: number | null;
  /** Each sheet's total, for those who run the contest. */
  totals?: readonly number[];
  /** The edition in force first; left out where nothing is decided. */
  outcomes?: readonly (Outcome & { overridden: boolean })[];
};

/** Entries that can be held against one another, best first, with everything that decided their order. */
export function StandingsTable({
  caption,
  rows,
  method,
  cut,
  wanted,
  awards = [],
  lastRound = false,
  last = rows.length,
}: {
  caption: string;
  rows: readonly StandingRow[];
  method: 'RAW' | 'ADJUSTED';
  cut: number | null;
  /** Readings each entry should have had. */
  wanted: number;
  /** Awards of the rules, best first; none in a round that gives none. */
  awards?: readonly { name: string }[];
  /** The contest has no round after it. */
  lastRound?: boolean;
  /** The last rank there is, where only a part of the rows is shown. */
  last?: number;
}) {
  const { t } = useTranslation();
  const locale = useLocale();
  const words = useOutcomeWords(awards, { last: lastRound });
  const tieWords = useTieWords();
  const decided = rows.some(({ outcomes }) => (outcomes?.length ?? 0) > 0);
  const modelled = rows.some(({ adjusted }) => adjusted !== null);
  return (
    <Table
      caption={caption}
      captionHidden
      cards
      rows={rows}
      rowKey={(row) => row.number}
      columns={[
        {
          key: 'rank',
          label: t('results:fields.rank'),
          number: true,
          cell: (row) => (
            <span className={cut !== null && row.rank <= cut ? 'font-bold' : ''}>
              <Num value={row.rank} />
            </span>
          ),
        },
        {
          key: 'entry',
          label: t('judging:fields.entry'),
          heading: true,
          cell: (row) => (
            <div className="min-w-56">
              {row.to === null ? (
                row.title
              ) : (
                <Link to={row.to} className="link">
                  {row.title}
                </Link>
              )}{' '}
              <span className="whitespace-nowrap text-muted">({t('results:entryNumber', { number: row.number })})</span>
              {(row.names.length > 0 || row.unnamed > 0) && (
                <span className="block text-sm font-normal text-muted">
                  {[...row.names, ...(row.unnamed > 0 ? [t('results:unnamed', { count: row.unnamed })] : [])].join(
                    ', ',
                  )}
                  {row.unit && ` · ${row.unit}`}
                </span>
              )}
              <span className="flex flex-wrap gap-1.5">
                {row.tooClose && <Badge tone="warn">{t('results:tooClose')}</Badge>}
                {row.sheets < wanted && <Badge tone="warn">{t('results:fewer', { count: row.sheets, wanted })}</Badge>}
              </span>
            </div>
          ),
        },
        ...(decided
          ? [
              {
                key: 'outcome',
                label: t('awards:staged.result'),
                wide: true,
                cell: ({ outcomes = [] }: StandingRow) => {
                  const [inForce, before] = outcomes;
                  if (inForce === undefined) return '–';
                  const tone =
                    inForce.award !== null ? 'joy' : inForce.passed && awards.length === 0 ? 'ok' : 'neutral';
                  return (
                    <span className="block space-y-0.5">
                      <Badge tone={tone}>{words.result(inForce)}</Badge>
                      {words.why(inForce) !== '' && <span className="block">{words.why(inForce)}</span>}
                      {inForce.tie !== null && <span className="block text-muted">{tieWords(inForce.tie)}</span>}
                      {inForce.overridden && (
                        <span className="block">{t('awards:winners.chair', { result: words.byRules(inForce) })}</span>
                      )}
                      {before !== undefined && (
                        <span className="block">{t('awards:winners.changed', { result: words.result(before) })}</span>
                      )}
                    </span>
                  );
                },
              },
            ]
          : []),
        {
          key: 'mean',
          label: t('results:fields.mean'),
          number: true,
          cell: (row) => (
            <span className={method === 'RAW' ? 'font-semibold' : ''}>
              <Num value={row.mean} digits={2} />
            </span>
          ),
        },
        ...(modelled
          ? [
              {
                key: 'adjusted',
                label: t('results:fields.adjusted'),
                number: true,
                cell: (row: StandingRow) =>
                  row.adjusted === null ? (
                    '–'
                  ) : (
                    <span className={method === 'ADJUSTED' ? 'font-semibold' : ''}>
                      <Num value={row.adjusted} digits={2} />
                    </span>
                  ),
              },
              ...(rows.some(({ se }) => se != null)
                ? [
                    {
                      key: 'se',
                      label: t('judging:fields.se'),
                      number: true,
                      cell: (row: StandingRow) => (row.se == null ? '–' : <Num value={row.se} digits={2} />),
                    },
                  ]
                : []),
              {
                key: 'interval',
                label: t('judging:fields.interval'),
                cell: (row: StandingRow) =>
                  row.rankLow === null || row.rankHigh === null ? (
                    '–'
                  ) : (
                    <span className="figures flex items-center gap-2">
                      <span className="w-16 shrink-0 whitespace-nowrap">
                        {row.rankLow}–{row.rankHigh}
                      </span>
                      <RankInterval
                        rank={row.rank}
                        low={row.rankLow}
                        high={row.rankHigh}
                        last={last}
                        cut={cut ?? undefined}
                        label={t('results:interval', { low: row.rankLow, high: row.rankHigh })}
                      />
                    </span>
                  ),
              },
            ]
          : []),
        {
          key: 'median',
          label: t('judging:fields.median'),
          number: true,
          cell: (row) => <Num value={row.median} digits={2} />,
        },
        {
          key: 'sd',
          label: t('judging:fields.sd'),
          number: true,
          cell: (row) => (row.sd === null ? '–' : <Num value={row.sd} digits={2} />),
        },
        ...(rows.some(({ totals = [] }) => totals.length > 0)
          ? [
              {
                key: 'totals',
                label: t('judging:rankingPage.spread'),
                cell: ({ totals = [], mean }: StandingRow) =>
                  totals.length === 0 ? (
                    '–'
                  ) : (
                    <EntrySpread
                      totals={totals}
                      mean={mean}
                      label={totals.map((total) => formatNumber(total, locale, 1)).join(', ')}
                    />
                  ),
              },
            ]
          : []),
        { key: 'sheets', label: t('judging:fields.sheets'), number: true, cell: (row) => <Num value={row.sheets} /> },
      ]}
    />
  );
}
