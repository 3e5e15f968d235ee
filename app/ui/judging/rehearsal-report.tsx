import { useTranslation } from 'react-i18next';
import type { Finding } from '#app/domain/judging/rehearsal/findings.ts';
import type { DivisionReport, RoundReport, Spread } from '#app/domain/judging/rehearsal/rehearsal.ts';
import { useBecause } from '#app/ui/controls/form.tsx';
import { Icon, type IconName } from '#app/ui/controls/icon.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Num } from '#app/ui/controls/num.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { useLocale } from '#app/ui/controls/use-locale.ts';
import { formatNumber } from '#app/words/format.ts';

type Report = {
  plays: number;
  findings: readonly Finding[];
  divisions: readonly DivisionReport[];
  rounds: readonly (Omit<RoundReport, 'assigned'> & {
    loads: readonly { name: string; sheets: number; minutes: number }[];
  })[];
};

const looks: Record<Finding['weight'], { icon: IconName; ink: string }> = {
  stops: { icon: 'warning', ink: 'text-danger-ink' },
  surprises: { icon: 'warning', ink: 'text-warn-ink' },
  worth: { icon: 'info', ink: 'text-muted' },
};

/** What a rehearsal found: what would surprise, then the figures behind it. */
export function RehearsalReport({
  contest,
  report,
}: {
  contest: {
    divisions: readonly { slug: string; name: string }[];
    rounds: readonly { number: number; name: string }[];
    rules: { awards: readonly { name: string }[] };
  };
  report: Report;
}) {
  const { t } = useTranslation();
  const say = useSaidWithFigures();
  const { findings, plays } = report;
  const grave = findings.filter(({ weight }) => weight !== 'worth');
  const divisionName = (slug: string) => contest.divisions.find((one) => one.slug === slug)?.name ?? slug;
  const cuts = report.rounds.flatMap((round) =>
    round.divisions.map((division) => ({
      ...division,
      round: contest.rounds.find(({ number }) => number === round.number)?.name ?? String(round.number),
      number: round.number,
    })),
  );
  const awards = report.divisions.flatMap(({ slug, awards: given }) =>
    given.map((award, at) => ({ ...award, slug, at, name: contest.rules.awards[at]?.name ?? String(at + 1) })),
  );
  return (
    <div className="space-y-8">
      {grave.length === 0 && <Notice tone="success">{t('judging:rehearsal.calm', { count: plays })}</Notice>}
      <ul className="space-y-2">
        {findings.map(({ weight, because }) => (
          <li key={`${because.key}-${JSON.stringify(because.values ?? {})}`} className="flex gap-2">
            <Icon name={looks[weight].icon} className={`mt-1 size-4.5 shrink-0 ${looks[weight].ink}`} />
            <span>
              <strong>{t(`judging:rehearsal.weights.${weight}`)}:</strong> {say(because)}
            </span>
          </li>
        ))}
      </ul>
      <Table
        caption={t('judging:rehearsal.cuts')}
        cards
        rows={cuts}
        rowKey={(one) => `${one.number}-${one.slug}`}
        columns={[
          { key: 'round', label: t('judging:rehearsal.round'), heading: true, cell: (one) => one.round },
          { key: 'division', label: t('organising:fields.division'), cell: (one) => divisionName(one.slug) },
          { key: 'in', label: t('judging:rehearsal.comesIn'), number: true, cell: (one) => <Range of={one.entries} /> },
          { key: 'on', label: t('judging:rehearsal.goesOn'), number: true, cell: (one) => <Range of={one.passed} /> },
          {
            key: 'tied',
            label: t('judging:rehearsal.tied'),
            number: true,
            cell: (one) => t('judging:rehearsal.share', { plays: one.tied, of: plays }),
          },
        ]}
      />
      {awards.length > 0 && (
        <Table
          caption={t('judging:rehearsal.awards')}
          cards
          rows={awards}
          rowKey={(one) => `${one.slug}-${one.at}`}
          columns={[
            { key: 'award', label: t('judging:rehearsal.award'), heading: true, cell: (one) => one.name },
            { key: 'division', label: t('organising:fields.division'), cell: (one) => divisionName(one.slug) },
            {
              key: 'given',
              label: t('judging:rehearsal.given'),
              number: true,
              cell: (one) => <Range of={one.given} />,
            },
            {
              key: 'none',
              label: t('judging:rehearsal.none'),
              number: true,
              cell: (one) => t('judging:rehearsal.share', { plays: one.none, of: plays }),
            },
          ]}
        />
      )}
      {report.rounds
        .filter(({ loads }) => loads.length > 0)
        .map((round) => (
          <Table
            key={round.number}
            caption={t('judging:rehearsal.loads', {
              round: contest.rounds.find(({ number }) => number === round.number)?.name,
            })}
            rows={round.loads}
            rowKey={(one) => one.name}
            columns={[
              { key: 'judge', label: t('judging:rehearsal.judge'), heading: true, cell: (one) => one.name },
              {
                key: 'sheets',
                label: t('judging:rehearsal.sheets'),
                number: true,
                cell: (one) => <Num value={one.sheets} />,
              },
              {
                key: 'hours',
                label: t('judging:rehearsal.hours'),
                number: true,
                cell: (one) => <Num value={Math.round(one.minutes / 6) / 10} digits={1} />,
              },
            ]}
          />
        ))}
    </div>
  );
}

/** A mean is told with one decimal, as the reader's language writes it. */
function useSaidWithFigures() {
  const say = useBecause();
  const locale = useLocale();
  return ({ key, values = {} }: Finding['because']) =>
    say({
      key,
      values: Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          typeof value === 'number' && !Number.isInteger(value) ? formatNumber(value, locale, 1) : value,
        ]),
      ),
    });
}

/** `12` where it is the same in all plays, else from the least to the most. */
function Range({ of }: { of: Spread }) {
  if (of.least === of.most) return <Num value={of.most} />;
  return (
    <>
      <Num value={of.least} />–<Num value={of.most} />
    </>
  );
}
