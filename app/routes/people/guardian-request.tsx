import { redirect } from '@remix-run/node';
import { askGuardian } from '#app/domain/people/ask-guardian.server.ts';
import { guardianRequestForm } from '#app/domain/people/consent-form.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forMembers(async ({ person, form }) => {
  await askGuardian({ by: person, form: await form(guardianRequestForm) });
  return redirect(`${paths.consent()}?da-hoi=1`);
});

export const loader = forMembers(async () => redirect(paths.consent()));
