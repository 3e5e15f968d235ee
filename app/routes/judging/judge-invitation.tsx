import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findFields } from '#app/domain/ideas/find-fields.server.ts';
import { acceptJudgeInvitation } from '#app/domain/judging/accept-judge-invitation.server.ts';
import { findJudgeInvitation } from '#app/domain/judging/find-judge-invitation.server.ts';
import { acceptanceForm } from '#app/domain/judging/judge-invitation-form.ts';
import { paths } from '#app/paths.ts';
import { forAnyone, forMembers } from '#app/routes/door.server.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Button, ButtonLink } from '#app/ui/controls/button.tsx';
import { Card } from '#app/ui/controls/card.tsx';
import { Checkboxes } from '#app/ui/controls/checkboxes.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { NumberField } from '#app/ui/controls/number-field.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { useFieldName } from '#app/ui/ideas/field-name.ts';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { ClosedLink } from '#app/ui/people/closed-link.tsx';

export const handle: PageHandle<typeof loader> = { title: (t) => t('judging:invited.title'), noindex: true };

/** Only looks: a mail scanner that opens every link uses nothing up. */
export const loader = forAnyone(async ({ person, url }) => {
  const token = url.searchParams.get('ma') ?? '';
  const invitation = await findJudgeInvitation({ token, by: person });
  return { token, invitation, fields: invitation.open && person !== null ? await findFields() : [] };
});

export const action = forMembers(async ({ person, form }) => {
  const { token, ...accepted } = await form(acceptanceForm);
  const { seated } = await acceptJudgeInvitation({ by: person, token, form: accepted });
  return redirect(seated ? paths.desk() : paths.judgeInvitation({ token }));
});

export default function JudgeInvitation() {
  const { t } = useTranslation();
  const { token, invitation } = useLoaderData<typeof loader>();
  if (!invitation.open) return <Closed />;
  const { contest, me, email } = invitation;
  const here = paths.judgeInvitation({ token });
  return (
    <Page title={t('judging:invited.title')} lead={t('judging:invited.lead', { by: invitation.by })} width="form">
      <Card>
        <h2 className="text-2xl wrap-anywhere">
          {contest.opened ? (
            <Link to={paths.contest(contest)} className="link">
              {contest.name}
            </Link>
          ) : (
            contest.name
          )}
        </h2>
        <p className="mt-1 text-muted">{contest.host}</p>
        <p className="mt-3">
          {t('judging:invited.load', { min: invitation.load.min, max: invitation.load.max })}{' '}
          {invitation.deputy && t('judging:invited.deputy')}
        </p>
        <p className="mt-1 text-sm text-muted">
          {t('judging:invited.until')} <Time at={invitation.expiresAt} />.
        </p>
      </Card>
      {me === null ? <SignInFirst here={here} /> : <Acceptance />}
      {email !== null && (
        <ActButton
          action={paths.judgeInvitationDecline()}
          fields={{ token }}
          label={t('judging:invited.decline')}
          confirm={t('judging:invited.declineMeaning')}
          confirmLabel={t('judging:invited.decline')}
        />
      )}
    </Page>
  );
}

function Closed() {
  const { t } = useTranslation();
  const { invitation } = useLoaderData<typeof loader>();
  if (invitation.open) return null;
  if (invitation.mine === null) return <ClosedLink title={t('judging:invited.title')} because={invitation.because} />;
  const seated = invitation.mine === 'seated';
  return (
    <Page title={t('judging:invited.title')} lead={invitation.contest?.name} width="form">
      <Notice tone="success" title={t(seated ? 'judging:invited.seated' : 'judging:invited.waiting')}>
        {t(seated ? 'judging:invited.seatedNext' : 'judging:invited.waitingNext')}
      </Notice>
      <p>
        <ButtonLink to={seated ? paths.desk() : paths.mine()} icon="arrowRight">
          {t(seated ? 'judging:desk.title' : 'people:mine.title')}
        </ButtonLink>
      </p>
    </Page>
  );
}

/** Sign in, or make an account: through a letter at once, at the stand by the usual way. */
function SignInFirst({ here }: { here: string }) {
  const { t } = useTranslation();
  const { token, invitation } = useLoaderData<typeof loader>();
  if (!invitation.open) return null;
  const atStand = invitation.email === null;
  return (
    <Section
      title={t('judging:invited.first')}
      lead={t(atStand ? 'judging:invited.comeBack' : 'judging:invited.firstLead')}
    >
      <p className="flex flex-wrap items-center gap-3">
        <ButtonLink to={paths.signIn({ next: here })} icon="user">
          {t('people:signIn.title')}
        </ButtonLink>
        <ButtonLink to={atStand ? paths.signUp({ next: here }) : paths.judgeAccount({ token })} tone="secondary">
          {t('judging:invited.newAccount')}
        </ButtonLink>
      </p>
    </Section>
  );
}

function Acceptance() {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  const { token, invitation, fields } = useLoaderData<typeof loader>();
  if (!invitation.open || invitation.me === null) return null;
  return (
    <Section title={t('judging:invited.accept')} lead={t('judging:invited.as', { name: invitation.me.name })}>
      <Form id="accept">
        <HiddenField name="token" value={token} />
        {!invitation.me.proved && <Notice>{t('judging:invited.willWait')}</Notice>}
        <NumberField
          name="hours"
          label={t('judging:invited.hours')}
          hint={t('judging:invited.hoursHint', { minutes: invitation.minutes })}
          defaultValue={invitation.known.hours}
          required
        />
        <Checkboxes
          name="fieldIds"
          label={t('organising:panel.fields')}
          hint={t('judging:invited.fieldsHint')}
          defaultValue={invitation.known.fieldIds}
          columns={2}
          options={fields.map((field) => ({ value: field.id, label: fieldName(field) }))}
        />
        <TextArea
          name="ties"
          label={t('judging:invited.ties')}
          hint={t('judging:invited.tiesHint')}
          rows={4}
          max={4000}
          optional
        />
        <FormActions>
          <Button icon="check">{t('judging:invited.acceptSend')}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}
