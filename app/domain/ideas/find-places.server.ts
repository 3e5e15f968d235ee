import type { db, Tx } from '#app/platform/db/db.server.ts';

export type Place = { id: number; name: string; kind: string; provinceId: number | null };

/** Where a person may put an idea forward from: their own units, confirmed ones first, and every province. */
export type Places = { units: (Place & { confirmed: boolean })[]; provinces: Place[] };

const placeColumns = { id: true, name: true, kind: true, provinceId: true } as const;

/** Units that have ended are left out; the person's own stand in the order of confirmation, then of claiming. */
export async function findPlacesFor(reader: Tx | typeof db, { personId }: { personId: string }): Promise<Places> {
  const memberships = await reader.membership.findMany({
    where: { personId, declinedAt: null, endedAt: null, unit: { endsOn: null } },
    orderBy: [{ confirmedAt: { sort: 'asc', nulls: 'last' } }, { claimedAt: 'asc' }],
    relationLoadStrategy: 'join',
    select: { confirmedAt: true, unit: { select: placeColumns } },
  });
  const provinces = await reader.unit.findMany({
    where: { kind: 'PROVINCE', endsOn: null },
    orderBy: { folded: 'asc' },
    select: placeColumns,
  });
  return {
    units: memberships.map(({ unit, confirmedAt }) => ({ ...unit, confirmed: confirmedAt !== null })),
    provinces,
  };
}
