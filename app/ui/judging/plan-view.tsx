import { useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { Bar } from '#app/ui/charts/bar.tsx';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Num } from '#app/ui/controls/num.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { Tile } from '#app/ui/controls/tile.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Section } from '#app/ui/layout/page.tsx';

type Seat = { number: number; name: string };
type Paper = { number: number; title: string };
type Shared = { id: string; at: Date; by: string; stale: boolean };
export type Plan = Shared &
  (
    | {
        status: 'infeasible';
        reasons: {
          kind: 'entry-short' | 'capacity' | 'group-short' | 'min-unreachable' | 'links' | 'connectivity';
          entries: Paper[];
          judges: Seat[];
          needed: number;
          available: number;
          unproved: boolean;
        }[];
      }
    | {
        status: 'optimal' | 'feasible';
        total: number;
        worst: number | null;
        connected: boolean;
        sheets: number;
        moved: { entry: Paper; judge: Seat }[];
        panels: {
          key: string | null;
          name: string | null;
          entries: number;
          wanted: number;
          given: number;
          links: number;
          judges: number;
          load: number;
          room: number;
        }[];
        loads: (Seat & { load: number; min: number; max: number })[];
        served: (Paper & { reviews: number; fit: number; judges: (Seat & { fit: number })[] })[];
      }
  );

/** A dry run to be looked at: either how it would be, or why it cannot be and what to do about it. */
export function PlanView({
  contest,
  round,
  plan,
  applicable,
}: {
  contest: { slug: string };
  round: { number: number };
  plan: Plan;
  applicable: boolean;
}) {
  const { t } = useTranslation();
  const made = (
    <>
      {t('judging:plan.made', { name: plan.by })} <Time at={plan.at} />
    </>
  );
  if (plan.status === 'infeasible') {
    return (
      <Section title={t('judging:plan.impossible')} lead={made}>
        <Notice tone="danger" title={t('judging:plan.impossibleWhy')}>
          <ul className="list-disc space-y-2 pl-5">
            {plan.reasons.map((reason) => (
              <li key={`${reason.kind}-${reason.entries.map(({ number }) => number).join()}`}>
                {t(`judging:shortages.${reason.kind}`, {
                  entries: reason.entries.map(({ number }) => number).join(', '),
                  judges: reason.judges.map(({ name }) => name).join(', ') || '–',
                  count: reason.entries.length,
                  needed: reason.needed,
                  available: reason.available,
                })}
                {reason.unproved && ` ${t('judging:plan.unproved')}`}
              </li>
            ))}
          </ul>
        </Notice>
      </Section>
    );
  }
  return (
    <Section title={t('judging:plan.title')} lead={made}>
      <div className="space-y-5">
        {plan.stale && <Notice tone="warning">{t('judging:refusals.planStale')}</Notice>}
        <div className="grid gap-4 sm:grid-cols-3">
          <Tile label={t('judging:plan.sheets')} value={plan.sheets} hint={t(`judging:plan.${plan.status}`)} />
          <Tile
            label={t('judging:plan.worst')}
            value={plan.worst === null ? '–' : <Num value={plan.worst} digits={2} />}
            hint={
              <>
                {t('judging:plan.total')} <Num value={plan.total} digits={2} />
              </>
            }
          />
          <Tile
            label={t('judging:plan.connected')}
            value={t(plan.connected ? 'judging:plan.yes' : 'judging:plan.no')}
            hint={t(plan.connected ? 'judging:plan.connectedMeaning' : 'judging:plan.notConnectedMeaning')}
          />
        </div>
        {plan.moved.length > 0 && (
          <Notice title={t('judging:plan.moved', { count: plan.moved.length })}>
            <ul className="list-disc pl-5">
              {plan.moved.map(({ entry, judge }) => (
                <li key={`${entry.number}-${judge.number}`}>
                  {entry.number}. {entry.title} – {judge.name}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {applicable && !plan.stale && (
          <ActButton
            action={paths.assignmentApplication(contest, round)}
            fields={{ plan: plan.id }}
            label={t('judging:plan.apply', { count: plan.sheets })}
            tone="primary"
            icon="check"
          />
        )}
        {plan.panels.length > 0 && (
          <Table
            caption={t('judging:plan.panels')}
            cards
            rows={plan.panels}
            rowKey={(panel) => panel.key ?? '–'}
            columns={[
              {
                key: 'name',
                label: t('judging:panels.panel'),
                heading: true,
                cell: (panel) => panel.name ?? t('judging:panels.none'),
              },
              {
                key: 'entries',
                label: t('judging:panels.entries'),
                number: true,
                cell: (panel) => <Num value={panel.entries} />,
              },
              {
                key: 'given',
                label: t('judging:panels.assigned'),
                number: true,
                cell: (panel) => (
                  <>
                    <Num value={panel.given} />/<Num value={panel.wanted} />
                  </>
                ),
              },
              {
                key: 'links',
                label: t('judging:plan.links'),
                number: true,
                cell: (panel) => <Num value={panel.links} />,
              },
              {
                key: 'judges',
                label: t('judging:panels.judges'),
                number: true,
                cell: (panel) => <Num value={panel.judges} />,
              },
              {
                key: 'load',
                label: t('judging:plan.panelLoad'),
                number: true,
                cell: (panel) => (
                  <>
                    <Num value={panel.load} />/<Num value={panel.room} />
                  </>
                ),
              },
            ]}
          />
        )}
        <Table
          caption={t('judging:plan.loads')}
          rows={plan.loads}
          rowKey={(judge) => judge.number}
          columns={[
            {
              key: 'judge',
              label: t('judging:fields.judge'),
              heading: true,
              cell: (judge) => `${judge.number}. ${judge.name}`,
            },
            { key: 'load', label: t('judging:plan.load'), number: true, cell: (judge) => <Num value={judge.load} /> },
            {
              key: 'bar',
              label: t('judging:plan.ofLoad'),
              cell: (judge) => (
                <div className="mt-1.5 min-w-32 rounded-full bg-sunken">
                  <Bar value={judge.load} max={judge.max} className="h-2" />
                </div>
              ),
            },
            {
              key: 'max',
              label: t('organising:panel.maxLoad'),
              number: true,
              cell: (judge) => <Num value={judge.max} />,
            },
          ]}
        />
        <details>
          <summary className="link font-semibold">
            {t('judging:plan.everyEntry', { count: plan.served.length })}
          </summary>
          <div className="mt-3">
            <Table
              caption={t('judging:plan.served')}
              rows={plan.served}
              rowKey={(entry) => entry.number}
              columns={[
                {
                  key: 'entry',
                  label: t('judging:fields.entry'),
                  heading: true,
                  cell: (entry) => `${entry.number}. ${entry.title}`,
                },
                {
                  key: 'fit',
                  label: t('judging:plan.fit'),
                  number: true,
                  cell: (entry) => <Num value={entry.fit} digits={2} />,
                },
                {
                  key: 'judges',
                  label: t('judging:plan.judges'),
                  cell: (entry) => (
                    <ul>
                      {entry.judges.map((judge) => (
                        <li key={judge.number}>
                          {judge.name}{' '}
                          <span className="figures text-muted">
                            <Num value={judge.fit} digits={2} />
                          </span>
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]}
            />
          </div>
        </details>
      </div>
    </Section>
  );
}
