import { redirect } from '@remix-run/node';
import { removeFile } from '#app/domain/ideas/remove-file.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forMembers(async ({ part }) => redirect(`${paths.ideaDraft({ slug: part('slug') })}#tep`));

export const action = forMembers(async ({ person, part }) => {
  const removed = await removeFile({ by: person, slug: part('slug'), fileId: part('id') });
  return redirect(`${paths.ideaDraft(removed)}#tep`);
});
