import { redirect } from '@remix-run/node';
import { suspensionForm } from '#app/domain/contests/postponing.ts';
import { suspendContest } from '#app/domain/contests/suspend-contest.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forOfficers(async ({ part }) => redirect(paths.postponement({ slug: part('slug') })));

export const action = forOfficers(async ({ person, part, form }) => {
  const slug = part('slug');
  await suspendContest({ by: person, slug, ...(await form(suspensionForm)) });
  return redirect(paths.managedContest({ slug }));
});
