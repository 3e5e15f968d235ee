import { redirect } from '@remix-run/node';
import { declineInvitation } from '#app/domain/ideas/decline-invitation.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forMembers(async ({ part }) => redirect(paths.teamInvitation({ id: part('id') })));

export const action = forMembers(async ({ person, part }) => {
  await declineInvitation({ by: person, id: part('id') });
  return redirect(paths.mine());
});
