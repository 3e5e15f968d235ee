import { redirect } from '@remix-run/node';
import { endMentorship } from '#app/domain/mentoring/end-mentorship.server.ts';
import { declineForm } from '#app/domain/mentoring/mentor-form.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forMembers(async ({ person, part, form }) => {
  const { reason } = await form(declineForm);
  await endMentorship({ by: person, id: part('id'), reason });
  return redirect(paths.mentorship({ id: part('id') }));
});

export const loader = forMembers(async ({ part }) => redirect(paths.mentorship({ id: part('id') })));
