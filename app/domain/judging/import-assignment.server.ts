import { insistThat, judges as judgesIn } from '#app/domain/contests/contest-access.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { type Because, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { byPair, pairKey } from './conflict.ts';
import { findConflicts } from './find-conflicts.server.ts';
import { findPanels } from './find-panels.server.ts';
import { findRoundEntries } from './find-round-entries.server.ts';
import { findSheets } from './find-sheets.server.ts';
import { layCalibration } from './lay-calibration.server.ts';
import { insistOnAssignable, lockRound } from './lock-round.server.ts';
import { readsFor, whyOtherPanel } from './panels.ts';
import { keepAssignment } from './record/keep-assignment.server.ts';
import { whyNotSeeSheets } from './round-access.ts';
import { isLive } from './scoresheet.ts';

/**
 * Readings given by a list, as it comes from a spreadsheet: the number of the entry, the number of the judge. All of them or
 * none, under the rules of the solver. Throws NotValid beside `pairs` with every line that breaks one, a conflict with its way.
 */
export async function importAssignment({
  by,
  slug,
  number,
  pairs,
}: {
  by: Actor;
  slug: string;
  number: number;
  pairs: readonly { line: number; entry: number; judge: number }[];
}): Promise<{ sheets: number }> {
  return db.$transaction(async (tx) => {
    const { contest, round } = await lockRound(tx, { slug, number });
    insistThat(whyNotSeeSheets(by, contest, { isJudge: judgesIn(by, contest), state: round.state }));
    insistOnAssignable(contest, round, now());
    const papers = await findRoundEntries(tx, { contestId: contest.id, number });
    const panels = await findPanels(tx, { round, entries: papers });
    const entries = new Map(papers.map((entry) => [entry.number, entry.id]));
    const seats = await tx.judge.findMany({
      where: { contestId: contest.id, roleGrant: { endedAt: null } },
      select: { id: true, number: true, maxLoad: true, pools: true },
    });
    const judges = new Map(seats.map((seat) => [seat.number, seat]));
    const conflicts = byPair(await findConflicts(tx, { contestId: contest.id, roundId: round.id }));
    const sheets = await findSheets(tx, { contestId: contest.id, roundId: round.id });
    const taken = new Set(sheets.map(pairKey));
    const loads = new Map<string, number>();
    for (const { judgeId, state } of sheets) if (isLive(state)) loads.set(judgeId, (loads.get(judgeId) ?? 0) + 1);

    const wrong: Because[] = [];
    const added: [string, string][] = [];
    for (const { line, entry, judge } of pairs) {
      const refuse = (why: Because) => wrong.push({ ...why, values: { ...why.values, line, entry, number: judge } });
      const entryId = entries.get(entry);
      const seat = judges.get(judge);
      if (entryId === undefined) refuse({ key: 'judging:importing.noSuchEntry' });
      else if (seat === undefined) refuse({ key: 'judging:importing.noSuchJudge' });
      else {
        const key = pairKey({ entryId, judgeId: seat.id });
        const load = (loads.get(seat.id) ?? 0) + 1;
        const conflict = conflicts.get(key)?.[0];
        if (conflict !== undefined) {
          const names = conflict.path.values ?? {};
          refuse({ key: 'judging:importing.conflict', values: { ...names, why: conflict.path.key } });
        } else if (!readsFor(panels, seat, entryId)) {
          const { key: why, values } = whyOtherPanel(panels, entryId);
          refuse({ key: 'judging:importing.conflict', values: { ...values, why } });
        } else if (taken.has(key)) refuse({ key: 'judging:importing.hasSheet' });
        else if (load > seat.maxLoad) refuse({ key: 'judging:importing.loadFull', values: { max: seat.maxLoad } });
        else {
          taken.add(key);
          loads.set(seat.id, load);
          added.push([entryId, seat.id]);
        }
      }
    }
    if (wrong.length > 0) throw new NotValid({ pairs: wrong });
    const at = now();
    await tx.scoresheet.createMany({
      data: added.map(([entryId, judgeId]) => ({ roundId: round.id, entryId, judgeId, assignedAt: at })),
    });
    await layCalibration(tx, { contestId: contest.id, round });
    await keepAssignment(tx, { contestId: contest.id, round: number, added });
    await recordEvent(tx, {
      kind: 'assignment.applied',
      by: by.id,
      contestId: contest.id,
      payload: { roundId: round.id, sheets: added.length },
    });
    return { sheets: added.length };
  });
}
