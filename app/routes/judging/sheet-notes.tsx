import { redirect } from '@remix-run/node';
import { saveSheetNotes } from '#app/domain/judging/save-sheet-notes.server.ts';
import { notesForm } from '#app/domain/judging/scoresheet-form.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forMembers(async ({ part }) => redirect(paths.sheet({ id: part('id') })));

export const action = forMembers(async ({ part, person, form }) => {
  const id = part('id');
  await saveSheetNotes({ by: person, sheetId: id, ...(await form(notesForm)) });
  return redirect(paths.sheet({ id }));
});
