import { phaseOf } from '#app/domain/contests/contest.ts';
import { insistThat } from '#app/domain/contests/contest-access.ts';
import { insistOnRunning } from '#app/domain/contests/lock-contest.server.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { layCalibration } from './lay-calibration.server.ts';
import { lockRound } from './lock-round.server.ts';
import { whyNotManageRound } from './round-access.ts';

/**
 * Judges see their sheets from now on. The time of entry must be over, the round before closed, and something assigned. Where
 * nobody said so yet, the contest is closed to entries with it.
 */
export async function openRound({ by, slug, number }: { by: Actor; slug: string; number: number }): Promise<void> {
  await db.$transaction(async (tx) => {
    const { contest, round } = await lockRound(tx, { slug, number });
    insistThat(whyNotManageRound(by, contest));
    insistOnRunning(contest);
    const at = now();
    if (phaseOf(contest, at) !== 'judging') throw new NotNow({ key: 'judging:refusals.entriesStillOpen' });
    if (round.state !== 'PLANNED') throw new NotNow({ key: 'judging:refusals.roundOpenedAlready' });
    const before = await tx.round.count({
      where: { contestId: contest.id, number: { lt: number }, state: { in: ['PLANNED', 'OPEN'] } },
    });
    if (before > 0) throw new NotNow({ key: 'judging:refusals.roundBefore' });
    const sheets = await tx.scoresheet.count({ where: { roundId: round.id, calibration: false } });
    if (sheets === 0) throw new NotNow({ key: 'judging:refusals.nothingAssigned' });
    if (contest.state === 'OPEN') {
      await tx.contest.update({ where: { id: contest.id }, data: { state: 'CLOSED' } });
      await tx.contestAct.create({ data: { contestId: contest.id, to: 'CLOSED', byId: by.id, at } });
      await recordEvent(tx, { kind: 'contest.closed', by: by.id, contestId: contest.id });
    }
    await tx.round.update({ where: { id: round.id }, data: { state: 'OPEN' } });
    await layCalibration(tx, { contestId: contest.id, round: { ...round, state: 'OPEN' } });
    await tx.roundAct.create({ data: { roundId: round.id, to: 'OPEN', byId: by.id, at } });
    await recordEvent(tx, {
      kind: 'round.opened',
      by: by.id,
      contestId: contest.id,
      payload: { roundId: round.id, number },
    });
  });
}
