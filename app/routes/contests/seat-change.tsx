import { redirect } from '@remix-run/node';
import { changeSeat } from '#app/domain/contests/change-seat.server.ts';
import { seatForm } from '#app/domain/contests/contest-form.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forOfficers(async ({ part }) => redirect(paths.panel({ slug: part('slug') })));

export const action = forOfficers(async ({ part, person, form }) => {
  const { judge, ...seat } = await form(seatForm);
  const slug = part('slug');
  await changeSeat({ by: person, slug, judgeId: judge, seat });
  return redirect(paths.panel({ slug }));
});
