import { fold, syllables } from '#app/domain/vietnamese.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { type ContestPhase, type ContestState, phaseOf } from './contest.ts';

export type ContestFound = { slug: string; name: string; phase: ContestPhase };

type Row = { slug: string; name: string; state: ContestState; opensAt: Date; closesAt: Date; suspendedAt: Date | null };

/** A name of so many words at most is looked for. */
const mostWords = 12;

/**
 * Public contests whose name holds all the words, tones or not, the last one perhaps unfinished; those still open first, then the
 * newest. Nothing for a text without a letter or a digit.
 */
export async function findContestsByWords({
  text,
  limit = 3,
}: {
  text: string;
  limit?: number;
}): Promise<ContestFound[]> {
  const words = syllables(fold(text.slice(0, 200))).slice(0, mostWords);
  if (words.length === 0) return [];
  const query = words
    .map((word, at) => `'${word.replaceAll("'", "''")}'${at === words.length - 1 ? ':*' : ''}`)
    .join(' & ');
  const rows = await db.$queryRaw<Row[]>`
    select slug, name, state::text as state, "opensAt", "closesAt", "suspendedAt" from "Contest"
    where "openedAt" is not null and to_tsvector('vi', name) @@ ${query}::tsquery
    order by state, "openedAt" desc, id limit ${limit}`;
  const at = now();
  return rows.map((row) => ({ slug: row.slug, name: row.name, phase: phaseOf(row, at) }));
}
