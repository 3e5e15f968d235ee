import type { Actor } from '#app/domain/people/actor.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { UnitKind } from './unit.ts';

export type MembershipState = 'claimed' | 'confirmed' | 'declined' | 'ended';

export type OwnMembership = {
  id: string;
  state: MembershipState;
  unit: { id: number; slug: string; name: string; kind: UnitKind; province: { name: string } | null };
  claimedAt: Date;
  /** When it came into this state. */
  since: Date;
  reason: string | null;
};

/** Where a person belongs, wants to, and did; what holds first, then the newest. */
export async function findOwnMemberships({ by }: { by: Actor }): Promise<OwnMembership[]> {
  const rows = await db.membership.findMany({
    where: { personId: by.id },
    orderBy: { claimedAt: 'desc' },
    take: 50,
    relationLoadStrategy: 'join',
    include: {
      unit: { select: { id: true, slug: true, name: true, kind: true, province: { select: { name: true } } } },
    },
  });
  const order: MembershipState[] = ['confirmed', 'claimed', 'declined', 'ended'];
  return rows
    .map((row) => ({
      id: row.id,
      ...stateOf(row),
      unit: row.unit,
      claimedAt: row.claimedAt,
      reason: row.declineReason ?? row.endReason,
    }))
    .toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
}

type Times = { claimedAt: Date; confirmedAt: Date | null; declinedAt: Date | null; endedAt: Date | null };

function stateOf(row: Times): { state: MembershipState; since: Date } {
  if (row.declinedAt !== null) return { state: 'declined', since: row.declinedAt };
  if (row.endedAt !== null) return { state: 'ended', since: row.endedAt };
  if (row.confirmedAt !== null) return { state: 'confirmed', since: row.confirmedAt };
  return { state: 'claimed', since: row.claimedAt };
}
