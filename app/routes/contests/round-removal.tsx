import { redirect } from '@remix-run/node';
import { removeRound } from '#app/domain/contests/remove-round.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forOfficers(async ({ part }) => redirect(paths.managedContest({ slug: part('slug') })));

export const action = forOfficers(async ({ part, person }) => {
  const slug = part('slug');
  await removeRound({ by: person, slug, number: numberIn(part('number')) });
  return redirect(paths.managedContest({ slug }));
});
