import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import { findQuestions, findQuestionsWaiting } from '#app/domain/contests/find-questions.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { pageIn } from '#app/routes/page-in.ts';
import { AnswerForm } from '#app/ui/contests/answer-form.tsx';
import { ManagedContestTabs, useContestsTrail } from '#app/ui/contests/managed-contest-tabs.tsx';
import { buttonLook } from '#app/ui/controls/button.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Pagination } from '#app/ui/controls/pagination.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Written } from '#app/ui/ideas/written.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => `${t('contests:questions.title')} – ${data.contest.name}`,
};

export const loader = forOfficers(async ({ person, part, url }) => {
  const contest = await findManagedContest({ slug: part('slug'), by: person });
  const page = pageIn(url);
  const [{ answered, total, pages }, open] = await Promise.all([
    findQuestions({ contestId: contest.id, by: null, page }),
    findQuestionsWaiting({ contestId: contest.id, seesTeams: contest.may.seeTeams }),
  ]);
  return { contest, answered, total, page, pages, open };
});

export default function ManagedQuestions() {
  const { t } = useTranslation();
  const { contest, answered, page, pages, open } = useLoaderData<typeof loader>();
  const cancelled = contest.state === 'CANCELLED';
  return (
    <Page title={contest.name} trail={useContestsTrail()}>
      <ManagedContestTabs contest={contest} />
      <Section title={t('organising:questions.waiting', { count: open.total })}>
        <div className="max-w-reading space-y-5">
          {open.withheld && open.total > 0 && <Notice tone="info">{t('organising:refusals.questionsTell')}</Notice>}
          {open.total === 0 && (
            <EmptyState icon="chat" title={t('organising:questions.allAnswered')}>
              {t('organising:questions.allAnsweredWhy')}
            </EmptyState>
          )}
          {open.waiting.map((question) => (
            <article key={question.id} className="rounded-card border border-line bg-surface p-5">
              <Written text={question.text} />
              <p className="mt-1 mb-4 text-sm text-muted">
                {question.by} · <Time at={question.at} />
              </p>
              {!cancelled && (
                <AnswerForm
                  action={paths.answer(contest)}
                  question={{ id: question.id, shown: question.text, answer: '' }}
                  blind={contest.hidesTeams}
                />
              )}
            </article>
          ))}
          {open.waiting.length > 0 && open.waiting.length < open.total && (
            <p className="text-muted">{t('organising:questions.oldestFirst', { count: open.waiting.length })}</p>
          )}
        </div>
      </Section>
      {answered.length > 0 && (
        <Section title={t('organising:questions.answered')}>
          <ul className="max-w-reading space-y-4">
            {answered.map((one) => (
              <li key={one.id} className="rounded-card border border-line bg-surface p-5">
                <p className="font-semibold">{one.question}</p>
                <div className="mt-2">
                  <Written text={one.answer} />
                </div>
                <p className="mt-1 text-sm text-muted">
                  <Time at={one.answeredAt} />
                  {one.correctedAt && (
                    <>
                      {' · '}
                      {t('contests:questions.corrected')} <Time at={one.correctedAt} />
                    </>
                  )}
                </p>
                {!cancelled && !open.withheld && (
                  <details className="mt-3">
                    <summary className={buttonLook('quiet', 'sm')}>{t('organising:questions.correct')}</summary>
                    <div className="mt-3">
                      <AnswerForm
                        action={paths.answer(contest)}
                        question={{ id: one.id, shown: one.question, answer: one.answer }}
                        blind={contest.hidesTeams}
                      />
                    </div>
                  </details>
                )}
              </li>
            ))}
          </ul>
          <Pagination page={page} pages={pages} />
        </Section>
      )}
    </Page>
  );
}
