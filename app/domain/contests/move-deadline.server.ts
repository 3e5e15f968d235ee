import { NotNow, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import type { LockedContest } from './lock-contest.server.ts';

/**
 * Puts the deadline for entries off, for everybody. A contest that was closed already takes entries again, unless readings were
 * given out. With `shift` the rounds' own times move with it. Throws NotValid beside `closesAt` (a published deadline is never
 * moved forward in time, nor into the past) and NotNow.
 */
export async function moveDeadline(
  tx: Tx,
  { contest, until, shift = false }: { contest: LockedContest; until: Date; shift?: boolean },
): Promise<void> {
  const wrong = (key: string, values?: Record<string, string>) => new NotValid({ closesAt: [{ key, values }] });
  if (until.getTime() < contest.closesAt.getTime()) throw wrong('organising:problems.notEarlier');
  if (until.getTime() <= now().getTime()) throw wrong('organising:problems.inPast');
  const rounds = await tx.round.findMany({
    where: { contestId: contest.id },
    orderBy: { number: 'asc' },
    select: {
      id: true,
      name: true,
      state: true,
      opensAt: true,
      closesAt: true,
      _count: { select: { scoresheets: true } },
    },
  });
  if (rounds.some(({ state, _count }) => state !== 'PLANNED' || _count.scoresheets > 0)) {
    throw new NotNow({ key: 'organising:refusals.assignedAlready' });
  }
  const by = shift ? until.getTime() - contest.closesAt.getTime() : 0;
  for (const round of rounds) {
    const closesAt = new Date(round.closesAt.getTime() + by);
    if (closesAt.getTime() <= until.getTime()) throw wrong('organising:missing.roundTooEarly', { round: round.name });
    if (shift) {
      const opensAt = new Date(round.opensAt.getTime() + by);
      await tx.round.update({ where: { id: round.id }, data: { opensAt, closesAt } });
    }
  }
  await tx.contest.update({ where: { id: contest.id }, data: { closesAt: until, state: 'OPEN' } });
}
