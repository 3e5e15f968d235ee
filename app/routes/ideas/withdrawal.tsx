import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findIdea } from '#app/domain/ideas/find-idea.server.ts';
import { withdrawalForm } from '#app/domain/ideas/idea-form.ts';
import { withdrawIdea } from '#app/domain/ideas/withdraw-idea.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers, insistOn } from '#app/routes/door.server.ts';
import { Button, ButtonLink } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { insistOnAddress } from './present-address.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('ideas:withdrawal.title'), noindex: true };

export const loader = forMembers(async ({ person, part, url }) => {
  const idea = insistOn(await findIdea({ slug: part('slug'), by: person }));
  insistOnAddress(url, part('slug'), idea);
  if (!idea.inside?.may.withdraw) throw redirect(paths.idea(idea));
  return { slug: idea.slug, title: idea.text.title, lead: idea.inside.lead };
});

export const action = forMembers(async ({ person, part, form }) => {
  const { reason } = await form(withdrawalForm);
  return redirect(paths.idea(await withdrawIdea({ by: person, slug: part('slug'), reason })));
});

export default function Withdrawal() {
  const { t } = useTranslation();
  const idea = useLoaderData<typeof loader>();
  const title = idea.title || t('ideas:untitled');
  return (
    <Page title={t('ideas:withdrawal.title')} width="form" trail={[{ to: paths.idea(idea), label: title }]}>
      <p className="text-lg font-semibold wrap-anywhere">{title}</p>
      <Notice tone="danger">{t('ideas:withdrawal.warning')}</Notice>
      <Form id="withdrawal">
        <TextArea
          name="reason"
          label={t('ideas:withdrawal.reason')}
          hint={idea.lead ? t('ideas:withdrawal.reasonHint') : t('ideas:withdrawal.reasonStaff')}
          max={1000}
          optional={idea.lead}
        />
        <FormActions>
          <Button tone="danger" icon="trash">
            {t('ideas:withdrawal.confirm')}
          </Button>
          <ButtonLink to={paths.idea(idea)} tone="secondary">
            {t('ideas:withdrawal.keep')}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}
