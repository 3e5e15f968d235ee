import { redirect } from '@remix-run/node';
import { inviteJudges } from '#app/domain/judging/invite-judges.server.ts';
import { judgeRowsForm } from '#app/domain/judging/judge-table.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forOfficers(async ({ part }) => redirect(paths.judgesImport({ slug: part('slug') })));

export const action = forOfficers(async ({ part, person, form }) => {
  const slug = part('slug');
  const { rows } = await form(judgeRowsForm);
  await inviteJudges({ by: person, slug, rows });
  return redirect(paths.judgeInvitations({ slug }));
});
