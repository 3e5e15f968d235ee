import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findAnnouncements } from '#app/domain/contests/find-announcements.server.ts';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import { makeAnnouncement } from '#app/domain/contests/make-announcement.server.ts';
import { announcementForm } from '#app/domain/contests/question-form.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { pageIn } from '#app/routes/page-in.ts';
import { AnnouncementList } from '#app/ui/contests/announcement-list.tsx';
import { ManagedContestTabs, useContestsTrail } from '#app/ui/contests/managed-contest-tabs.tsx';
import { Button } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Pagination } from '#app/ui/controls/pagination.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => `${t('contests:announcements.title')} – ${data.contest.name}`,
};

export const loader = forOfficers(async ({ person, part, url }) => {
  const contest = await findManagedContest({ slug: part('slug'), by: person });
  const page = pageIn(url);
  return { contest, page, ...(await findAnnouncements({ contestId: contest.id, page })) };
});

export const action = forOfficers(async ({ person, part, form }) => {
  const slug = part('slug');
  await makeAnnouncement({ by: person, slug, ...(await form(announcementForm)) });
  return redirect(paths.managedAnnouncements({ slug }));
});

export default function ManagedAnnouncements() {
  const { t } = useTranslation();
  const { contest, announcements, total, page, pages } = useLoaderData<typeof loader>();
  return (
    <Page title={contest.name} trail={useContestsTrail()}>
      <ManagedContestTabs contest={contest} />
      {contest.openedAt === null ? (
        <Notice>{t('organising:announcements.afterOpening')}</Notice>
      ) : (
        <Section title={t('organising:announcements.make')} lead={t('organising:announcements.makeLead')}>
          <div className="max-w-form">
            <Form key={total}>
              <TextField name="title" label={t('organising:announcements.titleField')} max={160} required />
              <TextArea name="text" label={t('organising:announcements.text')} rows={6} max={10_000} required />
              <FormActions>
                <Button>{t('organising:announcements.send')}</Button>
              </FormActions>
            </Form>
          </div>
        </Section>
      )}
      {announcements.length > 0 && (
        <Section title={t('organising:announcements.sent')}>
          <div className="max-w-reading space-y-5">
            <AnnouncementList announcements={announcements} />
            <Pagination page={page} pages={pages} />
          </div>
        </Section>
      )}
    </Page>
  );
}
