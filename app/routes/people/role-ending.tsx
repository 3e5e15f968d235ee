import { redirect } from '@remix-run/node';
import { endRole } from '#app/domain/people/end-role.server.ts';
import { endingForm } from '#app/domain/people/role-form.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forStaff(async ({ person, part, form }) => {
  const { reason } = await form(endingForm);
  const { unit, own } = await endRole({ by: person, roleId: part('id'), reason });
  if (own) return redirect(paths.mine());
  return redirect(unit === null ? paths.businesses() : paths.unitRoles(unit));
});

export const loader = forStaff(async () => redirect(paths.administration()));
