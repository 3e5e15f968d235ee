import { redirect } from '@remix-run/node';
import { acceptNomination } from '#app/domain/awards/accept-nomination.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forOfficers(async ({ person, part }) => {
  const id = part('id');
  await acceptNomination({ by: person, id });
  return redirect(paths.nomination({ id }));
});

export const loader = forOfficers(async ({ part }) => redirect(paths.nomination({ id: part('id') })));
