import { redirect } from '@remix-run/node';
import { submitIdea } from '#app/domain/ideas/submit-idea.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forMembers(async ({ part }) => redirect(paths.idea({ slug: part('slug') })));

export const action = forMembers(async ({ person, part }) =>
  redirect(paths.idea(await submitIdea({ by: person, slug: part('slug') }))),
);
