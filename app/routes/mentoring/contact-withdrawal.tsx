import { redirect } from '@remix-run/node';
import { withdrawShareInMentorship } from '#app/domain/mentoring/withdraw-share-in-mentorship.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forMembers(async ({ person, part }) => {
  await withdrawShareInMentorship({ by: person, id: part('id') });
  return redirect(paths.mentorship({ id: part('id') }));
});

export const loader = forMembers(async ({ part }) => redirect(paths.mentorship({ id: part('id') })));
