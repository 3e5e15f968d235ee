import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findLeadOffer } from '#app/domain/ideas/find-lead-offer.server.ts';
import { takeLead } from '#app/domain/ideas/take-lead.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Button } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('ideas:lead.title'), noindex: true };

export const loader = forMembers(async ({ person, part }) => findLeadOffer({ by: person, id: part('id') }));

export const action = forMembers(async ({ person, part }) =>
  redirect(paths.ideaTeam(await takeLead({ by: person, id: part('id') }))),
);

export default function LeadOffer() {
  const { t } = useTranslation();
  const { id, from, idea } = useLoaderData<typeof loader>();
  return (
    <Page title={t('ideas:lead.title')} lead={t('ideas:lead.lead', { name: from })} width="form">
      <p className="text-lg font-semibold wrap-anywhere">
        <Link to={paths.idea(idea)} className="link">
          {idea.title || t('ideas:untitled')}
        </Link>
      </p>
      <p>{t('ideas:lead.means')}</p>
      <Form id="take">
        <FormActions>
          <Button icon="check">{t('ideas:lead.take')}</Button>
        </FormActions>
      </Form>
      <ActButton action={paths.leadOfferDecline({ id })} label={t('ideas:lead.decline')} tone="secondary" />
    </Page>
  );
}
