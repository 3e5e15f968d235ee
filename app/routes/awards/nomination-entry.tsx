import { redirect } from '@remix-run/node';
import { nominationTakingForm } from '#app/domain/awards/nomination.ts';
import { takeNomination } from '#app/domain/awards/take-nomination.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forOfficers(async ({ person, part, form }) => {
  const id = part('id');
  const { into } = await form(nominationTakingForm);
  await takeNomination({ by: person, id, ...into });
  return redirect(paths.nomination({ id }));
});

export const loader = forOfficers(async ({ part }) => redirect(paths.nomination({ id: part('id') })));
