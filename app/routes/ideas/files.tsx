import { redirect } from '@remix-run/node';
import { addFile } from '#app/domain/ideas/add-file.server.ts';
import { fileForm } from '#app/domain/ideas/idea-form.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forMembers(async ({ part }) => redirect(`${paths.ideaDraft({ slug: part('slug') })}#tep`));

export const action = forMembers(async ({ person, part, form }) => {
  const { file } = await form(fileForm);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const added = await addFile({ by: person, slug: part('slug'), name: file.name, bytes });
  return redirect(`${paths.ideaDraft(added)}#tep`);
});
