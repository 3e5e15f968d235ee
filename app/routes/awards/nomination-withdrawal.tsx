import { redirect } from '@remix-run/node';
import { withdrawNomination } from '#app/domain/awards/withdraw-nomination.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forOfficers(async ({ person, part }) => {
  const slug = part('slug');
  await withdrawNomination({ by: person, slug, id: part('id') });
  return redirect(paths.nominations({ slug }));
});

export const loader = forOfficers(async ({ part }) => redirect(paths.nominations({ slug: part('slug') })));
