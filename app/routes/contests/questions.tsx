import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { askQuestion } from '#app/domain/contests/ask-question.server.ts';
import { findContest } from '#app/domain/contests/find-contest.server.ts';
import { findQuestions } from '#app/domain/contests/find-questions.server.ts';
import { questionForm } from '#app/domain/contests/question-form.ts';
import { paths } from '#app/paths.ts';
import { forMembers, forReaders, insistOn } from '#app/routes/door.server.ts';
import { pageIn } from '#app/routes/page-in.ts';
import { QuestionList } from '#app/ui/contests/question-list.tsx';
import { Button, ButtonLink } from '#app/ui/controls/button.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Pagination } from '#app/ui/controls/pagination.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Written } from '#app/ui/ideas/written.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => t('contests:questions.windowTitle', { contest: data.contest.name }),
};

export const loader = forReaders(async ({ part, person, url }) => {
  const { id, slug, name, phase } = insistOn(await findContest({ slug: part('slug'), by: person }));
  const page = pageIn(url);
  return {
    contest: { slug, name, phase },
    signedIn: person !== null,
    page,
    ...(await findQuestions({ contestId: id, by: person, page })),
  };
});

export const action = forMembers(async ({ person, part, form }) => {
  const slug = part('slug');
  const { question } = await form(questionForm);
  await askQuestion({ by: person, slug, text: question });
  return redirect(paths.questions({ slug }));
});

export default function Questions() {
  const { t } = useTranslation();
  const { contest, signedIn, answered, own, page, pages } = useLoaderData<typeof loader>();
  const over = contest.phase === 'published' || contest.phase === 'cancelled';
  return (
    <Page
      title={t('contests:questions.title')}
      lead={contest.name}
      width="reading"
      trail={[
        { to: paths.contests(), label: t('contests:list.title') },
        { to: paths.contest(contest), label: contest.name },
      ]}
    >
      {answered.length === 0 ? (
        <EmptyState icon="chat" title={t('contests:questions.none')}>
          {t(over ? 'contests:questions.noneOver' : 'contests:questions.noneWhy')}
        </EmptyState>
      ) : (
        <QuestionList questions={answered} />
      )}
      <Pagination page={page} pages={pages} />
      {own.length > 0 && (
        <Section title={t('contests:questions.own')}>
          <ul className="space-y-3">
            {own.map((question) => (
              <li key={question.id} className="rounded-card border border-line bg-surface p-4">
                <Written text={question.text} />
                <p className="mt-1 text-sm text-muted">
                  {t('contests:questions.waits')} · <Time at={question.at} />
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {!over && (
        <Section title={t('contests:questions.ask')} lead={t('contests:questions.askLead')}>
          {signedIn ? (
            <Form key={own.length}>
              <TextArea
                name="question"
                label={t('contests:questions.question')}
                hint={t('contests:questions.hint')}
                rows={4}
                max={2000}
                required
              />
              <FormActions>
                <Button>{t('contests:questions.send')}</Button>
              </FormActions>
            </Form>
          ) : (
            <ButtonLink to={paths.signIn({ next: paths.questions(contest) })} tone="secondary">
              {t('contests:questions.signIn')}
            </ButtonLink>
          )}
        </Section>
      )}
    </Page>
  );
}
