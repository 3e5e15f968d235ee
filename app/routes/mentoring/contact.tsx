import { redirect } from '@remix-run/node';
import { shareInMentorship } from '#app/domain/mentoring/share-in-mentorship.server.ts';
import { shareForm } from '#app/domain/people/contact.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forMembers(async ({ person, part, form }) => {
  await shareInMentorship({ by: person, id: part('id'), form: await form(shareForm) });
  return redirect(paths.mentorship({ id: part('id') }));
});

export const loader = forMembers(async ({ part }) => redirect(paths.mentorship({ id: part('id') })));
