import { redirect } from '@remix-run/node';
import { declineNomination } from '#app/domain/awards/decline-nomination.server.ts';
import { nominationDeclineForm } from '#app/domain/awards/nomination.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forOfficers(async ({ person, part, form }) => {
  await declineNomination({ by: person, id: part('id'), ...(await form(nominationDeclineForm)) });
  return redirect(paths.receivedNominations());
});

export const loader = forOfficers(async ({ part }) => redirect(paths.nomination({ id: part('id') })));
