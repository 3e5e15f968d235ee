import { compareNames } from '#app/domain/people/name-order.ts';
import { db } from '#app/platform/db/db.server.ts';

const kinds = ['CHAIR', 'SECRETARY', 'JUDGE'] as const;

/** Everybody who has or had a seat in a contest, for those who run it: by seat, then by given name. Two queries. */
export async function findPanel({ contestId }: { contestId: string }) {
  const roles = await db.roleGrant.findMany({
    where: { contestId, kind: { in: [...kinds] } },
    relationLoadStrategy: 'join',
    orderBy: [{ endedAt: { sort: 'asc', nulls: 'first' } }, { grantedAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      kind: true,
      grantedAt: true,
      endedAt: true,
      endReason: true,
      personId: true,
      person: { select: { fullName: true, email: true, userName: true } },
      judge: {
        select: {
          id: true,
          number: true,
          minLoad: true,
          maxLoad: true,
          pools: true,
          fieldIds: true,
          hours: true,
          deputy: true,
        },
      },
    },
  });
  return roles
    .map(({ person, judge, kind, ...role }) => ({
      ...role,
      kind: kind as (typeof kinds)[number],
      name: person.fullName,
      login: person.email ?? person.userName ?? '',
      judge,
    }))
    .sort(
      (a, b) =>
        Number(a.endedAt !== null) - Number(b.endedAt !== null) ||
        kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
        compareNames(a.name, b.name),
    );
}

export type PanelSeat = Awaited<ReturnType<typeof findPanel>>[number];
