import { redirect } from '@remix-run/node';
import { closeEntries } from '#app/domain/contests/close-entries.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forOfficers(async ({ part }) => redirect(paths.managedContest({ slug: part('slug') })));

export const action = forOfficers(async ({ part, person }) => {
  const slug = part('slug');
  await closeEntries({ by: person, slug });
  return redirect(paths.managedContest({ slug }));
});
