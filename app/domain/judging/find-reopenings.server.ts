import type { db, Tx } from '#app/platform/db/db.server.ts';

/** Every wish of a round to change a sheet that was handed in, those undecided first, with both values of what changed since. */
export async function findReopenings(reader: Tx | typeof db, { roundId }: { roundId: string }) {
  const rows = await reader.reopening.findMany({
    where: { scoresheet: { roundId } },
    relationLoadStrategy: 'join',
    orderBy: [{ decidedAt: { sort: 'desc', nulls: 'first' } }, { askedAt: 'asc' }],
    select: {
      id: true,
      askedAt: true,
      reason: true,
      decidedAt: true,
      granted: true,
      afterSeeing: true,
      before: true,
      decidedBy: { select: { fullName: true } },
      scoresheet: {
        select: {
          entry: { select: { number: true, version: { select: { title: true } } } },
          judge: { select: { number: true, person: { select: { fullName: true } } } },
          marks: {
            where: { standing: 'IN_FORCE' },
            orderBy: { criterion: { position: 'asc' } },
            select: { criterionId: true, value: true, criterion: { select: { name: true } } },
          },
        },
      },
    },
  });
  return rows.map(({ scoresheet, before, decidedBy, ...row }) => {
    const old = new Map(
      ((before ?? []) as { criterionId: string; value: number }[]).map(({ criterionId, value }) => [
        criterionId,
        value,
      ]),
    );
    return {
      ...row,
      decidedBy: decidedBy?.fullName ?? null,
      entry: { number: scoresheet.entry.number, title: scoresheet.entry.version.title },
      judge: { number: scoresheet.judge.number, name: scoresheet.judge.person.fullName },
      changes: scoresheet.marks.flatMap(({ criterionId, value, criterion }) => {
        const was = old.get(criterionId);
        return was === undefined || was === value ? [] : [{ criterion: criterion.name, was, is: value }];
      }),
    };
  });
}
