import { redirect } from '@remix-run/node';
import { recallSubmission } from '#app/domain/ideas/recall-submission.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forMembers(async ({ part }) => redirect(paths.idea({ slug: part('slug') })));

export const action = forMembers(async ({ person, part }) =>
  redirect(paths.idea(await recallSubmission({ by: person, slug: part('slug') }))),
);
