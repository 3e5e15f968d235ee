import { redirect } from '@remix-run/node';
import { resumeMentoring } from '#app/domain/mentoring/resume-mentoring.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forMembers(async ({ person }) => {
  await resumeMentoring({ by: person });
  return redirect(paths.ownMentoring());
});

export const loader = forMembers(async () => redirect(paths.ownMentoring()));
