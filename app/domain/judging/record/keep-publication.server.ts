import { readRules } from '#app/domain/contests/contest-rules.ts';
import { appendRecords, type NewRecord } from '#app/domain/history/record/append-records.server.ts';
import { recordCodes } from '#app/domain/history/record/record-codes.server.ts';
import { findSheets } from '#app/domain/judging/find-sheets.server.ts';
import { passing } from '#app/domain/judging/standings.ts';
import type { Tx } from '#app/platform/db/db.server.ts';

/**
 * Writes into the contest's record who goes on from a round, where the rules say, and that its results were published. The hash
 * of the last of these records is the root people hold.
 */
export async function keepPublication(
  tx: Tx,
  { contestId, round }: { contestId: string; round: { id: string; number: number } },
): Promise<{ n: number; hash: string } | null> {
  const records: NewRecord[] = [];
  const passed = await findPassing(tx, { contestId, round });
  if (passed !== null) {
    records.push({ kind: 'round-decided', body: { round: round.number, passed, overrides: [] } });
  }
  records.push({ kind: 'round-published', body: { round: round.number } });
  return appendRecords(tx, { contestId, records });
}

async function findPassing(
  tx: Tx,
  { contestId, round }: { contestId: string; round: { id: string; number: number } },
): Promise<string[] | null> {
  const ranking = await tx.ranking.findFirst({
    where: { roundId: round.id },
    orderBy: { computedAt: 'desc' },
    select: {
      standings: { select: { entryId: true, rank: true, mean: true } },
      round: {
        select: { contest: { select: { rules: { orderBy: { number: 'desc' }, take: 1, select: { body: true } } } } },
      },
    },
  });
  if (ranking === null) return null;
  const rule = readRules(ranking.round.contest.rules[0]?.body).pass.find((pass) => pass.round === round.number);
  if (rule === undefined) return null;
  const sheets = await findSheets(tx, { contestId, roundId: round.id });
  const counted = new Map(sheets.filter(({ state }) => state === 'submitted').map(({ id, entryId }) => [id, entryId]));
  const least = await tx.$queryRaw<{ sheetId: string }[]>`
    select distinct m."scoresheetId" as "sheetId"
    from "Mark" m
    join "Scoresheet" s on s.id = m."scoresheetId" and s."roundId" = ${round.id}::uuid
    join "Criterion" c on c.id = m."criterionId"
    where m.standing = 'IN_FORCE' and m.value <= c.min`;
  const zeroed = new Set(least.map(({ sheetId }) => counted.get(sheetId)));
  const standings = ranking.standings.map(({ entryId, ...standing }) => ({ entry: entryId, ...standing }));
  const passed = passing(rule, standings, (entry) => zeroed.has(entry)).flatMap((one) => (one.passed ? one.entry : []));
  const { entries } = await recordCodes(tx, { contestId, entries: passed });
  return passed.map((entry) => entries.get(entry)!).sort();
}
