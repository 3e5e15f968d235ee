import { readRules } from '#app/domain/contests/contest-rules.ts';
import type { db, Tx } from '#app/platform/db/db.server.ts';
import { passing } from './standings.ts';

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

/** Who goes on from a round, by its newest ranking and the rules in force. Empty until the round was ranked. */
export async function findPassed(
  reader: Tx | typeof db,
  { contestId, number }: { contestId: string; number: number },
): Promise<Set<string>> {
  const round = await reader.round.findUnique({
    where: { contestId_number: { contestId, number } },
    select: {
      id: true,
      contest: { select: { rules: { orderBy: { number: 'desc' }, take: 1, select: { body: true } } } },
      ranking: {
        orderBy: { computedAt: 'desc' },
        take: 1,
        select: { standings: { select: { entryId: true, rank: true, mean: true } } },
      },
    },
  });
  const standings = round?.ranking[0]?.standings;
  if (round === null || standings === undefined) return new Set();
  const rules = readRules(round.contest.rules[0]?.body);
  const rule = rules.pass.find((pass) => pass.round === number) ?? { top: null, minMean: null, noZero: false };
  const zeroed = rule.noZero ? await findZeroed(reader, round.id) : new Set<string>();
  const decided = passing(
    rule,
    standings.map(({ entryId, ...standing }) => ({ entry: entryId, ...standing })),
    (entry) => zeroed.has(entry),
  );
  return new Set(decided.filter(({ passed }) => passed).map(({ entry }) => entry));
}

/** Entries with a criterion at its least on some handed-in sheet that counts. */
export async function findZeroed(reader: Tx | typeof db, roundId: string): Promise<Set<string>> {
  const rows = await reader.$queryRaw<{ entryId: string }[]>`
    select distinct s."entryId"
    from "Scoresheet" s
    join "Mark" m on m."scoresheetId" = s.id and m.standing = 'IN_FORCE'
    join "Criterion" c on c.id = m."criterionId"
    where s."roundId" = ${roundId}::uuid and s."submittedAt" is not null and m.value <= c.min
      and not exists (select 1 from "Recusal" r where r."scoresheetId" = s.id)`;
  return new Set(rows.map(({ entryId }) => entryId));
}
