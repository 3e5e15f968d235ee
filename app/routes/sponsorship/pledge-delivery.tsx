import { redirect } from '@remix-run/node';
import { deliverPledge } from '#app/domain/sponsorship/deliver-pledge.server.ts';
import { deliveryForm } from '#app/domain/sponsorship/support-form.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forMembers(async ({ person, part, form }) => {
  const { note } = await form(deliveryForm);
  await deliverPledge({ by: person, id: part('id'), note });
  return redirect(paths.offer({ id: part('id') }));
});

export const loader = forMembers(async ({ part }) => redirect(paths.offer({ id: part('id') })));
