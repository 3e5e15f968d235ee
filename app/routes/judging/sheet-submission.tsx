import { redirect } from '@remix-run/node';
import { saveMarks } from '#app/domain/judging/save-marks.server.ts';
import { marksForm } from '#app/domain/judging/scoresheet-form.ts';
import { submitSheet } from '#app/domain/judging/submit-sheet.server.ts';
import { NotValid } from '#app/domain/refusal.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export { RefusedAct as default } from '#app/ui/layout/refused-act.tsx';

export const loader = forMembers(async ({ part }) => redirect(paths.sheet({ id: part('id') })));

/** Saves what the form carries, then hands the sheet in. */
export const action = forMembers(async ({ part, person, form }) => {
  const id = part('id');
  const { problems } = await saveMarks({ by: person, sheetId: id, marks: await form(marksForm) });
  if (Object.keys(problems).length > 0) throw new NotValid(problems);
  await submitSheet({ by: person, sheetId: id });
  return redirect(paths.sheet({ id }));
});
