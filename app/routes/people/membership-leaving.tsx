import { redirect } from '@remix-run/node';
import { leaveUnit } from '#app/domain/units/leave-unit.server.ts';
import { leavingForm } from '#app/domain/units/unit-form.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forMembers(async ({ person, form }) => {
  const { membership } = await form(leavingForm);
  await leaveUnit({ by: person, membershipId: membership });
  return redirect(paths.membership());
});

export const loader = forMembers(async () => redirect(paths.membership()));
