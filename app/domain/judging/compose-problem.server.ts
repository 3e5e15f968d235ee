import type { RoundPanels } from '#app/domain/contests/contest.ts';
import type { db, Tx } from '#app/platform/db/db.server.ts';
import type { PlanOptions, PlanProblem } from './assignment-plan.ts';
import { findConflicts } from './find-conflicts.server.ts';
import { findPanels } from './find-panels.server.ts';
import { findRoundEntries } from './find-round-entries.server.ts';
import { findSheets, type RoundSheet } from './find-sheets.server.ts';
import { readsFor } from './panels.ts';
import { isLive } from './scoresheet.ts';

/**
 * What is still to be assigned in a round, as it stands at this moment: readings each entry lacks, what each judge can still
 * take, and every pair that must not be. Judges who left the panel and entries with all their readings are left out.
 */
export async function composeProblem(
  reader: Tx | typeof db,
  {
    contestId,
    round,
    options,
  }: {
    contestId: string;
    round: { id: string; number: number; reviewsPerEntry: number; panels: RoundPanels };
    options: PlanOptions;
  },
): Promise<PlanProblem> {
  const entries = await findRoundEntries(reader, { contestId, number: round.number });
  const seats = await reader.judge.findMany({
    where: { contestId },
    select: {
      id: true,
      minLoad: true,
      maxLoad: true,
      pools: true,
      fieldIds: true,
      deputy: true,
      roleGrant: { select: { endedAt: true } },
    },
  });
  const judges = seats
    // Deputies read only in the place of somebody who drops out.
    .filter(({ deputy, roleGrant }) => roleGrant.endedAt === null && (options.replan === true || !deputy));
  const panels = await findPanels(reader, { round, entries });
  const seatOf = new Map(seats.map((seat) => [seat.id, seat]));
  const sheets = await findSheets(reader, { contestId, roundId: round.id });
  const conflicts = await findConflicts(reader, { contestId, roundId: round.id });

  const readings = new Map<string, number>();
  const loads = new Map<string, number>();
  /** Readings by judges of other panels than the entry's. */
  const linked = new Map<string, number>();
  const free = (sheet: RoundSheet) => options.replan === true && sheet.state === 'assigned' && !sheet.noted;
  for (const sheet of sheets) {
    const { entryId, judgeId, state } = sheet;
    if (!isLive(state) || free(sheet)) continue;
    readings.set(entryId, (readings.get(entryId) ?? 0) + 1);
    loads.set(judgeId, (loads.get(judgeId) ?? 0) + 1);
    if (!readsFor(panels, seatOf.get(judgeId)!, entryId)) linked.set(entryId, (linked.get(entryId) ?? 0) + 1);
  }
  const wanting = entries
    .map(({ id, fieldId }) => {
      const reviews =
        options.further === undefined
          ? Math.max(0, round.reviewsPerEntry - (readings.get(id) ?? 0))
          : (options.further[id] ?? 0);
      const pool = panels.panelOf.get(id) ?? null;
      const links = pool === null ? 0 : Math.min(reviews, Math.max(0, options.links - (linked.get(id) ?? 0)));
      return { id, reviews, pool, fieldId, ...(panels.parted && options.links > 0 ? { links } : {}) };
    })
    .filter(({ reviews }) => reviews > 0);
  const wanted = new Set(wanting.map(({ id }) => id));
  const seated = new Set(judges.map(({ id }) => id));

  const barred = new Map<string, PlanProblem['conflicts'][number]>();
  const bar = (entry: string, judge: string, why: PlanProblem['conflicts'][number][2]) => {
    const key = `${entry} ${judge}`;
    if (wanted.has(entry) && seated.has(judge) && !barred.has(key)) barred.set(key, [entry, judge, why]);
  };
  for (const sheet of sheets) if (!free(sheet)) bar(sheet.entryId, sheet.judgeId, 'ASSIGNED');
  for (const { entryId, judgeId, kind } of conflicts) bar(entryId, judgeId, kind);

  return {
    entries: wanting.sort((a, b) => order(a.id, b.id)),
    judges: judges
      .map(({ id, minLoad, maxLoad, pools, fieldIds }) => ({
        id,
        min: options.further === undefined ? Math.max(0, minLoad - (loads.get(id) ?? 0)) : 0,
        max: Math.max(0, maxLoad - (loads.get(id) ?? 0)),
        pools: panels.seatIn(pools),
        fieldIds: [...fieldIds].sort(),
      }))
      .sort((a, b) => order(a.id, b.id)),
    ...(panels.parted ? { parted: true } : {}),
    conflicts: [...barred.values()].sort((a, b) => order(a[0], b[0]) || order(a[1], b[1])),
    ...(options.replan
      ? {
          kept: sheets
            .filter((sheet) => free(sheet) && seated.has(sheet.judgeId) && wanted.has(sheet.entryId))
            .map(({ entryId, judgeId }): [string, string] => [entryId, judgeId])
            .sort((a, b) => order(a[0], b[0]) || order(a[1], b[1])),
        }
      : {}),
    options,
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
