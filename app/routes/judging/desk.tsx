import { Link, useLoaderData } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DeskSheet, findDesk } from '#app/domain/judging/find-desk.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { Spread } from '#app/ui/charts/spread.tsx';
import { Badge, type BadgeTone } from '#app/ui/controls/badge.tsx';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Progress } from '#app/ui/controls/progress.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { useLocale } from '#app/ui/controls/use-locale.ts';
import { sheetsWithKeptMarks } from '#app/ui/judging/kept-marks.ts';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { formatNumber } from '#app/words/format.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('judging:desk.title') };

export const loader = forMembers(async ({ person }) => ({ rounds: await findDesk({ by: person }), person: person.id }));

const tones: Record<DeskSheet['state'], BadgeTone> = {
  assigned: 'neutral',
  begun: 'info',
  submitted: 'ok',
  recused: 'neutral',
  blocked: 'warn',
  left: 'neutral',
};

export default function Desk() {
  const { t } = useTranslation();
  const { rounds, person } = useLoaderData<typeof loader>();
  const [unsent, setUnsent] = useState<string[]>([]);
  useEffect(() => setUnsent(sheetsWithKeptMarks(person)), [person]);
  const open = rounds.filter(({ state }) => state === 'OPEN');
  const past = rounds.filter(({ state }) => state !== 'OPEN');
  return (
    <Page title={t('judging:desk.title')} lead={t('judging:desk.lead')}>
      {unsent.length > 0 && (
        <Notice tone="warning" title={t('judging:desk.unsent')}>
          <ul>
            {unsent.map((id) => (
              <li key={id}>
                <Link to={paths.sheet({ id })} className="link">
                  {t('judging:desk.openUnsent')}
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {rounds.length === 0 && (
        <EmptyState icon="clipboard" title={t('judging:desk.none')}>
          {t('judging:desk.noneWhy')}
        </EmptyState>
      )}
      {open.map((round) => (
        <DeskSection key={`${round.contest.slug}-${round.number}`} round={round} />
      ))}
      {past.length > 0 && (
        <details>
          <summary className="link text-lg font-semibold">{t('judging:desk.past', { count: past.length })}</summary>
          <div className="mt-4 space-y-8">
            {past.map((round) => (
              <DeskSection key={`${round.contest.slug}-${round.number}`} round={round} />
            ))}
          </div>
        </details>
      )}
    </Page>
  );
}

/** Nothing is left to do with it: what is not comes first. */
const isDone = ({ state }: { state: string }) => state !== 'assigned' && state !== 'begun';

type Round = ReturnType<typeof useLoaderData<typeof loader>>['rounds'][number];

function DeskSection({ round }: { round: Round }) {
  const { t } = useTranslation();
  const locale = useLocale();
  /** With one decimal, as marks are spoken of. */
  const one = (mark: number) => formatNumber(mark, locale, 1);
  const counted = round.sheets.filter(({ state }) => state !== 'recused' && state !== 'blocked');
  const done = counted.filter(({ state }) => state === 'submitted').length;
  const next =
    round.sheets.find(({ state }) => state === 'begun') ?? round.sheets.find(({ state }) => state === 'assigned');
  const open = round.state === 'OPEN';
  return (
    <Section
      title={`${round.contest.name} – ${round.name}`}
      lead={
        open && round.suspended ? (
          t('contests:postponing.onSheet')
        ) : (
          <>
            {t('judging:desk.due')} <Time at={round.closesAt} />
            {open && (
              <>
                {' '}
                (<Time at={round.closesAt} form="left" />)
              </>
            )}
          </>
        )
      }
      actions={
        open && next ? (
          <ButtonLink to={paths.sheet(next)} icon="arrowRight">
            {t(next.state === 'begun' ? 'judging:desk.goOn' : 'judging:desk.begin')}
          </ButtonLink>
        ) : undefined
      }
    >
      <div className="mb-4 max-w-form">
        <Progress
          label={
            round.left === 0
              ? t('judging:desk.allDone')
              : t('judging:desk.left', { count: round.left, minutes: round.minutesLeft })
          }
          value={done}
          max={counted.length}
        />
      </div>
      <Table
        caption={round.name}
        captionHidden
        cards
        rows={[...round.sheets].sort((a, b) => Number(isDone(a)) - Number(isDone(b)))}
        rowKey={(sheet) => sheet.id}
        columns={[
          {
            key: 'entry',
            label: t('judging:fields.entry'),
            heading: true,
            cell: (sheet) => (
              <>
                <Link to={paths.sheet(sheet)} className="link">
                  {t('results:entryNumber', { number: sheet.number })}: {sheet.title}
                </Link>
                {sheet.calibration && (
                  <span className="block text-sm font-normal text-muted">{t('judging:calibration.onDesk')}</span>
                )}
              </>
            ),
          },
          { key: 'division', label: t('judging:fields.division'), cell: (sheet) => sheet.division },
          {
            key: 'state',
            label: t('judging:fields.state'),
            cell: (sheet) => (
              <span className="flex flex-wrap gap-1.5">
                <Badge tone={tones[sheet.state]}>{t(`judging:sheetStates.${sheet.state}`)}</Badge>
                {sheet.locked && <Badge icon="lock">{t('judging:calibration.after')}</Badge>}
                {sheet.asides > 0 && <Badge tone="warn">{t('judging:desk.choose')}</Badge>}
              </span>
            ),
          },
          {
            key: 'marks',
            label: t('judging:fields.marks'),
            number: true,
            cell: (sheet) => <span className="whitespace-nowrap">{`${sheet.marks}/${sheet.criteria}`}</span>,
          },
          {
            key: 'minutes',
            label: t('judging:fields.minutes'),
            number: true,
            cell: (sheet) => (
              <span className="whitespace-nowrap">{t('judging:minutes', { count: sheet.minutes })}</span>
            ),
          },
        ]}
      />
      {round.totals.length > 1 && (
        <details className="mt-5 max-w-form">
          <summary className="link">{t('judging:desk.own', { count: round.totals.length })}</summary>
          <div className="mt-3 rounded-card border border-line bg-surface p-4">
            <Spread label={t('judging:desk.ownLabel')} values={round.totals} min={0} max={100} bins={20} />
            <p className="mt-2 text-sm text-muted">
              {t('judging:desk.ownLead', {
                mean: one(round.totals.reduce((sum, total) => sum + total, 0) / round.totals.length),
                least: one(Math.min(...round.totals)),
                most: one(Math.max(...round.totals)),
              })}
            </p>
          </div>
        </details>
      )}
    </Section>
  );
}
