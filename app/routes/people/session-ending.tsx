import { redirect } from '@remix-run/node';
import { sessionEndingForm } from '#app/domain/people/account-form.ts';
import { endSessions } from '#app/domain/people/end-sessions.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forMembers(async ({ person, session, form }) => {
  const chosen = await form(sessionEndingForm);
  await endSessions({ by: person, current: session?.id ?? null, session: chosen.session });
  return redirect(`${paths.account()}?xong=phien`);
});

export const loader = forMembers(async () => redirect(paths.account()));
