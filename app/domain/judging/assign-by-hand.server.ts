import { insistThat, judges as judgesIn } from '#app/domain/contests/contest-access.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound, NotNow, NotValid } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import { now } from '#app/platform/clock.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';
import { findConflicts } from './find-conflicts.server.ts';
import { findPanels } from './find-panels.server.ts';
import { findRoundEntries } from './find-round-entries.server.ts';
import { layCalibration } from './lay-calibration.server.ts';
import { insistOnAssignable, lockRound } from './lock-round.server.ts';
import { readsFor, whyOtherPanel } from './panels.ts';
import { keepAssignment } from './record/keep-assignment.server.ts';
import { whyNotSeeSheets } from './round-access.ts';

/**
 * One reading given by hand, under the same rules as the solver's: no conflict, within the panel, no second sheet of one pair, no judge beyond
 * their load. With `insteadOf` a sheet nobody has begun goes to this judge instead. Throws NotValid beside `judgeNumber`, a
 * conflict with its way.
 */
export async function assignByHand({
  by,
  slug,
  number,
  entryNumber,
  judgeNumber,
  insteadOf,
}: {
  by: Actor;
  slug: string;
  number: number;
  entryNumber: number;
  judgeNumber: number;
  insteadOf: string | null;
}): Promise<{ sheetId: string }> {
  return db.$transaction(async (tx) => {
    const { contest, round } = await lockRound(tx, { slug, number });
    insistThat(whyNotSeeSheets(by, contest, { isJudge: judgesIn(by, contest), state: round.state }));
    insistOnAssignable(contest, round, now());
    const entries = await findRoundEntries(tx, { contestId: contest.id, number });
    const entry = entries.find((one) => one.number === entryNumber);
    if (entry === undefined) throw new NotValid({ entryNumber: [{ key: 'judging:problems.noSuchEntry' }] });
    const judge = await tx.judge.findUnique({
      where: { contestId_number: { contestId: contest.id, number: judgeNumber } },
      select: { id: true, maxLoad: true, pools: true, roleGrant: { select: { endedAt: true } } },
    });
    if (judge === null || judge.roleGrant.endedAt !== null) {
      throw new NotValid({ judgeNumber: [{ key: 'judging:problems.noSuchJudge' }] });
    }
    const taken =
      insteadOf === null ? null : await removeUnbegun(tx, { sheetId: insteadOf, roundId: round.id, entryId: entry.id });
    const [conflict] = await findConflicts(tx, {
      contestId: contest.id,
      roundId: round.id,
      judgeIds: [judge.id],
      entryIds: [entry.id],
    });
    if (conflict !== undefined) throw new NotValid({ judgeNumber: [conflict.path] });
    const panels = await findPanels(tx, { round, entries: [entry] });
    if (!readsFor(panels, judge, entry.id)) {
      // Only in the place of a reading that came from another panel itself.
      const left =
        taken === null ? null : await tx.judge.findUnique({ where: { id: taken.judgeId }, select: { pools: true } });
      if (left === null || readsFor(panels, left, entry.id)) {
        throw new NotValid({ judgeNumber: [whyOtherPanel(panels, entry.id)] });
      }
    }
    const before = await tx.scoresheet.findFirst({
      where: { roundId: round.id, entryId: entry.id, judgeId: judge.id, calibration: false },
      select: { id: true },
    });
    if (before !== null) throw new NotValid({ judgeNumber: [{ key: 'judging:problems.hasSheet' }] });
    const load = await tx.scoresheet.count({
      where: { roundId: round.id, judgeId: judge.id, calibration: false, recusal: null },
    });
    if (load >= judge.maxLoad) {
      throw new NotValid({ judgeNumber: [{ key: 'judging:problems.loadFull', values: { max: judge.maxLoad } }] });
    }
    const sheet = await tx.scoresheet.create({
      data: { roundId: round.id, entryId: entry.id, judgeId: judge.id, assignedAt: now() },
      select: { id: true },
    });
    await layCalibration(tx, { contestId: contest.id, round });
    await keepAssignment(tx, {
      contestId: contest.id,
      round: number,
      added: [[entry.id, judge.id]],
      removed: taken === null ? [] : [[taken.entryId, taken.judgeId]],
    });
    await recordEvent(tx, {
      kind: 'assignment.applied',
      by: by.id,
      contestId: contest.id,
      entryId: entry.id,
      payload: { roundId: round.id, sheetId: sheet.id, judgeId: judge.id },
    });
    return { sheetId: sheet.id };
  });
}

/** Takes a sheet away that nobody has begun. Throws NotFound, and NotNow where a mark was ever received for it. */
export async function removeUnbegun(
  tx: Tx,
  { sheetId, roundId, entryId }: { sheetId: string; roundId: string; entryId?: string },
): Promise<{ entryId: string; judgeId: string }> {
  if (!isUuid(sheetId)) throw new NotFound();
  await tx.$queryRaw`select 1 from "Scoresheet" where id = ${sheetId}::uuid for update`;
  const sheet = await tx.scoresheet.findFirst({
    where: { id: sheetId, roundId, calibration: false, ...(entryId === undefined ? {} : { entryId }) },
    select: {
      id: true,
      entryId: true,
      judgeId: true,
      submittedAt: true,
      recusal: true,
      noteRevision: true,
      _count: { select: { marks: true } },
    },
  });
  if (sheet === null) throw new NotFound();
  if (sheet._count.marks > 0 || sheet.submittedAt !== null || sheet.recusal !== null || sheet.noteRevision > 0) {
    throw new NotNow({ key: 'judging:refusals.begun' });
  }
  await tx.scoresheet.delete({ where: { id: sheet.id } });
  return { entryId: sheet.entryId, judgeId: sheet.judgeId };
}
