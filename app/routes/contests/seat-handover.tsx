import { redirect } from '@remix-run/node';
import { seatHandoverForm } from '#app/domain/contests/contest-form.ts';
import { handOverSeat } from '#app/domain/contests/hand-over-seat.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forOfficers(async ({ part }) => redirect(paths.panel({ slug: part('slug') })));

/** Whoever hands their own seat on has no business on the panel's page afterwards. */
export const action = forOfficers(async ({ part, person, form }) => {
  const { role, whom, reason } = await form(seatHandoverForm);
  const slug = part('slug');
  const own = await handOverSeat({ by: person, slug, roleId: role, whom, reason });
  return redirect(own ? paths.mine() : paths.panel({ slug }));
});
