import { redirect } from '@remix-run/node';
import { decideSubmission } from '#app/domain/moderation/decide-submission.server.ts';
import { decisionForm } from '#app/domain/moderation/decision-form.ts';
import { findNextSubmission } from '#app/domain/moderation/find-queue.server.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';
import { filterOf, withFilter } from './queue-filter.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forStaff(async ({ part, url }) =>
  redirect(withFilter(paths.submissionReview({ id: part('id') }), filterOf(url).chosen)),
);

/** Decides, then leads to the next one that waits. */
export const action = forStaff(async ({ person, part, url, form }) => {
  const { verdict, note } = await form(decisionForm);
  const { filter, chosen } = filterOf(url);
  const submissionId = part('id');
  await decideSubmission({ by: person, submissionId, ...verdict, note });
  const next = await findNextSubmission({ by: person, after: submissionId, filter });
  return redirect(withFilter(next === null ? paths.moderation() : paths.submissionReview({ id: next }), chosen));
});
