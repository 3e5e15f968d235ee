import { dateOfDay, dayOf } from '#app/domain/people/day.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { carryOver } from './carry-over.server.ts';

/** Carries out the mergers whose day has come. For the clock, every day; done twice it changes nothing more. */
export async function carryOverDueMergers(): Promise<{ carriedOver: number }> {
  const today = dateOfDay(dayOf(now()));
  const due = await db.unitSuccession.findMany({
    where: { on: { lte: today }, old: { OR: leftBehind(now()) } },
    select: { oldId: true },
    distinct: ['oldId'],
    orderBy: { oldId: 'asc' },
  });
  let carriedOver = 0;
  for (const { oldId } of due) {
    await db.$transaction(async (tx) => {
      await tx.$queryRaw`select 1 from "Unit" where "id" = ${oldId} for update`;
      const old = await tx.unit.findUniqueOrThrow({
        where: { id: oldId },
        include: { successors: { include: { successor: true } } },
      });
      const [only, ...more] = old.successors;
      if (only === undefined || more.length > 0) return;
      await carryOver(tx, { old, successor: only.successor, by: null });
      carriedOver += 1;
    });
  }
  return { carriedOver };
}

const leftBehind = (at: Date) => [
  { memberships: { some: { endedAt: null, declinedAt: null } } },
  { roles: { some: { endedAt: null, OR: [{ until: null }, { until: { gt: at } }] } } },
  { ideas: { some: {} } },
  { contests: { some: {} } },
  { children: { some: { endsOn: null } } },
];
