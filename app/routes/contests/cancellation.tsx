import { redirect } from '@remix-run/node';
import { cancelContest } from '#app/domain/contests/cancel-contest.server.ts';
import { reasonForm } from '#app/domain/contests/contest-form.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forOfficers(async ({ part }) => redirect(paths.managedContest({ slug: part('slug') })));

export const action = forOfficers(async ({ part, person, form }) => {
  const { reason } = await form(reasonForm);
  const slug = part('slug');
  await cancelContest({ by: person, slug, reason });
  return redirect(paths.managedContest({ slug }));
});
