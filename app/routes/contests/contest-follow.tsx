import { redirect } from '@remix-run/node';
import { followContest } from '#app/domain/contests/follow-contest.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forMembers(async ({ person, part }) =>
  redirect(paths.contest(await followContest({ by: person, slug: part('slug') }))),
);

/** Also where somebody lands who signed in on the way: one press more, on the page of the contest. */
export const loader = forMembers(async ({ part }) => redirect(paths.contest({ slug: part('slug') })));
