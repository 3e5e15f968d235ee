import type { db, Tx } from '#app/platform/db/db.server.ts';

/** Entries with an award in the last round, by the edition of their result that is in force: the award's place, from 1, and its name. */
export async function awardedNow(
  reader: Tx | typeof db,
  { contestId }: { contestId: string },
): Promise<Map<string, { award: number; name: string }>> {
  const [last] = await reader.round.findMany({
    where: { contestId },
    orderBy: { number: 'desc' },
    take: 1,
    select: { id: true },
  });
  if (last === undefined) return new Map();
  const outcomes = await reader.outcome.findMany({
    where: { roundId: last.id, entry: { withdrawal: { is: null } } },
    orderBy: { edition: 'asc' },
    select: { entryId: true, award: true, awardName: true },
  });
  const inForce = new Map(outcomes.map((one) => [one.entryId, one]));
  return new Map(
    [...inForce.values()].flatMap(({ entryId, award, awardName }) =>
      award === null ? [] : [[entryId, { award, name: awardName ?? '' }] as const],
    ),
  );
}
