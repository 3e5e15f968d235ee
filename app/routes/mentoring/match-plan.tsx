import { redirect } from '@remix-run/node';
import { planMatch } from '#app/domain/mentoring/plan-match.server.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forStaff(async ({ person, part }) => {
  await planMatch({ by: person, slug: part('slug') });
  return redirect(`${paths.managedProgramme({ slug: part('slug') })}#ghep`);
});

export const loader = forStaff(async ({ part }) => redirect(paths.managedProgramme({ slug: part('slug') })));
