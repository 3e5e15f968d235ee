import type { Tx } from '#app/platform/db/db.server.ts';
import type { Moved } from './postponing.ts';

/** Moves what lies ahead of a contest's calendar, and deadlines that were given to single leads and had not passed at `at`. */
export async function moveCalendar(
  tx: Tx,
  {
    contestId,
    moved,
    by,
    at,
    after,
    act,
  }: {
    contestId: string;
    moved: readonly Moved[];
    /** Milliseconds. */
    by: number;
    at: Date;
    /** What of the leads' own deadlines counts as ahead. */
    after: Date;
    act: { byId: string; reason: string; letter: string };
  },
): Promise<void> {
  for (const { what, round, to } of moved) {
    if (round === null) {
      await tx.contest.update({
        where: { id: contestId },
        data: what === 'opens' ? { opensAt: to } : { closesAt: to },
      });
    } else {
      await tx.round.update({
        where: { contestId_number: { contestId, number: round.number } },
        data: what === 'marks-from' ? { opensAt: to } : { closesAt: to },
      });
    }
  }
  const own = await tx.extension.findMany({
    where: { contestId, personId: { not: null }, until: { gt: after } },
    select: { personId: true, until: true },
  });
  await tx.extension.createMany({
    data: own.map(({ personId, until }) => ({
      contestId,
      personId,
      from: until,
      until: new Date(until.getTime() + by),
      ...act,
      at,
    })),
  });
}
