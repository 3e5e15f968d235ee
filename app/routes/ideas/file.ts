import { findFile } from '#app/domain/ideas/find-file.server.ts';
import { forAnyone } from '#app/routes/door.server.ts';
import { fileAnswer } from '#app/routes/file-answer.ts';

/** A file of an idea, for who may see it. */
export const loader = forAnyone(async ({ person, part }) => {
  const file = await findFile({ by: person, slug: part('slug'), fileId: part('id') });
  return fileAnswer(file, { again: true });
});
