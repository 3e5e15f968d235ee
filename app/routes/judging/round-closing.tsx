import { redirect } from '@remix-run/node';
import { closeRound } from '#app/domain/judging/close-round.server.ts';
import { closingForm } from '#app/domain/judging/round-form.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forOfficers(async ({ part }) =>
  redirect(paths.managedRound({ slug: part('slug') }, { number: part('number') })),
);

export const action = forOfficers(async ({ part, person, form }) => {
  const typed = await form(closingForm);
  const slug = part('slug');
  const number = numberIn(part('number'));
  await closeRound({ by: person, slug, number, reason: typed.reason });
  return redirect(paths.managedRound({ slug }, { number }));
});
