import type { db, Tx } from '#app/platform/db/db.server.ts';
import { findOutcomes } from './find-outcomes.server.ts';

export type RoundEntry = {
  id: string;
  number: number;
  title: string;
  pool: string | null;
  fieldId: string | null;
  division: { id: string; slug: string; name: string };
};

/**
 * The entries a round judges: in the first round every one that stands; later, those the rules let go on from the round
 * before. An entry withdrawn since is left out. Sorted by number.
 */
export async function findRoundEntries(
  reader: Tx | typeof db,
  { contestId, number }: { contestId: string; number: number },
): Promise<RoundEntry[]> {
  const rows = await reader.entry.findMany({
    where: { contestId, withdrawal: null },
    relationLoadStrategy: 'join',
    orderBy: { number: 'asc' },
    select: {
      id: true,
      number: true,
      pool: true,
      version: { select: { title: true, fieldId: true } },
      division: { select: { id: true, slug: true, name: true } },
    },
  });
  const entries = rows.map(({ version, ...entry }) => ({ ...entry, title: version.title, fieldId: version.fieldId }));
  if (number === 1) return entries;
  const passed = await findPassed(reader, { contestId, number: number - 1 });
  return entries.filter(({ id }) => passed.has(id));
}

/**
 * Who goes on from a round: as it was published, an upheld appeal included; before that by its newest ranking, the rules in force and
 * the chair. Empty until the round was ranked.
 */
export async function findPassed(
  reader: Tx | typeof db,
  { contestId, number }: { contestId: string; number: number },
): Promise<Set<string>> {
  const published = await reader.outcome.findMany({
    where: { round: { contestId, number } },
    orderBy: { edition: 'asc' },
    select: { entryId: true, passed: true },
  });
  if (published.length > 0) {
    const inForce = new Map(published.map(({ entryId, passed }) => [entryId, passed]));
    return new Set([...inForce].flatMap(([entryId, passed]) => (passed ? entryId : [])));
  }
  const staged = await findOutcomes(reader, { contestId, number });
  return new Set(staged?.decided.flatMap(({ entry, passed }) => (passed ? entry : [])));
}
