import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { appointJudge } from '#app/domain/contests/appoint-judge.server.ts';
import { appointOfficer } from '#app/domain/contests/appoint-officer.server.ts';
import { appointmentForm } from '#app/domain/contests/contest-form.ts';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import { findPanel } from '#app/domain/contests/find-panel.server.ts';
import { findFields } from '#app/domain/ideas/find-fields.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { ManagedContestTabs } from '#app/ui/contests/managed-contest-tabs.tsx';
import { usePanelOptions } from '#app/ui/contests/panel-options.ts';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Button, ButtonLink, buttonLook } from '#app/ui/controls/button.tsx';
import { Checkbox } from '#app/ui/controls/checkbox.tsx';
import { Checkboxes } from '#app/ui/controls/checkboxes.tsx';
import { Choice } from '#app/ui/controls/choice.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { FieldRow } from '#app/ui/controls/field-row.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { Num } from '#app/ui/controls/num.tsx';
import { NumberField } from '#app/ui/controls/number-field.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { useFieldName } from '#app/ui/ideas/field-name.ts';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => `${t('organising:managed.panel')} – ${data.contest.name}`,
};

export const loader = forOfficers(async ({ person, part }) => {
  const contest = await findManagedContest({ slug: part('slug'), by: person });
  const [seats, fields] = await Promise.all([findPanel({ contestId: contest.id }), findFields()]);
  return { contest, seats, fields, me: person.id };
});

export const action = forOfficers(async ({ person, part, form }) => {
  const slug = part('slug');
  const { whom, kind, minLoad, maxLoad, pools, fieldIds, deputy } = await form(appointmentForm);
  if (kind === 'JUDGE') {
    const seat = { minLoad: minLoad ?? 0, maxLoad: maxLoad ?? 50, pools, fieldIds, deputy };
    await appointJudge({ by: person, slug, whom, seat });
  } else await appointOfficer({ by: person, slug, whom, kind });
  return redirect(paths.panel({ slug }));
});

type Seat = ReturnType<typeof useLoaderData<typeof loader>>['seats'][number];

