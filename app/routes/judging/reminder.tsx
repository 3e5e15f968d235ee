import { redirect } from '@remix-run/node';
import { remindJudges } from '#app/domain/judging/remind-judges.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forOfficers(async ({ part }) =>
  redirect(paths.managedRound({ slug: part('slug') }, { number: part('number') })),
);

export const action = forOfficers(async ({ part, person }) => {
  const slug = part('slug');
  const number = numberIn(part('number'));
  await remindJudges({ by: person, slug, number });
  return redirect(paths.managedRound({ slug }, { number }));
});
