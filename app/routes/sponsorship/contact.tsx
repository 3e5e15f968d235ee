import { redirect } from '@remix-run/node';
import { shareForm } from '#app/domain/people/contact.ts';
import { shareInSupport } from '#app/domain/sponsorship/share-in-support.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forMembers(async ({ person, part, form }) => {
  await shareInSupport({ by: person, id: part('id'), form: await form(shareForm) });
  return redirect(paths.offer({ id: part('id') }));
});

export const loader = forMembers(async ({ part }) => redirect(paths.offer({ id: part('id') })));
