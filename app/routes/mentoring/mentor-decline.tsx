import { redirect } from '@remix-run/node';
import { declineMentor } from '#app/domain/mentoring/decline-mentor.server.ts';
import { declineForm } from '#app/domain/mentoring/mentor-form.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forStaff(async ({ person, part, form }) => {
  const { reason } = await form(declineForm);
  await declineMentor({ by: person, id: part('id'), reason });
  return redirect(paths.managedMentoring());
});

export const loader = forStaff(async () => redirect(paths.managedMentoring()));
