import { redirect } from '@remix-run/node';
import { askGuardianOfNomination } from '#app/domain/awards/ask-guardian-of-nomination.server.ts';
import { guardianForm } from '#app/domain/people/consent-form.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forMembers(async ({ person, part, form }) => {
  const entry = await askGuardianOfNomination({ by: person, id: part('id'), form: await form(guardianForm) });
  return redirect(paths.entry(entry, entry));
});

export const loader = forMembers(async () => redirect(paths.mine()));
