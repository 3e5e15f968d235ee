import { findSheetFile } from '#app/domain/judging/find-sheet-file.server.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { fileAnswer } from '#app/routes/file-answer.ts';
import { numberIn } from '#app/routes/numbered.ts';

/** A file of the entry, under a generated name. */
export const loader = forMembers(async ({ part, person }) => {
  const file = await findSheetFile({ id: part('id'), number: numberIn(part('number')), by: person });
  return fileAnswer(file, { again: false });
});
