import { redirect } from '@remix-run/node';
import { saveMarks } from '#app/domain/judging/save-marks.server.ts';
import { marksForm } from '#app/domain/judging/scoresheet-form.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';

export const loader = forMembers(async ({ part }) => redirect(paths.sheet({ id: part('id') })));

/** For script: marks as they are given, each under a key of its own. What is wrong with one is said beside the others' success. */
export const action = forMembers(async ({ part, person, form }) =>
  Response.json(await saveMarks({ by: person, sheetId: part('id'), marks: await form(marksForm) })),
);
