import { redirect } from '@remix-run/node';
import { checkMentor } from '#app/domain/mentoring/check-mentor.server.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forStaff(async ({ person, part }) => {
  await checkMentor({ by: person, id: part('id') });
  return redirect(paths.managedMentoring());
});

export const loader = forStaff(async () => redirect(paths.managedMentoring()));
