import { redirect } from '@remix-run/node';
import { ownPasswordForm } from '#app/domain/people/account-form.ts';
import { endSecondFactor } from '#app/domain/people/end-second-factor.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forMembers(async ({ person, form }) => {
  const { password } = await form(ownPasswordForm);
  await endSecondFactor({ by: person, password });
  return redirect(`${paths.secondFactor()}?da-tat=1`);
});

export const loader = forMembers(async () => redirect(paths.secondFactor()));
