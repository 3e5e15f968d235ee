import { redirect } from '@remix-run/node';
import { endProgramme } from '#app/domain/mentoring/end-programme.server.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forStaff(async ({ person, part }) => {
  await endProgramme({ by: person, slug: part('slug') });
  return redirect(paths.managedProgramme({ slug: part('slug') }));
});

export const loader = forStaff(async ({ part }) => redirect(paths.managedProgramme({ slug: part('slug') })));
