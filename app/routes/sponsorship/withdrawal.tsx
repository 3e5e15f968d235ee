import { redirect } from '@remix-run/node';
import { withdrawSupport } from '#app/domain/sponsorship/withdraw-support.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forMembers(async ({ person, part }) => {
  await withdrawSupport({ by: person, id: part('id') });
  return redirect(paths.offer({ id: part('id') }));
});

export const loader = forMembers(async ({ part }) => redirect(paths.offer({ id: part('id') })));
