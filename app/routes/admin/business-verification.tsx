import { redirect } from '@remix-run/node';
import { verifyBusiness } from '#app/domain/sponsorship/verify-business.server.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forStaff(async ({ person, part }) => {
  await verifyBusiness({ by: person, slug: part('slug') });
  return redirect(paths.businesses());
});

export const loader = forStaff(async () => redirect(paths.businesses()));
