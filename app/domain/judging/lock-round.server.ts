import { phaseOf } from '#app/domain/contests/contest.ts';
import { insistOnRunning, type LockedContest, lockContest } from '#app/domain/contests/lock-contest.server.ts';
import { NotFound, NotNow } from '#app/domain/refusal.ts';
import type { Tx } from '#app/platform/db/db.server.ts';

/** A round and its contest, both held until the transaction ends. Throws NotFound. */
export async function lockRound(tx: Tx, { slug, number }: { slug: string; number: number }) {
  const contest: LockedContest = await lockContest(tx, { slug });
  await tx.$queryRaw`select 1 from "Round" where "contestId" = ${contest.id}::uuid and number = ${number} for update`;
  const round = await tx.round.findUnique({
    where: { contestId_number: { contestId: contest.id, number } },
    select: {
      id: true,
      number: true,
      name: true,
      state: true,
      opensAt: true,
      closesAt: true,
      reviewsPerEntry: true,
      method: true,
      blind: true,
      panels: true,
      othersMarks: true,
      calibrationId: true,
    },
  });
  if (round === null) throw new NotFound();
  return { contest, round };
}

export type LockedRound = Awaited<ReturnType<typeof lockRound>>['round'];

/** Readings are given out once the time of entry is over and as long as the round is not closed. Throws NotNow. */
export function insistOnAssignable(contest: LockedContest, round: LockedRound, at: Date): void {
  insistOnRunning(contest);
  if (phaseOf(contest, at) !== 'judging') throw new NotNow({ key: 'judging:refusals.entriesStillOpen' });
  if (round.state !== 'PLANNED' && round.state !== 'OPEN') throw new NotNow({ key: 'judging:refusals.roundClosed' });
}
