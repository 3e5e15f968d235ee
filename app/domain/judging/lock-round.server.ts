import { type LockedContest, lockContest } from '#app/domain/contests/lock-contest.server.ts';
import { NotFound } from '#app/domain/refusal.ts';
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
    },
  });
  if (round === null) throw new NotFound();
  return { contest, round };
}

export type LockedRound = Awaited<ReturnType<typeof lockRound>>['round'];
