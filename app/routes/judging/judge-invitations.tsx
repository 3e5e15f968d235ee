import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findFields } from '#app/domain/ideas/find-fields.server.ts';
import { findJudgeInvitations } from '#app/domain/judging/find-judge-invitations.server.ts';
import { inviteJudge } from '#app/domain/judging/invite-judge.server.ts';
import { judgeInvitationForm } from '#app/domain/judging/judge-invitation-form.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { ManagedContestTabs, useManagedTrail } from '#app/ui/contests/managed-contest-tabs.tsx';
import { usePanelOptions } from '#app/ui/contests/panel-options.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Badge, type BadgeTone } from '#app/ui/controls/badge.tsx';
import { Button, ButtonLink } from '#app/ui/controls/button.tsx';
import { Checkbox } from '#app/ui/controls/checkbox.tsx';
import { Checkboxes } from '#app/ui/controls/checkboxes.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { FieldRow } from '#app/ui/controls/field-row.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { NumberField } from '#app/ui/controls/number-field.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { useFieldName } from '#app/ui/ideas/field-name.ts';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => `${t('judging:invite.title')} – ${data.contest.name}`,
};

export const loader = forOfficers(async ({ person, part }) => {
  const [{ contest, invitations }, fields] = await Promise.all([
    findJudgeInvitations({ slug: part('slug'), by: person }),
    findFields(),
  ]);
  return { contest, invitations, fields };
});

export const action = forOfficers(async ({ person, part, form }) => {
  const slug = part('slug');
  const { email, ...seat } = await form(judgeInvitationForm);
  await inviteJudge({ by: person, slug, email, seat });
  return redirect(paths.judgeInvitations({ slug }));
});

type Invitation = ReturnType<typeof useLoaderData<typeof loader>>['invitations'][number];

const tones: Record<Invitation['state'], BadgeTone> = {
  waiting: 'warn',
  open: 'info',
  seated: 'ok',
  declined: 'neutral',
  expired: 'neutral',
  refused: 'neutral',
  withdrawn: 'neutral',
};

