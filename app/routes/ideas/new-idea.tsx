import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { beginIdea } from '#app/domain/ideas/begin-idea.server.ts';
import { findMyIdeas } from '#app/domain/ideas/find-my-ideas.server.ts';
import { newIdeaForm } from '#app/domain/ideas/idea-form.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { Button } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { StateBadge } from '#app/ui/ideas/state-badge.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('ideas:begin.title'), noindex: true };

export const loader = forMembers(async ({ person }) => {
  const { ideas, invitations } = await findMyIdeas({ by: person });
  return {
    invitations,
    drafts: ideas.filter((idea) => idea.state === 'DRAFT' || idea.state === 'RETURNED').slice(0, 10),
  };
});

export const action = forMembers(async ({ person, form }) => {
  const { title } = await form(newIdeaForm);
  const idea = await beginIdea({ by: person, title });
  return redirect(paths.ideaDraft(idea));
});

export default function NewIdea() {
  const { t } = useTranslation();
  const { drafts, invitations } = useLoaderData<typeof loader>();
  return (
    <Page title={t('ideas:begin.title')} lead={t('ideas:begin.lead')} width="form">
      <Form id="new">
        <TextField name="title" label={t('ideas:begin.name')} hint={t('ideas:begin.nameHint')} autoComplete="off" />
        <FormActions>
          <Button icon="spark">{t('ideas:begin.start')}</Button>
        </FormActions>
      </Form>
      {invitations.length > 0 && (
        <Section title={t('ideas:begin.invitations')}>
          <ul className="divide-y divide-line rounded-card border border-line bg-surface">
            {invitations.map((invitation) => (
              <li key={invitation.id} className="px-4 py-3">
                <Link to={paths.teamInvitation(invitation)} className="link font-semibold">
                  {invitation.title || t('ideas:untitled')}
                </Link>
                <p className="text-sm text-muted">
                  <Time at={invitation.at} form="ago" />
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {drafts.length > 0 && (
        <Section title={t('ideas:begin.drafts')}>
          <ul className="divide-y divide-line rounded-card border border-line bg-surface">
            {drafts.map((idea) => (
              <li key={idea.slug} className="px-4 py-3">
                <Link to={paths.ideaDraft(idea)} className="link font-semibold wrap-anywhere">
                  {idea.title || t('ideas:untitled')}
                </Link>
                <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
                  <StateBadge state={idea.state} />
                  <span>
                    {t('ideas:begin.savedAt')} <Time at={idea.changedAt} form="ago" />
                  </span>
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('ideas:begin.stepsTitle')}>
        <ol className="list-decimal space-y-2 pl-6">
          {(['write', 'send', 'grow'] as const).map((step) => (
            <li key={step}>{t(`ideas:begin.steps.${step}`)}</li>
          ))}
        </ol>
      </Section>
    </Page>
  );
}
