import { redirect } from '@remix-run/node';
import { appointRepresentative } from '#app/domain/sponsorship/appoint-representative.server.ts';
import { representativeForm } from '#app/domain/sponsorship/business-form.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forStaff(async ({ person, part, form }) => {
  const { whom } = await form(representativeForm);
  await appointRepresentative({ by: person, slug: part('slug'), whom });
  return redirect(paths.businesses());
});

export const loader = forStaff(async () => redirect(paths.businesses()));
