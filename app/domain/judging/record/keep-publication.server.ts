import { appendRecords, type NewRecord } from '#app/domain/history/record/append-records.server.ts';
import { recordCodes } from '#app/domain/history/record/record-codes.server.ts';
import type { Staged } from '#app/domain/judging/find-outcomes.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';

/**
 * Writes into the contest's record who goes on from a round and who is awarded, with every decision of the chair beside what the
 * rules gave, and that its results were published. The hash of the last of these records is the root people hold.
 */
export async function keepPublication(
  tx: Tx,
  { contestId, round, staged }: { contestId: string; round: { id: string; number: number }; staged: Staged },
): Promise<{ n: number; hash: string } | null> {
  const { by, decided, overrides } = staged;
  const { entries } = await recordCodes(tx, { contestId, entries: decided.map(({ entry }) => entry) });
  const code = (entry: string) => entries.get(entry)!;
  const records: NewRecord[] = [];
  if (by.pass !== null || by.awards.length > 0 || overrides.length > 0) {
    records.push(...(await decisionRecords(tx, { contestId, number: round.number, staged, code })));
  }
  records.push({ kind: 'round-published', body: { round: round.number } });
  return appendRecords(tx, { contestId, records });
}

async function decisionRecords(
  tx: Tx,
  {
    contestId,
    number,
    staged,
    code,
  }: { contestId: string; number: number; staged: Staged; code: (id: string) => string },
): Promise<NewRecord[]> {
  const { by, decided } = staged;
  const known = new Set(decided.map(({ entry }) => entry));
  const overrides = staged.overrides.filter(({ entry }) => known.has(entry) && !by.outside?.includes(entry));
  const divisions = await tx.division.findMany({ where: { contestId }, select: { id: true, slug: true } });
  const slugOf = new Map(divisions.map(({ id, slug }) => [id, slug]));
  const ranks = await tx.standing.findMany({
    where: { rankingId: staged.rankingId },
    select: { entryId: true, rank: true, zeroed: true },
  });
  const rankOf = new Map(ranks.map(({ entryId, rank }) => [entryId, rank]));
  const reasons = Object.fromEntries(overrides.map(({ entry, reason }) => [code(entry), reason]));
  const content = overrides.length === 0 ? {} : { content: { reasons } };
  const places = decided
    .filter(({ entry, place }) => rankOf.get(entry) !== place)
    .map(({ entry, place }): [string, number] => [code(entry), place]);
  const zeroed = ranks.flatMap((one) => (one.zeroed ? code(one.entryId) : [])).sort();
  const outside = (by.outside ?? []).map(code).sort();
  const quotas = by.quotas.map(({ division, ...quota }) => ({ division: slugOf.get(division)!, ...quota }));
  const byCode = <Row extends { entry: string }>(a: Row, b: Row) => (a.entry < b.entry ? -1 : 1);
  const records: NewRecord[] = [
    {
      kind: 'round-decided',
      body: {
        round: number,
        passed: decided.flatMap(({ entry, passed }) => (passed ? code(entry) : [])).sort(),
        overrides: overrides.map(({ entry, passed }) => ({ entry: code(entry), passed })).sort(byCode),
        ...(places.length === 0 ? {} : { places: places.sort(([a], [b]) => (a < b ? -1 : 1)) }),
        ...(quotas.length === 0 ? {} : { quotas: quotas.map((quota) => ({ ...quota, places: [...quota.places] })) }),
        ...(by.pass?.noZero ? { zeroed } : {}),
        ...(outside.length === 0 ? {} : { outside }),
      },
      ...content,
    },
  ];
  if (by.awards.length > 0) {
    const awarded = decided.flatMap(({ entry, award }): [string, number][] =>
      award === null ? [] : [[code(entry), award]],
    );
    records.push({
      kind: 'round-awarded',
      body: {
        round: number,
        awarded: awarded.sort(([a], [b]) => (a < b ? -1 : 1)),
        overrides: overrides.map(({ entry, award }) => ({ entry: code(entry), award })).sort(byCode),
      },
      ...content,
    });
  }
  return records;
}
