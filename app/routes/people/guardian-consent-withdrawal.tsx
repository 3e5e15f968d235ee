import { redirect } from '@remix-run/node';
import { guardianWithdrawalForm } from '#app/domain/people/consent-form.ts';
import { withdrawAsGuardian } from '#app/domain/people/withdraw-as-guardian.server.ts';
import { paths } from '#app/paths.ts';
import { forAnyone } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forAnyone(async ({ form }) => {
  const { token } = await form(guardianWithdrawalForm);
  await withdrawAsGuardian({ token });
  return redirect(`${paths.guardianConsent({ token })}&da-luu=1`);
});

export const loader = forAnyone(async () => redirect(paths.guardianConsent()));
