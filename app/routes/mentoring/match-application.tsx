import { redirect } from '@remix-run/node';
import { applyMatch } from '#app/domain/mentoring/apply-match.server.ts';
import { planForm } from '#app/domain/mentoring/mentor-form.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forStaff(async ({ person, part, form }) => {
  const { plan } = await form(planForm);
  await applyMatch({ by: person, slug: part('slug'), planId: plan });
  return redirect(paths.managedProgramme({ slug: part('slug') }));
});

export const loader = forStaff(async ({ part }) => redirect(paths.managedProgramme({ slug: part('slug') })));
