import { redirect } from '@remix-run/node';
import { findMembershipPlace } from '#app/domain/units/find-membership-place.server.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';

/** A membership is looked at among the members of its unit. */
export const loader = forStaff(async ({ person, part }) => {
  const { unit } = await findMembershipPlace({ by: person, membershipId: part('id') });
  return redirect(paths.unitMembers(unit));
});
