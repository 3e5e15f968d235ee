import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { acceptInvitation } from '#app/domain/ideas/accept-invitation.server.ts';
import { findInvitation } from '#app/domain/ideas/find-invitation.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Button } from '#app/ui/controls/button.tsx';
import { Card } from '#app/ui/controls/card.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { BottomBar, Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('ideas:invitation.title'), noindex: true };

export const loader = forMembers(async ({ person, part }) => findInvitation({ by: person, id: part('id') }));

export const action = forMembers(async ({ person, part }) =>
  redirect(paths.idea(await acceptInvitation({ by: person, id: part('id') }))),
);

export default function TeamInvitation() {
  const { t } = useTranslation();
  const invitation = useLoaderData<typeof loader>();
  return (
    <Page title={t('ideas:invitation.title')} lead={t('ideas:invitation.lead', { name: invitation.lead })} width="form">
      <Card>
        <h2 className="text-2xl wrap-anywhere">{invitation.title || t('ideas:untitled')}</h2>
        <p className="mt-2 wrap-anywhere">{invitation.abstract || t('ideas:invitation.noAbstract')}</p>
        {invitation.members.length > 0 && (
          <p className="mt-3 text-sm text-muted">
            {t('ideas:invitation.others')}: {invitation.members.join(', ')}
          </p>
        )}
      </Card>
      <p className="text-muted">{t('ideas:invitation.meaning')}</p>
      <BottomBar>
        <Form id="accept" className="inline-block">
          <Button icon="check">{t('ideas:invitation.accept')}</Button>
        </Form>
        <ActButton action={paths.teamInvitationDecline(invitation)} label={t('ideas:invitation.decline')} />
      </BottomBar>
    </Page>
  );
}
