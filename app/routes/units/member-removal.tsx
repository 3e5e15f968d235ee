import { redirect } from '@remix-run/node';
import { findMember } from '#app/domain/units/find-member.server.ts';
import { removeMember } from '#app/domain/units/remove-member.server.ts';
import { declineForm } from '#app/domain/units/unit-form.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forStaff(async ({ person, part, form }) => {
  const { reason } = await form(declineForm);
  return redirect(paths.unitMembers(await removeMember({ by: person, membershipId: part('id'), reason })));
});

export const loader = forStaff(async ({ person, part }) =>
  redirect(paths.member(await findMember({ by: person, membershipId: part('id') }))),
);
