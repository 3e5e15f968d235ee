import { redirect } from '@remix-run/node';
import { confirmMembership } from '#app/domain/units/confirm-membership.server.ts';
import { findMembershipPlace } from '#app/domain/units/find-membership-place.server.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forStaff(async ({ person, part }) =>
  redirect(paths.unitMembers(await confirmMembership({ by: person, membershipId: part('id') }))),
);

export const loader = forStaff(async ({ person, part }) => {
  const { unit } = await findMembershipPlace({ by: person, membershipId: part('id') });
  return redirect(paths.unitMembers(unit));
});
