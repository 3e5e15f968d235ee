import { findNominationFile } from '#app/domain/awards/find-nomination-file.server.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { fileAnswer } from '#app/routes/file-answer.ts';

/** A file of a package. */
export const loader = forOfficers(async ({ person, part }) => {
  const file = await findNominationFile({ by: person, id: part('id'), fileId: part('file') });
  return fileAnswer(file, { again: false });
});
