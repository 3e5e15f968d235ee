import { redirect } from '@remix-run/node';
import { answerForm } from '#app/domain/sponsorship/support-form.ts';
import { withdrawPledge } from '#app/domain/sponsorship/withdraw-pledge.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forMembers(async ({ person, part, form }) => {
  const { reason } = await form(answerForm);
  await withdrawPledge({ by: person, id: part('id'), reason });
  return redirect(paths.offer({ id: part('id') }));
});

export const loader = forMembers(async ({ part }) => redirect(paths.offer({ id: part('id') })));
