import { redirect } from '@remix-run/node';
import { correctBirthDate } from '#app/domain/units/correct-birth-date.server.ts';
import { findMember } from '#app/domain/units/find-member.server.ts';
import { birthDateForm } from '#app/domain/units/unit-form.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forStaff(async ({ person, part, form }) => {
  const id = part('id');
  await correctBirthDate({ by: person, membershipId: id, form: await form(birthDateForm) });
  return redirect(paths.member({ id }));
});

export const loader = forStaff(async ({ person, part }) =>
  redirect(paths.member(await findMember({ by: person, membershipId: part('id') }))),
);
