import { redirect } from '@remix-run/node';
import { consentForm } from '#app/domain/people/consent-form.ts';
import { withdrawConsent } from '#app/domain/people/withdraw-consent.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forMembers(async ({ person, form }) => {
  await withdrawConsent({ by: person, ...(await form(consentForm)) });
  return redirect(paths.consent());
});

export const loader = forMembers(async () => redirect(paths.consent()));
