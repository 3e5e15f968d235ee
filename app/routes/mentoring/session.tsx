import { redirect } from '@remix-run/node';
import { sessionForm } from '#app/domain/mentoring/mentor-form.ts';
import { noteSession } from '#app/domain/mentoring/note-session.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forMembers(async ({ person, part, form }) => {
  await noteSession({ by: person, id: part('id'), form: await form(sessionForm) });
  return redirect(paths.mentorship({ id: part('id') }));
});

export const loader = forMembers(async ({ part }) => redirect(paths.mentorship({ id: part('id') })));
