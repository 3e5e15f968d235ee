import { redirect } from '@remix-run/node';
import { pauseMentoring } from '#app/domain/mentoring/pause-mentoring.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forMembers(async ({ person }) => {
  await pauseMentoring({ by: person });
  return redirect(paths.ownMentoring());
});

export const loader = forMembers(async () => redirect(paths.ownMentoring()));
