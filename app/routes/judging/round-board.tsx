import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findRoundBoard } from '#app/domain/judging/find-round-board.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';
import { Spread } from '#app/ui/charts/spread.tsx';
import { useManagedTrail } from '#app/ui/contests/managed-contest-tabs.tsx';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Button, ButtonLink } from '#app/ui/controls/button.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Form, useBecause } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Num } from '#app/ui/controls/num.tsx';
import { Progress } from '#app/ui/controls/progress.tsx';
import { Select } from '#app/ui/controls/select.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { Tile } from '#app/ui/controls/tile.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { PanelStandings } from '#app/ui/judging/panel-standings.tsx';
import { Reopenings } from '#app/ui/judging/reopenings.tsx';
import { RoundTabs } from '#app/ui/judging/round-tabs.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (_, data) => `${data.round.name} – ${data.contest.name}`,
};

export const loader = forOfficers(async ({ person, part }) =>
  findRoundBoard({ slug: part('slug'), number: numberIn(part('number')), by: person }),
);

export default function RoundBoard() {
  const { t } = useTranslation();
  const say = useBecause();
  const {
    contest,
    round,
    coverage,
    entries,
    judges,
    totals,
    acts,
    late,
    whyNotSee,
    gap,
    quorum,
    reopenings,
    divisions,
    panels,
    apart: nowhere,
  } = useLoaderData<typeof loader>();
  const apart = entries.filter(({ spread }) => gap !== null && spread !== null && spread > gap);
  const few = entries.filter(({ submitted }) => quorum !== null && submitted < quorum);
  const open = round.state === 'OPEN';
  const lateJudges = judges.filter((judge) => judge.assigned > judge.submitted);
  return (
    <Page
      title={round.name}
      lead={
        <>
          {t('organising:fields.marksDue')}: <Time at={round.closesAt} />
          {open && (
            <>
              {' '}
              (<Time at={round.closesAt} form="left" />)
            </>
          )}
        </>
      }
      badges={<Badge tone={open ? 'info' : 'neutral'}>{t(`contests:roundStates.${round.state}`)}</Badge>}
      trail={useManagedTrail(contest)}
    >
      <RoundTabs contest={contest} round={round} />
      <NextStep />
      {whyNotSee && <Notice>{say(whyNotSee)}</Notice>}
      <div className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
        <Tile label={t('judging:board.entries')} value={coverage.entries} />
        <Tile
          label={t('judging:board.assigned')}
          value={
            <>
              <Num value={coverage.assigned} />/<Num value={coverage.wanted} />
            </>
          }
          to={whyNotSee ? undefined : paths.assignment(contest, round)}
        />
        <Tile
          label={t('judging:board.submitted')}
          value={coverage.submitted}
          hint={
            <Progress
              label={t('judging:board.progress')}
              value={coverage.submitted}
              max={Math.max(1, coverage.wanted)}
            />
          }
        />
        <Tile
          label={t('judging:board.unread')}
          value={coverage.unread}
          hint={t('judging:board.missing', { count: coverage.missing })}
        />
      </div>
      {late && open && lateJudges.length > 0 && (
        <Notice tone="warning" title={t('judging:board.late', { count: lateJudges.length })}>
          {lateJudges.map(({ name }) => name).join(', ')}
        </Notice>
      )}
      {open && lateJudges.length > 0 && (
        <ActButton
          action={paths.judgesReminder(contest, round)}
          label={t('judging:chair.remind')}
          size="sm"
          tone="secondary"
          confirm={t('judging:chair.remindMeaning')}
        />
      )}
      <Reopenings contest={contest} round={round} wishes={reopenings} />
      {apart.length > 0 && (
        <Notice tone="warning" title={t('judging:chair.third', { count: apart.length, gap })}>
          <EntryLinks entries={apart} to={(entry) => paths.roundEntry(contest, round, entry)} />
        </Notice>
      )}
      {(open || round.state === 'CLOSED') && few.length > 0 && (
        <Notice title={t('judging:chair.belowQuorum', { count: few.length, quorum })}>
          {few.map(({ number }) => number).join(', ')}
        </Notice>
      )}
      <CalibrationOfRound />
      <PanelStandings panels={panels} apart={nowhere} />
      {divisions.length > 1 && round.panels !== 'DIVISION' && (
        <Section title={t('judging:board.divisions')} small>
          <Table
            caption={t('judging:board.divisions')}
            captionHidden
            cards
            rows={divisions}
            rowKey={(division) => division.id}
            columns={[
              { key: 'name', label: t('judging:fields.division'), heading: true, cell: (division) => division.name },
              {
                key: 'entries',
                label: t('judging:panels.entries'),
                number: true,
                cell: (division) => <Num value={division.entries} />,
              },
              {
                key: 'assigned',
                label: t('judging:panels.assigned'),
                number: true,
                cell: (division) => `${division.assigned}/${division.wanted}`,
              },
              {
                key: 'submitted',
                label: t('judging:panels.submitted'),
                number: true,
                cell: (division) => <Num value={division.submitted} />,
              },
              {
                key: 'unread',
                label: t('judging:panels.unread'),
                number: true,
                cell: (division) => <Num value={division.unread} />,
              },
            ]}
          />
        </Section>
      )}
      {totals.length > 1 && (
        <Section title={t('judging:board.spread')} small lead={t('judging:board.spreadLead', { count: totals.length })}>
          <div className="max-w-form rounded-card border border-line bg-surface p-4">
            <Spread label={t('judging:board.spreadLabel')} values={totals} min={0} max={100} bins={20} />
            <p className="figures flex justify-between text-xs text-muted">
              <span>0</span>
              <span>50</span>
              <span>100</span>
            </p>
          </div>
        </Section>
      )}
      <Section title={t('judging:board.judges', { count: judges.length })}>
        <Table
          caption={t('judging:board.judges', { count: judges.length })}
          captionHidden
          rows={judges}
          rowKey={(judge) => judge.id}
          empty={
            <EmptyState
              icon="users"
              title={t('organising:panel.noJudges')}
              action={<ButtonLink to={paths.panel(contest)}>{t('organising:managed.panel')}</ButtonLink>}
            />
          }
          columns={[
            { key: 'number', label: '№', number: true, cell: (judge) => <Num value={judge.number} /> },
            {
              key: 'name',
              label: t('judging:fields.judge'),
              heading: true,
              cell: (judge) => (
                <>
                  {whyNotSee ? (
                    judge.name
                  ) : (
                    <Link to={paths.roundJudge(contest, round, judge)} className="link">
                      {judge.name}
                    </Link>
                  )}{' '}
                  {judge.ended && <Badge>{t('judging:sheetStates.left')}</Badge>}
                  {late && open && judge.assigned > judge.submitted && (
                    <Badge tone="warn">{t('judging:board.isLate')}</Badge>
                  )}
                  {open && judge.absent && <Badge tone="warn">{t('judging:board.isAbsent')}</Badge>}
                </>
              ),
            },
            {
              key: 'progress',
              label: t('judging:board.progress'),
              number: true,
              cell: (judge) => `${judge.submitted}/${judge.assigned}`,
            },
            {
              key: 'begun',
              label: t('judging:sheetStates.begun'),
              number: true,
              cell: (judge) => <Num value={judge.begun} />,
            },
            {
              key: 'recused',
              label: t('judging:sheetStates.recused'),
              number: true,
              cell: (judge) => <Num value={judge.recused} />,
            },
            {
              key: 'blocked',
              label: t('judging:sheetStates.blocked'),
              number: true,
              cell: (judge) => <Num value={judge.blocked} />,
            },
            {
              key: 'late',
              label: t('judging:board.lateMarks'),
              number: true,
              cell: (judge) => <Num value={judge.late} />,
            },
          ]}
        />
      </Section>
      <Section
        title={t('judging:board.entriesTable', { count: entries.length })}
        lead={t('judging:board.all', { count: entries.length })}
      >
        <Table
          caption={t('judging:board.entriesTable', { count: entries.length })}
          captionHidden
          rows={entries}
          rowKey={(entry) => entry.id}
          empty={<EmptyState icon="inbox" title={t('organising:noEntries')} />}
          columns={[
            { key: 'number', label: '№', number: true, cell: (entry) => <Num value={entry.number} /> },
            {
              key: 'title',
              label: t('judging:fields.entry'),
              heading: true,
              cell: (entry) =>
                whyNotSee ? (
                  entry.title
                ) : (
                  <Link to={paths.roundEntry(contest, round, entry)} className="link">
                    {entry.title}
                  </Link>
                ),
            },
            { key: 'division', label: t('judging:fields.division'), cell: (entry) => entry.division },
            {
              key: 'sheets',
              label: t('judging:fields.sheets'),
              number: true,
              cell: (entry) => (
                <span className={entry.submitted < entry.wanted ? 'font-semibold text-warn-ink' : ''}>
                  {entry.submitted}/{entry.wanted}
                </span>
              ),
            },
            {
              key: 'lost',
              label: t('judging:board.lost'),
              number: true,
              cell: (entry) => (entry.lost === 0 ? '–' : <Num value={entry.lost} />),
            },
            {
              key: 'mean',
              label: t('results:fields.mean'),
              number: true,
              cell: (entry) => (entry.mean === null ? '–' : <Num value={entry.mean} digits={2} />),
            },
            {
              key: 'spread',
              label: t('judging:fields.apart'),
              number: true,
              cell: (entry) => (entry.spread === null ? '–' : <Num value={entry.spread} digits={1} />),
            },
          ]}
        />
      </Section>
      {acts.length > 0 && (
        <Section title={t('organising:managed.acts')} level={3}>
          <ul className="divide-y divide-line text-sm">
            {acts.map((act) => (
              <li key={`${act.to}-${act.at}`} className="py-2">
                <span className="font-semibold">{t(`judging:acts.${act.to}`)}</span> · <Time at={act.at} />
                {act.by && ` · ${act.by}`}
                {act.reason && <span className="block text-muted">{act.reason}</span>}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}

/** The entry all judges mark first: chosen before the opening, then how far apart they lie. */
function CalibrationOfRound() {
  const { t } = useTranslation();
  const { contest, round, entries, calibration, whyNotSee } = useLoaderData<typeof loader>();
  if (whyNotSee !== null) return null;
  if (round.state === 'PLANNED') {
    if (entries.length === 0) return null;
    return (
      <details className="rounded-card border border-line bg-surface p-4">
        <summary className="font-semibold">
          {t('judging:calibration.title')}
          {calibration && `: ${t('results:entryNumber', { number: calibration.entry.number })}`}
        </summary>
        <div className="mt-3 max-w-form">
          <Form id="calibration" action={paths.calibration(contest, round)}>
            <p className="text-muted">{t('judging:calibration.meaning')}</p>
            <Select
              name="entry"
              label={t('judging:fields.entry')}
              hint={t('judging:calibration.which')}
              placeholder={t('judging:calibration.none')}
              defaultValue={calibration === null ? '' : String(calibration.entry.number)}
              options={entries.map(({ number, title }) => ({ value: String(number), label: `${number}. ${title}` }))}
              optional
            />
            <FormActions>
              <Button tone="secondary">{t('organising:save')}</Button>
            </FormActions>
          </Form>
        </div>
      </details>
    );
  }
  if (calibration === null) return null;
  return (
    <Section
      title={t('judging:calibration.title')}
      small
      lead={t('judging:calibration.board', {
        number: calibration.entry.number,
        title: calibration.entry.title,
        count: calibration.handedIn,
        of: calibration.rows.length,
      })}
    >
      {calibration.totals.length > 1 && (
        <div className="mb-4 max-w-form rounded-card border border-line bg-surface p-4">
          <Spread label={t('judging:calibration.spread')} values={calibration.totals} min={0} max={100} bins={20} />
          <p className="figures flex justify-between text-xs text-muted">
            <span>0</span>
            <span>50</span>
            <span>100</span>
          </p>
        </div>
      )}
      <Table
        caption={t('judging:calibration.title')}
        captionHidden
        cards
        rows={calibration.rows}
        rowKey={(row) => String(row.number)}
        columns={[
          {
            key: 'judge',
            label: t('judging:fields.judge'),
            heading: true,
            cell: (row) => `${row.number}. ${row.name}`,
          },
          {
            key: 'total',
            label: t('judging:fields.total'),
            number: true,
            cell: (row) =>
              row.total === null ? (
                t(row.recused ? 'judging:sheetStates.recused' : 'judging:sheetStates.assigned')
              ) : (
                <Num value={row.total} digits={2} />
              ),
          },
          {
            key: 'from',
            label: t('judging:calibration.from'),
            number: true,
            cell: (row) => (row.from === null ? '–' : <Num value={row.from} digits={1} />),
          },
          ...(round.state === 'OPEN'
            ? [
                {
                  key: 'reopen',
                  label: t('judging:calibration.reopen'),
                  cell: (row: (typeof calibration.rows)[number]) =>
                    row.total === null ? null : (
                      <CalibrationReopening judge={row} action={paths.calibrationReopening(contest, round)} />
                    ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

/** A slip in the sheet all are measured by is put right by its judge; the marks before it stay on record. */
function CalibrationReopening({ judge, action }: { judge: { number: number; name: string }; action: string }) {
  const { t } = useTranslation();
  return (
    <details>
      <summary className="link cursor-pointer" aria-label={`${t('judging:calibration.reopen')}: ${judge.name}`}>
        {t('judging:calibration.reopen')}
      </summary>
      <Form id={`calibration-${judge.number}`} action={action} className="mt-3 space-y-3">
        <HiddenField name="judge" value={judge.number} />
        <TextArea
          name="reason"
          label={t('judging:reopening.reason')}
          hint={t('judging:calibration.reopenMeaning')}
          rows={3}
          max={2000}
          required
        />
        <FormActions>
          <Button tone="secondary" size="sm">
            {t('judging:calibration.reopenSend')}
          </Button>
        </FormActions>
      </Form>
    </details>
  );
}

function EntryLinks({
  entries,
  to,
}: {
  entries: readonly { id: string; number: number; title: string; spread: number | null }[];
  to: (entry: { number: number }) => string;
}) {
  return (
    <ul className="list-disc pl-5">
      {entries.map((entry) => (
        <li key={entry.id}>
          <Link to={to(entry)} className="link">
            {entry.number}. {entry.title}
          </Link>{' '}
          (<Num value={entry.spread ?? 0} digits={1} />)
        </li>
      ))}
    </ul>
  );
}

/** The one thing that comes next in this round, and who may do it. */
function NextStep() {
  const { t } = useTranslation();
  const { contest, round, coverage, ranked } = useLoaderData<typeof loader>();
  const { may } = contest;
  switch (round.state) {
    case 'PLANNED':
      if (contest.phase !== 'judging') return <Notice>{t('judging:next.waitForEntries')}</Notice>;
      return (
        <Notice title={t(coverage.assigned === 0 ? 'judging:next.assign' : 'judging:next.open')}>
          <div className="mt-2 flex flex-wrap gap-3">
            {!may.isJudge && (
              <ButtonLink
                to={paths.assignment(contest, round)}
                tone={coverage.assigned === 0 ? 'primary' : 'secondary'}
              >
                {t('judging:round.assignment')}
              </ButtonLink>
            )}
            {coverage.assigned > 0 && (
              <ActButton
                action={paths.roundOpening(contest, round)}
                label={t('judging:next.openSend')}
                tone="primary"
              />
            )}
          </div>
        </Notice>
      );
    case 'OPEN':
      return may.decide ? (
        <details className="rounded-card border border-line bg-surface p-4">
          <summary className="font-semibold">{t('judging:next.close')}</summary>
          <div className="mt-3 max-w-form">
            <Form action={paths.roundClosing(contest, round)}>
              <p>
                {coverage.missing === 0
                  ? t('judging:next.closeWhole')
                  : t('judging:next.closeMissing', { count: coverage.missing, unread: coverage.unread })}
              </p>
              {coverage.missing > 0 && (
                <TextArea
                  name="reason"
                  label={t('judging:next.reason')}
                  hint={t('judging:next.reasonHint')}
                  rows={3}
                  max={2000}
                  required
                />
              )}
              <FormActions>
                <Button tone="danger">{t('judging:next.closeSend')}</Button>
              </FormActions>
            </Form>
          </div>
        </details>
      ) : (
        <Notice>{t('judging:next.chairCloses')}</Notice>
      );
    case 'CLOSED':
      return (
        <Notice title={t('judging:next.publish')}>
          <p>{t(may.decide ? 'judging:next.publishMeaning' : 'judging:next.chairPublishes')}</p>
          <div className="mt-2 flex flex-wrap gap-3">
            {ranked === null ? null : (
              <ButtonLink to={paths.roundOutcomes(contest, round)} icon="trophy">
                {t('awards:staged.title')}
              </ButtonLink>
            )}
            <ButtonLink to={paths.ranking(contest, round)} tone="secondary" icon="chart">
              {t('judging:round.ranking')}
            </ButtonLink>
          </div>
        </Notice>
      );
    default:
      return (
        <Notice tone="success" title={t('judging:next.published')}>
          <ButtonLink to={paths.results(contest)} tone="secondary" size="sm" icon="trophy">
            {t('contests:page.results')}
          </ButtonLink>
        </Notice>
      );
  }
}
