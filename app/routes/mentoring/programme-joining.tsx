import { redirect } from '@remix-run/node';
import { joinProgramme } from '#app/domain/mentoring/join-programme.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forMembers(async ({ person, part }) => {
  await joinProgramme({ by: person, slug: part('slug') });
  return redirect(paths.programme({ slug: part('slug') }));
});

export const loader = forMembers(async ({ part }) => redirect(paths.programme({ slug: part('slug') })));
