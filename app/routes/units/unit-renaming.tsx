import { redirect } from '@remix-run/node';
import { renameUnit } from '#app/domain/units/rename-unit.server.ts';
import { renamingForm } from '#app/domain/units/unit-form.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forStaff(async ({ person, part, form }) => {
  const slug = part('slug');
  await renameUnit({ by: person, slug, ...(await form(renamingForm)) });
  return redirect(paths.managedUnit({ slug }));
});

export const loader = forStaff(async ({ part }) => redirect(paths.managedUnit({ slug: part('slug') })));
