import { redirect } from '@remix-run/node';
import { makePledge } from '#app/domain/sponsorship/make-pledge.server.ts';
import { pledgeForm } from '#app/domain/sponsorship/support-form.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forMembers(async ({ person, part, form }) => {
  await makePledge({ by: person, id: part('id'), form: await form(pledgeForm) });
  return redirect(paths.offer({ id: part('id') }));
});

export const loader = forMembers(async ({ part }) => redirect(paths.offer({ id: part('id') })));
