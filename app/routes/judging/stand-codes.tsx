import { redirect } from '@remix-run/node';
import { inviteJudge } from '#app/domain/judging/invite-judge.server.ts';
import { standCodeForm } from '#app/domain/judging/judge-invitation-form.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forOfficers(async ({ part }) => redirect(paths.judgeInvitations({ slug: part('slug') })));

export const action = forOfficers(async ({ part, person, form }) => {
  const slug = part('slug');
  const invitation = await inviteJudge({ by: person, slug, email: null, seat: await form(standCodeForm) });
  return redirect(paths.standCode({ slug }, invitation));
});
