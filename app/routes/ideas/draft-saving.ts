import { redirect } from '@remix-run/node';
import { draftForm } from '#app/domain/ideas/idea-form.ts';
import { saveDraft } from '#app/domain/ideas/save-draft.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export const loader = forMembers(async ({ part }) => redirect(paths.ideaDraft({ slug: part('slug') })));

/** Autosave: answers JSON, and says so where the draft had moved on elsewhere. */
export const action = forMembers(async ({ person, part, form }) => {
  const { basedOn, next: _, stage, ...text } = await form(draftForm);
  return Response.json(await saveDraft({ by: person, slug: part('slug'), text, basedOn, stage }));
});
