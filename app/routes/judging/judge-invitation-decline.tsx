import { redirect } from '@remix-run/node';
import { declineJudgeInvitation } from '#app/domain/judging/decline-judge-invitation.server.ts';
import { tokenForm } from '#app/domain/people/account-form.ts';
import { paths } from '#app/paths.ts';
import { forAnyone } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forAnyone(async () => redirect(paths.judgeInvitation()));

export const action = forAnyone(async ({ person, form }) => {
  const { token } = await form(tokenForm);
  await declineJudgeInvitation({ by: person, token });
  return redirect(paths.judgeInvitation({ token }));
});
