import { redirect } from '@remix-run/node';
import { withdrawRequest } from '#app/domain/mentoring/withdraw-request.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forMembers(async ({ person, part }) => {
  return redirect(paths.ideaMentoring(await withdrawRequest({ by: person, slug: part('slug') })));
});

export const loader = forMembers(async ({ part }) => redirect(paths.ideaMentoring({ slug: part('slug') })));
