import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { findSubjectNames } from './find-subject-names.server.ts';
import { type LetterKind, mostAttempts, type Subject, type SubjectNames } from './notice.ts';

export type OwedLetter = {
  id: string;
  kind: LetterKind;
  personId: string | null;
  to: string;
  language: 'vi' | 'en';
  attempts: number;
  subject: Subject;
  names: SubjectNames;
};

/** Mails that are due and not given up, oldest first. */
export async function findLettersOwed({ limit }: { limit: number }): Promise<OwedLetter[]> {
  const rows = await db.letter.findMany({
    where: { sentAt: null, nextAt: { lte: now() }, attempts: { lt: mostAttempts } },
    orderBy: [{ nextAt: 'asc' }, { id: 'asc' }],
    take: limit,
  });
  const subjects = rows.map((row) => row.subject as Subject);
  const names = rows.length === 0 ? [] : await findSubjectNames({ subjects });
  return rows.map(({ id, kind, personId, to, language, attempts }, at) => ({
    id,
    kind: kind as LetterKind,
    personId,
    to,
    language,
    attempts,
    subject: subjects[at]!,
    names: names[at]!,
  }));
}
