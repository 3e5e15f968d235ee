import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { acceptEntryInvitation } from '#app/domain/contests/accept-entry-invitation.server.ts';
import { findEntryInvitation } from '#app/domain/contests/find-entry-invitation.server.ts';
import { tokenForm } from '#app/domain/people/account-form.ts';
import { paths } from '#app/paths.ts';
import { forAnyone, forMembers } from '#app/routes/door.server.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Button, ButtonLink } from '#app/ui/controls/button.tsx';
import { Card } from '#app/ui/controls/card.tsx';
import { DefinitionList } from '#app/ui/controls/definition-list.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { ClosedLink } from '#app/ui/people/closed-link.tsx';

export const handle: PageHandle<typeof loader> = { title: (t) => t('contests:invited.title'), noindex: true };

/** Only looks: a mail scanner that opens every link uses nothing up. */
export const loader = forAnyone(async ({ person, url }) => {
  const token = url.searchParams.get('ma') ?? '';
  return { token, invitation: await findEntryInvitation({ token, by: person }) };
});

export const action = forMembers(async ({ person, form }) => {
  const { token } = await form(tokenForm);
  await acceptEntryInvitation({ by: person, token });
  return redirect(paths.entryInvitation({ token }));
});

type Told = {
  contest: { slug: string; name: string; host: string; closesAt: Date };
  title: string;
  team: string;
  division: string | null;
  unit: string | null;
};

export default function EntryInvitation() {
  const { t } = useTranslation();
  const { token, invitation } = useLoaderData<typeof loader>();
  if (!invitation.open) {
    if (invitation.mine === null)
      return <ClosedLink title={t('contests:invited.title')} because={invitation.because} />;
    return <Prepared />;
  }
  const { me } = invitation;
  const here = paths.entryInvitation({ token });
  return (
    <Page title={t('contests:invited.title')} lead={t('contests:invited.lead', { by: invitation.by })} width="form">
      <What told={invitation} />
      {me === null ? (
        <Section
          title={t('contests:invited.first')}
          lead={t('contests:invited.firstLead', { email: invitation.email })}
        >
          <p className="flex flex-wrap items-center gap-3">
            <ButtonLink to={paths.entrantAccount({ token })} icon="user">
              {t('contests:invited.newAccount')}
            </ButtonLink>
            <ButtonLink to={paths.signIn({ next: here })} tone="secondary">
              {t('people:signIn.title')}
            </ButtonLink>
          </p>
        </Section>
      ) : me.proved ? (
        <Section title={t('contests:invited.accept')} lead={t('contests:invited.acceptLead')}>
          {invitation.members.length > 0 && (
            <div className="mb-4">
              <p>{t('contests:invited.members')}</p>
              <ul className="mt-2 list-disc space-y-1 pl-5">
                {invitation.members.map(({ name, email }) => (
                  <li key={`${name} ${email}`} className="wrap-anywhere">
                    {[name, email].filter(Boolean).join(' · ')}
                    {email === null && <span className="block text-sm text-muted">{t('contests:invited.noMail')}</span>}
                  </li>
                ))}
              </ul>
            </div>
          )}
          <Form id="accept">
            <HiddenField name="token" value={token} />
            <FormActions>
              <Button icon="check">{t('contests:invited.acceptSend')}</Button>
            </FormActions>
          </Form>
        </Section>
      ) : (
        <Notice tone="warning" title={t('contests:invited.otherAddress')}>
          {t('contests:invited.otherAddressWhat', { email: invitation.email })}
        </Notice>
      )}
      <ActButton
        action={paths.entryInvitationDecline()}
        fields={{ token }}
        label={t('contests:invited.decline')}
        confirm={t('contests:invited.declineMeaning')}
        confirmLabel={t('contests:invited.decline')}
      />
    </Page>
  );
}

function What({ told }: { told: Told }) {
  const { t } = useTranslation();
  const { contest } = told;
  return (
    <Card>
      <h2 className="text-2xl wrap-anywhere">{told.title}</h2>
      <p className="mt-1">
        <Link to={paths.contest(contest)} className="link">
          {contest.name}
        </Link>
        , {contest.host}
      </p>
      <div className="mt-3">
        <DefinitionList
          items={[
            ...(told.team ? [{ label: t('contests:invited.team'), value: told.team }] : []),
            ...(told.division ? [{ label: t('contests:entry.division'), value: told.division }] : []),
            ...(told.unit ? [{ label: t('contests:invited.unit'), value: told.unit }] : []),
            { label: t('contests:when.closes'), value: <Time at={contest.closesAt} /> },
          ]}
        />
      </div>
    </Card>
  );
}

/** What is left to do for the lead who took it: finish the idea, hand it in, enter it. */
function Prepared() {
  const { t } = useTranslation();
  const { invitation } = useLoaderData<typeof loader>();
  if (invitation.open || invitation.mine === null) return null;
  const { contest, idea, entry } = invitation.mine;
  return (
    <Page title={t('contests:invited.prepared')} lead={contest.name} width="form">
      <What told={invitation.mine} />
      {entry !== null ? (
        <Notice tone="success" title={t('contests:invited.entered')}>
          <Link to={paths.entry(contest, entry)} className="link">
            {t('contests:entry.number', { number: entry.number })}
          </Link>
        </Notice>
      ) : idea === null || idea.state === 'WITHDRAWN' ? (
        <Notice>{t('contests:invited.ideaGone')}</Notice>
      ) : (
        <Section title={t('contests:invited.steps')}>
          <ol className="list-decimal space-y-3 pl-5">
            <li>{t('contests:invited.stepWrite')}</li>
            <li>{t('contests:invited.stepTeam')}</li>
            <li>{t('contests:invited.stepSend')}</li>
            <li>
              {t('contests:invited.stepEnter')} {!contest.takesEntries && <Time at={contest.opensAt} />}
            </li>
          </ol>
          <p className="mt-5 flex flex-wrap gap-3">
            <ButtonLink
              to={idea.state === 'DRAFT' || idea.state === 'RETURNED' ? paths.ideaDraft(idea) : paths.idea(idea)}
              tone={idea.state === 'DRAFT' || idea.state === 'RETURNED' ? 'primary' : 'secondary'}
              icon="edit"
            >
              {t(idea.state === 'DRAFT' ? 'contests:invited.toDraft' : 'contests:entry.toIdea')}
            </ButtonLink>
            <ButtonLink to={paths.ideaTeam(idea)} tone="secondary" icon="users">
              {t('contests:entry.team')}
            </ButtonLink>
            {idea.state !== 'DRAFT' && (
              <ButtonLink to={paths.newEntry(contest)} icon="send">
                {t('contests:entering.send')}
              </ButtonLink>
            )}
          </p>
        </Section>
      )}
    </Page>
  );
}
