import { redirect } from '@remix-run/node';
import { consentToNomination } from '#app/domain/awards/consent-to-nomination.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forMembers(async ({ person, part }) => {
  const entry = await consentToNomination({ by: person, id: part('id') });
  return redirect(paths.entry(entry, entry));
});

export const loader = forMembers(async () => redirect(paths.mine()));
