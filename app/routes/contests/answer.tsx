import { redirect } from '@remix-run/node';
import { answerQuestion } from '#app/domain/contests/answer-question.server.ts';
import { answerForm } from '#app/domain/contests/question-form.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forOfficers(async ({ part }) => redirect(paths.managedQuestions({ slug: part('slug') })));

export const action = forOfficers(async ({ part, person, form }) => {
  const slug = part('slug');
  const { question, shown, answer } = await form(answerForm);
  await answerQuestion({ by: person, slug, questionId: question, shown, answer });
  return redirect(paths.managedQuestions({ slug }));
});
