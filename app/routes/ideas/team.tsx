import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findTeam } from '#app/domain/ideas/find-team.server.ts';
import { largestTeam } from '#app/domain/ideas/idea.ts';
import { invitationForm } from '#app/domain/ideas/idea-form.ts';
import { inviteMember } from '#app/domain/ideas/invite-member.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Avatar } from '#app/ui/controls/avatar.tsx';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Button } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Icon } from '#app/ui/controls/icon.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { insistOnAddress } from './present-address.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('ideas:team.title'), noindex: true };

export const loader = forMembers(async ({ person, part, url }) => {
  const team = await findTeam({ by: person, slug: part('slug') });
  insistOnAddress(url, part('slug'), team);
  return team;
});

export const action = forMembers(async ({ person, part, form }) => {
  const { whom } = await form(invitationForm);
  return redirect(paths.ideaTeam(await inviteMember({ by: person, slug: part('slug'), whom })));
});

export default function Team() {
  const { t } = useTranslation();
  const team = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('ideas:team.title')}
      lead={t('ideas:team.lead', { max: largestTeam })}
      width="form"
      trail={[{ to: paths.idea(team), label: team.title || t('ideas:untitled') }]}
    >
      <ul className="divide-y divide-line rounded-card border border-line bg-surface">
        {team.members.map((member) => (
          <li key={member.id} className="flex flex-wrap items-center gap-3 px-4 py-3">
            <Avatar name={member.name} />
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-2 font-semibold">
                <span className="wrap-anywhere">{member.name}</span>
                {member.lead && <Badge tone="info">{t('ideas:team.leader')}</Badge>}
                {member.me && <Badge>{t('ideas:team.me')}</Badge>}
              </p>
              <p className="text-sm text-muted">
                {t('ideas:team.since')} <Time at={member.since} form="date" />
              </p>
            </div>
            {!member.lead && team.lead && team.handover === null && (
              <ActButton
                action={paths.leadHandover(team)}
                fields={{ member: member.id }}
                label={t('ideas:lead.offer')}
                describe={t('ideas:lead.offerOne', { name: member.name })}
                tone="quiet"
                size="sm"
                confirm={t('ideas:lead.offerConfirm', { name: member.name })}
              />
            )}
            {!member.lead && (team.lead || member.me) && (
              <ActButton
                action={paths.ideaMemberLeaving(team, member)}
                label={member.me ? t('ideas:team.leave') : t('ideas:team.remove')}
                describe={member.me ? undefined : t('ideas:team.removeOne', { name: member.name })}
                tone="quiet"
                size="sm"
                confirm={
                  member.me ? t('ideas:team.leaveConfirm') : t('ideas:team.removeConfirm', { name: member.name })
                }
              />
            )}
          </li>
        ))}
      </ul>
      {team.handover && (
        <Notice title={t('ideas:lead.waiting', { name: team.handover.memberName })}>
          <p className="mb-3">{t('ideas:lead.waitingWhy')}</p>
          <ActButton action={paths.leadOfferDecline(team.handover)} label={t('ideas:lead.takeBack')} size="sm" />
        </Notice>
      )}
      {team.invitations.length > 0 && (
        <Section title={t('ideas:team.waiting')}>
          <ul className="divide-y divide-line rounded-card border border-line bg-surface">
            {team.invitations.map((invitation) => (
              <li key={invitation.id} className="flex flex-wrap items-center gap-3 px-4 py-3">
                <Icon name="mail" className="text-muted" />
                <div className="min-w-0 flex-1">
                  <p className="wrap-anywhere">{invitation.whom || t('ideas:team.hidden')}</p>
                  <p className="text-sm text-muted">
                    <Time at={invitation.at} form="ago" />
                  </p>
                </div>
                {team.lead && (
                  <ActButton
                    action={paths.ideaMemberLeaving(team, invitation)}
                    label={t('ideas:team.takeBack')}
                    describe={t('ideas:team.takeBackOne', { name: invitation.whom })}
                    tone="quiet"
                    size="sm"
                  />
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {team.inviting === 'full' && <p className="text-muted">{t('ideas:team.full', { max: largestTeam })}</p>}
      {team.inviting === 'open' && (
        <Section title={t('ideas:team.invite')}>
          <Form key={team.invitations.length} id="invite">
            <TextField
              name="whom"
              label={t('ideas:team.whom')}
              hint={t('ideas:team.whomHint')}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
            <FormActions>
              <Button icon="send">{t('ideas:team.send')}</Button>
            </FormActions>
          </Form>
        </Section>
      )}
    </Page>
  );
}
