import { redirect } from '@remix-run/node';
import { declineEntryInvitation } from '#app/domain/contests/decline-entry-invitation.server.ts';
import { tokenForm } from '#app/domain/people/account-form.ts';
import { paths } from '#app/paths.ts';
import { forAnyone } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forAnyone(async () => redirect(paths.entryInvitation()));

export const action = forAnyone(async ({ person, form }) => {
  const { token } = await form(tokenForm);
  await declineEntryInvitation({ by: person, token });
  return redirect(paths.entryInvitation({ token }));
});
