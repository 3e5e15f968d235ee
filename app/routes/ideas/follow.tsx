import { redirect } from '@remix-run/node';
import { followIdea } from '#app/domain/ideas/follow-idea.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const action = forMembers(async ({ person, part }) =>
  redirect(paths.idea(await followIdea({ by: person, slug: part('slug') }))),
);

/** Also where somebody lands who signed in on the way: one press more, on the page of the idea. */
export const loader = forMembers(async ({ part }) => redirect(paths.idea({ slug: part('slug') })));
