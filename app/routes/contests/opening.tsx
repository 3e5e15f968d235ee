import { redirect } from '@remix-run/node';
import { openContest } from '#app/domain/contests/open-contest.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forOfficers(async ({ part }) => redirect(paths.managedContest({ slug: part('slug') })));

export const action = forOfficers(async ({ part, person }) => {
  const slug = part('slug');
  await openContest({ by: person, slug });
  return redirect(paths.managedContest({ slug }));
});
