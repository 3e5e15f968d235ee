import { redirect } from '@remix-run/node';
import { unfollowContest } from '#app/domain/contests/unfollow-contest.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forMembers(async ({ person, part }) =>
  redirect(paths.contest(await unfollowContest({ by: person, slug: part('slug') }))),
);

export const loader = forMembers(async ({ part }) => redirect(paths.contest({ slug: part('slug') })));
