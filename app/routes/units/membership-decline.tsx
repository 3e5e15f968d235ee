import { redirect } from '@remix-run/node';
import { declineMembership } from '#app/domain/units/decline-membership.server.ts';
import { findMembershipPlace } from '#app/domain/units/find-membership-place.server.ts';
import { declineForm } from '#app/domain/units/unit-form.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forStaff(async ({ person, part, form }) => {
  const { reason } = await form(declineForm);
  return redirect(paths.unitMembers(await declineMembership({ by: person, membershipId: part('id'), reason })));
});

export const loader = forStaff(async ({ person, part }) => {
  const { unit } = await findMembershipPlace({ by: person, membershipId: part('id') });
  return redirect(paths.unitMembers(unit));
});