export default function JudgeInvitations() {
  const { t } = useTranslation();
  const { contest, invitations } = useLoaderData<typeof loader>();
  const over = contest.state === 'PUBLISHED' || contest.state === 'CANCELLED';
  const waiting = invitations.filter(({ state }) => state === 'waiting');
  const rest = invitations.filter(({ state }) => state !== 'waiting');
  return (
    <Page
      title={t('judging:invite.title')}
      lead={t('judging:invite.lead')}
      trail={useManagedTrail(contest, { to: paths.panel(contest), label: t('organising:managed.panel') })}
      actions={
        over ? undefined : (
          <ButtonLink to={paths.judgesImport(contest)} tone="secondary" icon="upload">
            {t('judging:table.title')}
          </ButtonLink>
        )
      }
    >
      <ManagedContestTabs contest={contest} />
      {waiting.length > 0 && (
        <Section title={t('judging:invite.waiting', { count: waiting.length })} lead={t('judging:invite.waitingLead')}>
          <ul className="grid gap-4 lg:grid-cols-2">
            {waiting.map((invitation) => (
              <li key={invitation.id} className="rounded-card border border-line bg-surface p-4">
                <p className="text-lg font-semibold">{invitation.person?.name}</p>
                <p className="text-sm wrap-anywhere text-muted">
                  {invitation.person?.login}
                  {invitation.name && ` · ${t('judging:invite.meantFor', { name: invitation.name })}`}
                </p>
                <p className="mt-2 text-sm">
                  <Offer invitation={invitation} />
                </p>
                <Ties invitation={invitation} />
                {!over && (
                  <div className="mt-3 flex flex-wrap gap-2">
                    {!invitation.person?.self && (
                      <ActButton
                        action={paths.judgeConfirmation(contest, invitation)}
                        label={t('judging:invite.confirm')}
                        describe={t('judging:invite.confirmOne', { name: invitation.person?.name })}
                        tone="primary"
                        size="sm"
                      />
                    )}
                    <ActButton
                      action={paths.judgeInvitationWithdrawal(contest, invitation)}
                      label={t('judging:invite.refuse')}
                      describe={t('judging:invite.refuseOne', { name: invitation.person?.name })}
                      size="sm"
                      confirm={t('judging:invite.refuseMeaning')}
                      confirmLabel={t('judging:invite.refuse')}
                    />
                  </div>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('judging:invite.sent', { count: rest.length })}>
        <Table
          caption={t('judging:invite.sent', { count: rest.length })}
          captionHidden
          cards
          rows={rest}
          rowKey={(invitation) => invitation.id}
          empty={
            <EmptyState icon="mail" title={t('judging:invite.none')}>
              {t('judging:invite.noneWhy')}
            </EmptyState>
          }
          columns={[
            {
              key: 'who',
              label: t('judging:invite.who'),
              heading: true,
              cell: (invitation) => (
                <>
                  {invitation.person?.name ?? (invitation.name || invitation.email || t('judging:invite.code'))}
                  {(invitation.person !== null || invitation.name !== '') && (
                    <span className="block font-normal wrap-anywhere text-muted">
                      {invitation.email ?? invitation.person?.login ?? t('judging:invite.code')}
                    </span>
                  )}
                </>
              ),
            },
            {
              key: 'state',
              label: t('judging:fields.state'),
              cell: (invitation) => (
                <Badge tone={tones[invitation.state]}>{t(`judging:invite.states.${invitation.state}`)}</Badge>
              ),
            },
            {
              key: 'offer',
              label: t('judging:invite.offer'),
              cell: (invitation) => (
                <span className="text-sm">
                  <Offer invitation={invitation} />
                  <Ties invitation={invitation} />
                </span>
              ),
            },
            { key: 'at', label: t('judging:invite.at'), cell: (invitation) => <Time at={invitation.at} form="date" /> },
            {
              key: 'act',
              label: t('organising:panel.change'),
              cell: (invitation) =>
                invitation.state !== 'open' ? (
                  '–'
                ) : (
                  <span className="flex flex-wrap gap-2 max-sm:justify-end">
                    {invitation.email === null && (
                      <ButtonLink to={paths.standCode(contest, invitation)} tone="secondary" size="sm" icon="print">
                        {t('judging:invite.show')}
                      </ButtonLink>
                    )}
                    <ActButton
                      action={paths.judgeInvitationWithdrawal(contest, invitation)}
                      label={t('judging:invite.withdraw')}
                      size="sm"
                      confirm={t('judging:invite.withdrawMeaning')}
                      confirmLabel={t('judging:invite.withdraw')}
                    />
                  </span>
                ),
            },
          ]}
        />
      </Section>
      {!over && (
        <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
          <Section title={t('judging:invite.byMail')} lead={t('judging:invite.byMailLead')}>
            <Form key={invitations.length} id="mail">
              <TextField
                name="email"
                type="email"
                label={t('people:fields.email')}
                autoComplete="off"
                inputMode="email"
                required
              />
              <OfferFields />
              <FormActions>
                <Button icon="mail">{t('judging:invite.send')}</Button>
              </FormActions>
            </Form>
          </Section>
          <Section title={t('judging:invite.atStand')} lead={t('judging:invite.atStandLead')}>
            <Form id="stand" action={paths.standCodes(contest)}>
              <OfferFields />
              <FormActions>
                <Button tone="secondary">{t('judging:invite.make')}</Button>
              </FormActions>
            </Form>
          </Section>
        </div>
      )}
    </Page>
  );
}

function Offer({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  const { contest, fields } = useLoaderData<typeof loader>();
  const pools = contest.panels.filter(({ key }) => invitation.pools.includes(key));
  const known = fields.filter(({ id }) => invitation.fieldIds.includes(id));
  return (
    <>
      {t('judging:invite.load', { min: invitation.minLoad, max: invitation.maxLoad })}
      {invitation.hours !== null && ` · ${t('judging:invite.hours', { count: invitation.hours })}`}
      {pools.length > 0 && ` · ${pools.map(({ name }) => name).join('; ')}`}
      {invitation.deputy && ` · ${t('judging:invite.deputy')}`}
      {known.length > 0 && ` · ${known.map((field) => fieldName(field)).join(', ')}`}
    </>
  );
}

/** What a judge said of whom they know: the secretary lays it down as relations or conflicts. */
function Ties({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation();
  if (invitation.ties === '') return null;
  return (
    <span className="mt-2 block rounded-field bg-sunken px-3 py-2">
      <span className="block text-sm font-semibold">{t('judging:invite.ties')}</span>
      <span className="as-typed block">{invitation.ties}</span>
      <span className="mt-1 block text-sm text-muted">{t('judging:invite.tiesNext')}</span>
    </span>
  );
}

function OfferFields() {
  const { t } = useTranslation();
  const { contest } = useLoaderData<typeof loader>();
  return (
    <>
      <TextField name="name" label={t('judging:invite.name')} max={100} autoComplete="off" optional />
      <FieldRow>
        <NumberField name="minLoad" label={t('organising:panel.minLoad')} defaultValue={0} />
        <NumberField name="maxLoad" label={t('organising:panel.maxLoad')} defaultValue={50} />
      </FieldRow>
      <Checkboxes
        name="pools"
        label={t('organising:panel.pool')}
        hint={t('organising:panel.poolHint')}
        columns={2}
        options={usePanelOptions(contest.panels)}
      />
      <Checkbox name="deputy" label={t('organising:panel.deputy')} hint={t('organising:panel.deputyHint')} />
    </>
  );
}
