import { redirect } from '@remix-run/node';
import { endingForm } from '#app/domain/contests/contest-form.ts';
import { endSeat } from '#app/domain/contests/end-seat.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forOfficers(async ({ part }) => redirect(paths.panel({ slug: part('slug') })));

export const action = forOfficers(async ({ part, person, form }) => {
  const { role, reason } = await form(endingForm);
  const slug = part('slug');
  await endSeat({ by: person, slug, roleId: role, reason });
  return redirect(paths.panel({ slug }));
});
