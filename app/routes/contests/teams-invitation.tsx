import { redirect } from '@remix-run/node';
import { inviteTeams } from '#app/domain/contests/invite-teams.server.ts';
import { teamRowsForm } from '#app/domain/contests/team-table.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forOfficers(async ({ part }) => redirect(paths.teamsImport({ slug: part('slug') })));

export const action = forOfficers(async ({ part, person, form }) => {
  const slug = part('slug');
  const { rows } = await form(teamRowsForm);
  await inviteTeams({ by: person, slug, rows });
  return redirect(paths.entryInvitations({ slug }));
});
