import { redirect } from '@remix-run/node';
import { passwordChangeForm } from '#app/domain/people/account-form.ts';
import { changePassword } from '#app/domain/people/change-password.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

/** This browser goes on under a new session; what the second factor opened stays open. */
export const action = forMembers(async ({ person, session, form, beginSession }) => {
  await changePassword({ by: person, ...(await form(passwordChangeForm)) });
  const headers = await beginSession({ id: person.id, secondFactor: session?.secondFactorAt != null });
  return redirect(`${paths.account()}?xong=mat-khau`, { headers });
});

export const loader = forMembers(async () => redirect(paths.account()));