export default function Panel() {
  const { t } = useTranslation();
  const { contest, seats, me } = useLoaderData<typeof loader>();
  const present = seats.filter(({ endedAt }) => endedAt === null);
  const past = seats.filter(({ endedAt }) => endedAt !== null);
  const judges = present.filter(({ kind }) => kind === 'JUDGE');
  const over = contest.state === 'PUBLISHED' || contest.state === 'CANCELLED';
  return (
    <Page
      title={contest.name}
      trail={[
        { to: paths.administration(), label: t('admin:title') },
        { to: paths.managedContests(), label: t('organising:managed.title') },
      ]}
    >
      <ManagedContestTabs contest={contest} />
      <Section title={t('organising:panel.officers')} lead={t('organising:panel.officersLead')}>
        <Table
          caption={t('organising:panel.officers')}
          captionHidden
          cards
          rows={present.filter(({ kind }) => kind !== 'JUDGE')}
          rowKey={(seat) => seat.id}
          empty={<EmptyState icon="users" title={t('organising:panel.noOfficers')} />}
          columns={[
            {
              key: 'name',
              label: t('people:fields.fullName'),
              heading: true,
              cell: (seat) => <SeatName seat={seat} />,
            },
            {
              key: 'kind',
              label: t('organising:panel.seat'),
              cell: (seat) => <Badge tone="info">{t(`contests:seats.${seat.kind}`)}</Badge>,
            },
            {
              key: 'since',
              label: t('organising:panel.since'),
              cell: (seat) => <Time at={seat.grantedAt} form="date" />,
            },
            {
              key: 'act',
              label: t('organising:panel.change'),
              cell: (seat) =>
                over || !(contest.may.appoint || (seat.kind === 'SECRETARY' && seat.personId === me)) ? (
                  '–'
                ) : (
                  <div className="flex flex-wrap gap-2">
                    <HandOver seat={seat} />
                    {contest.may.appoint && <EndSeat seat={seat} />}
                  </div>
                ),
            },
          ]}
        />
      </Section>
      <Section
        title={t('organising:panel.judges', { count: judges.length })}
        lead={t('organising:panel.judgesLead', {
          load: judges.reduce((sum, { judge }) => sum + (judge?.deputy ? 0 : (judge?.maxLoad ?? 0)), 0),
        })}
        actions={
          <ButtonLink to={paths.judgeInvitations(contest)} tone="secondary" size="sm" icon="mail">
            {t('judging:invite.title')}
          </ButtonLink>
        }
      >
        <Table
          caption={t('organising:panel.judgesCaption')}
          captionHidden
          cards
          rows={judges}
          rowKey={(seat) => seat.id}
          empty={<EmptyState icon="clipboard" title={t('organising:panel.noJudges')} />}
          columns={[
            { key: 'number', label: '№', number: true, cell: (seat) => <Num value={seat.judge?.number ?? 0} /> },
            {
              key: 'name',
              label: t('people:fields.fullName'),
              heading: true,
              wide: true,
              cell: (seat) => (
                <>
                  <SeatName seat={seat} />
                  {seat.judge?.deputy && <Badge>{t('organising:panel.isDeputy')}</Badge>}
                </>
              ),
            },
            {
              key: 'load',
              label: t('organising:panel.load'),
              number: true,
              cell: (seat) => (
                <>
                  {seat.judge?.minLoad ?? 0}–{seat.judge?.maxLoad ?? 0}
                  {seat.judge?.hours != null && (
                    <span className="block text-muted">{t('judging:invite.hours', { count: seat.judge.hours })}</span>
                  )}
                </>
              ),
            },
            {
              key: 'pool',
              label: t('organising:panel.pool'),
              cell: (seat) =>
                contest.panels
                  .filter(({ key }) => seat.judge?.pools.includes(key))
                  .map(({ name }) => name)
                  .join('; ') || t('organising:panel.anyPool'),
            },
            { key: 'fields', label: t('organising:panel.fields'), cell: (seat) => <FieldNames seat={seat} /> },
            {
              key: 'act',
              label: t('organising:panel.change'),
              cell: (seat) =>
                over ? (
                  '–'
                ) : (
                  <div className="flex flex-wrap gap-2">
                    <ChangeSeat seat={seat} />
                    <EndSeat seat={seat} />
                  </div>
                ),
            },
          ]}
        />
      </Section>
      {!over && <Appointment />}
      {past.length > 0 && (
        <Section title={t('organising:panel.past')} level={3}>
          <ul className="divide-y divide-line text-sm">
            {past.map((seat) => (
              <li key={seat.id} className="py-2">
                {seat.name} · {t(`contests:seats.${seat.kind}`)} · <Time at={seat.grantedAt} form="date" />
                {seat.endedAt && (
                  <>
                    {' – '}
                    <Time at={seat.endedAt} form="date" />
                  </>
                )}
                {seat.endReason && <span className="block text-muted">{seat.endReason}</span>}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}

function SeatName({ seat }: { seat: Seat }) {
  return (
    <>
      {seat.name}
      <span className="block font-normal text-muted">{seat.login}</span>
    </>
  );
}

function FieldNames({ seat }: { seat: Seat }) {
  const fieldName = useFieldName();
  const { fields } = useLoaderData<typeof loader>();
  const known = fields.filter(({ id }) => seat.judge?.fieldIds.includes(id));
  return known.length === 0 ? '–' : known.map((field) => fieldName(field)).join(', ');
}

function EndSeat({ seat }: { seat: Seat }) {
  const { t } = useTranslation();
  const { contest } = useLoaderData<typeof loader>();
  return (
    <details>
      <summary className={buttonLook('quiet', 'sm')} aria-label={t('organising:panel.endOf', { name: seat.name })}>
        {t('organising:panel.end')}
      </summary>
      <div className="mt-3 max-w-md text-left">
        <Form id={`end-${seat.id}`} action={paths.seatEnding(contest)} className="space-y-3">
          <HiddenField name="role" value={seat.id} />
          {seat.kind === 'JUDGE' && <p className="text-sm">{t('organising:panel.endMeaning')}</p>}
          <TextField name="reason" label={t('organising:panel.endReason')} max={2000} autoComplete="off" required />
          <FormActions>
            <Button tone="danger" size="sm">
              {t('organising:panel.endSend')}
            </Button>
          </FormActions>
        </Form>
      </div>
    </details>
  );
}

/** One act: the seat goes over, with the reason, and is never empty. */
function HandOver({ seat }: { seat: Seat }) {
  const { t } = useTranslation();
  const { contest, me } = useLoaderData<typeof loader>();
  return (
    <details>
      <summary className={buttonLook('quiet', 'sm')} aria-label={t('organising:panel.handOverOf', { name: seat.name })}>
        {t('organising:panel.handOver')}
      </summary>
      <div className="mt-3 max-w-md text-left">
        <Form id={`hand-${seat.id}`} action={paths.seatHandover(contest)} className="space-y-3">
          <HiddenField name="role" value={seat.id} />
          <p className="text-sm">
            {t(seat.personId === me ? 'organising:panel.handOverOwn' : 'organising:panel.handOverMeaning')}
          </p>
          <TextField
            name="whom"
            label={t('organising:panel.whom')}
            hint={t('organising:panel.whomHint')}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          <TextField name="reason" label={t('organising:panel.endReason')} max={2000} autoComplete="off" required />
          <FormActions>
            <Button size="sm">{t('organising:panel.handOverSend')}</Button>
          </FormActions>
        </Form>
      </div>
    </details>
  );
}

function ChangeSeat({ seat }: { seat: Seat }) {
  const { t } = useTranslation();
  const { contest } = useLoaderData<typeof loader>();
  if (seat.judge === null) return null;
  return (
    <details>
      <summary className={buttonLook('quiet', 'sm')} aria-label={t('organising:panel.changeOf', { name: seat.name })}>
        {t('organising:panel.changeOne')}
      </summary>
      <div className="mt-3 max-w-md text-left">
        <Form id={`seat-${seat.id}`} action={paths.seatChange(contest)} className="space-y-4">
          <HiddenField name="judge" value={seat.judge.id} />
          <SeatFields seat={seat.judge} />
          <FormActions>
            <Button size="sm">{t('organising:save')}</Button>
          </FormActions>
        </Form>
      </div>
    </details>
  );
}

function SeatFields({ seat }: { seat?: NonNullable<Seat['judge']> }) {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  const { contest, fields } = useLoaderData<typeof loader>();
  return (
    <>
      <FieldRow>
        <NumberField name="minLoad" label={t('organising:panel.minLoad')} defaultValue={seat?.minLoad ?? 0} />
        <NumberField name="maxLoad" label={t('organising:panel.maxLoad')} defaultValue={seat?.maxLoad ?? 50} />
      </FieldRow>
      <Checkboxes
        name="pools"
        label={t('organising:panel.pool')}
        hint={t('organising:panel.poolHint')}
        defaultValue={seat?.pools ?? []}
        columns={2}
        options={usePanelOptions(contest.panels)}
      />
      <Checkbox
        name="deputy"
        label={t('organising:panel.deputy')}
        hint={t('organising:panel.deputyHint')}
        defaultChecked={seat?.deputy ?? false}
      />
      <Checkboxes
        name="fieldIds"
        label={t('organising:panel.fields')}
        hint={t('organising:panel.fieldsHint')}
        defaultValue={seat?.fieldIds ?? []}
        columns={2}
        options={fields.map((field) => ({ value: field.id, label: fieldName(field) }))}
      />
    </>
  );
}

function Appointment() {
  const { t } = useTranslation();
  const { contest, seats } = useLoaderData<typeof loader>();
  return (
    <Section title={t('organising:panel.appoint')}>
      <div className="max-w-form">
        <Form key={seats.length}>
          <TextField
            name="whom"
            label={t('organising:panel.whom')}
            hint={t('organising:panel.whomHint')}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          <Choice
            name="kind"
            label={t('organising:panel.seat')}
            columns={3}
            defaultValue="JUDGE"
            options={(contest.may.appoint ? (['JUDGE', 'CHAIR', 'SECRETARY'] as const) : (['JUDGE'] as const)).map(
              (kind) => ({
                value: kind,
                label: t(`contests:seats.${kind}`),
                hint: t(`organising:seatHints.${kind}`),
              }),
            )}
          />
          <details className="rounded-card border border-line bg-surface p-4">
            <summary className="font-semibold">{t('organising:panel.forJudges')}</summary>
            <div className="mt-4 space-y-5">
              <SeatFields />
            </div>
          </details>
          <FormActions>
            <Button>{t('organising:panel.send')}</Button>
          </FormActions>
        </Form>
      </div>
    </Section>
  );
}
