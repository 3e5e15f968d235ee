import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import type { Seat } from './seat.server.ts';

/**
 * Puts a person on the panel, under the lock of the contest. Whoever sat there before and left takes the same seat and number again.
 * Throws NotValid beside `whom` where the person sits already.
 */
export async function seatJudge(
  tx: Tx,
  { contestId, personId, seat, by }: { contestId: string; personId: string; seat: Seat; by: string },
): Promise<{ judgeId: string; number: number }> {
  const before = await tx.judge.findUnique({
    where: { contestId_personId: { contestId, personId } },
    select: { id: true, roleGrant: { select: { endedAt: true } } },
  });
  if (before !== null && before.roleGrant.endedAt === null) {
    throw new NotValid({ whom: [{ key: 'organising:problems.appointedAlready' }] });
  }
  const role = await tx.roleGrant.create({
    data: { kind: 'JUDGE', personId, contestId, grantedById: by, grantedAt: now() },
    select: { id: true },
  });
  const data = {
    ...seat,
    fieldIds: [...new Set(seat.fieldIds)],
    pools: [...new Set(seat.pools)],
    roleGrantId: role.id,
  };
  const last = await tx.judge.aggregate({ where: { contestId }, _max: { number: true } });
  const judge =
    before === null
      ? await tx.judge.create({
          data: { ...data, contestId, personId, number: (last._max.number ?? 0) + 1 },
          select: { id: true, number: true },
        })
      : await tx.judge.update({ where: { id: before.id }, data, select: { id: true, number: true } });
  await recordEvent(tx, { kind: 'judge.appointed', by, personId, contestId, payload: { judgeId: judge.id } });
  return { judgeId: judge.id, number: judge.number };
}
