import { redirect } from '@remix-run/node';
import { leaveTeam } from '#app/domain/ideas/leave-team.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forMembers(async ({ part }) => redirect(paths.ideaTeam({ slug: part('slug') })));

/** Who leaves is led to their own things; who removes somebody stays with the team. */
export const action = forMembers(async ({ person, part }) => {
  const left = await leaveTeam({ by: person, slug: part('slug'), memberId: part('id') });
  return redirect(left.self ? paths.mine() : paths.ideaTeam(left));
});
