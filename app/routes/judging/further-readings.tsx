import { redirect } from '@remix-run/node';
import { assignFurther } from '#app/domain/judging/assign-further.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forOfficers(async ({ part }) =>
  redirect(paths.ranking({ slug: part('slug') }, { number: part('number') })),
);

export const action = forOfficers(async ({ part, person }) => {
  const slug = part('slug');
  const number = numberIn(part('number'));
  await assignFurther({ by: person, slug, number });
  return redirect(paths.managedRound({ slug }, { number }));
});
