import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findMentorship } from '#app/domain/mentoring/find-mentorship.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { DefinitionList } from '#app/ui/controls/definition-list.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { ReasonForm } from '#app/ui/controls/reason-form.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { SessionForm } from '#app/ui/mentoring/session-form.tsx';
import { ContactBox } from '#app/ui/people/contact-box.tsx';

export const handle: PageHandle<typeof loader> = {
  title: (t, { mentorship }) => t('mentoring:mentorship.title', { idea: mentorship.idea.title }),
  noindex: true,
};

export const loader = forMembers(async ({ person, part, now }) => ({
  mentorship: await findMentorship({ by: person, id: part('id') }),
  now,
}));

export default function Mentorship() {
  const { t } = useTranslation();
  const { mentorship, now } = useLoaderData<typeof loader>();
  const { side, idea, mentor, team, sessions } = mentorship;
  const standing = mentorship.endedAt === null;
  return (
    <Page
      title={t('mentoring:mentorship.title', { idea: idea.title })}
      lead={t('mentoring:mentorship.lead', { mentor: mentor.name, idea: idea.title })}
      width="reading"
      trail={[
        side === 'mentor'
          ? { to: paths.ownMentoring(), label: t('mentoring:own.title') }
          : { to: paths.ideaMentoring(idea), label: t('mentoring:ask.title') },
      ]}
    >
      {mentorship.endedBySide !== null && (
        <Notice>
          {t(`mentoring:mentorship.ended.${mentorship.endedBySide}`, { reason: mentorship.endReason ?? '' })}
        </Notice>
      )}
      <DefinitionList
        items={[
          { label: t('mentoring:mentorship.mentor'), value: mentor.name },
          {
            label: t('mentoring:mentorship.team'),
            value: team
              .map(({ name, lead }) => (lead ? `${name} (${t('mentoring:mentorship.leader')})` : name))
              .join(', '),
          },
          { label: t('mentoring:mentorship.since'), value: <Time at={mentorship.startedAt} form="date" /> },
          {
            label: t('mentoring:mentorship.total'),
            value: `${t('mentoring:ask.sessions', { count: sessions.length })}, ${t('mentoring:mentorship.minutes', { count: mentorship.minutes })}`,
          },
        ]}
      />
      {standing && (
        <ContactBox
          others={mentorship.others}
          mine={mentorship.mine}
          sharing={paths.mentorshipContact(mentorship)}
          withdrawal={paths.mentorshipContactWithdrawal(mentorship)}
        />
      )}
      <Section title={t('mentoring:mentorship.sessions')}>
        {sessions.length === 0 ? (
          <EmptyState icon="calendar" title={t('mentoring:mentorship.noSessions')}>
            {standing && t('mentoring:mentorship.noSessionsWhy')}
          </EmptyState>
        ) : (
          <ul className="space-y-3">
            {sessions.map((session) => (
              <Card key={session.id} as="li" className="space-y-2">
                <p className="font-semibold">
                  <Time at={session.heldAt} /> · {t('mentoring:mentorship.minutes', { count: session.minutes })} ·{' '}
                  {t(session.online ? 'mentoring:mentorship.online' : 'mentoring:mentorship.inPerson')}
                </p>
                <p className="as-typed wrap-anywhere">{session.summary}</p>
                {session.nextSteps !== '' && (
                  <p className="as-typed wrap-anywhere">
                    <strong>{t('mentoring:mentorship.next')}: </strong>
                    {session.nextSteps}
                  </p>
                )}
                <p className="text-sm text-muted">{t('mentoring:mentorship.notedBy', { name: session.by })}</p>
              </Card>
            ))}
          </ul>
        )}
      </Section>
      {standing && (
        <Section title={t('mentoring:mentorship.note')}>
          <SessionForm key={sessions.length} mentorship={mentorship} now={now} />
        </Section>
      )}
      {standing && side !== 'member' && (
        <ReasonForm
          id="end"
          action={paths.mentorshipEnding(mentorship)}
          label={t('mentoring:mentorship.end')}
          lead={t('mentoring:mentorship.endLead')}
          reasonLabel={t('mentoring:mentorship.endReason')}
          send={t('mentoring:mentorship.endSend')}
        />
      )}
    </Page>
  );
}
