import { redirect } from '@remix-run/node';
import { mailForm } from '#app/domain/people/account-form.ts';
import { askMailVerification } from '#app/domain/people/ask-mail-verification.server.ts';
import { paths } from '#app/paths.ts';
import { forAnyone } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forAnyone(async ({ form }) => {
  await askMailVerification(await form(mailForm));
  return redirect(`${paths.signUp()}?da-gui=1`);
});

export const loader = forAnyone(async () => redirect(paths.signUp()));
