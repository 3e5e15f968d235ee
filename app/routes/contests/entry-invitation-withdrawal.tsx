import { redirect } from '@remix-run/node';
import { withdrawEntryInvitation } from '#app/domain/contests/withdraw-entry-invitation.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forOfficers(async ({ part }) => redirect(paths.entryInvitations({ slug: part('slug') })));

export const action = forOfficers(async ({ part, person }) => {
  const slug = part('slug');
  await withdrawEntryInvitation({ by: person, slug, id: part('id') });
  return redirect(paths.entryInvitations({ slug }));
});
