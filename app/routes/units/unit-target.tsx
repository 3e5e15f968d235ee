import { redirect } from '@remix-run/node';
import { setTarget } from '#app/domain/units/set-target.server.ts';
import { targetForm } from '#app/domain/units/unit-form.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forStaff(async ({ person, part, form }) => {
  const slug = part('slug');
  const { ideas } = await form(targetForm);
  await setTarget({ by: person, slug, ideas });
  return redirect(paths.managedUnit({ slug }));
});

export const loader = forStaff(async ({ part }) => redirect(paths.managedUnit({ slug: part('slug') })));
