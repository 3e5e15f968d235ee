import type { Actor } from '#app/domain/people/actor.ts';
import { dayKept } from '#app/domain/people/day.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { businessesOf } from './sponsorship-access.ts';
import { pledgeState } from './support.ts';

export type SupportWaiting = {
  offerId: string;
  title: string;
  /** An offer to answer, a delivery to confirm; for a business a promise to make or to keep. */
  what: 'answer' | 'confirm' | 'pledge' | 'deliver';
  since: Date;
  due: string | null;
};

/** What of support waits for somebody, as the lead of a team or for the business they speak for. Two queries. */
export async function findSupportWaiting({ by }: { by: Actor }): Promise<SupportWaiting[]> {
  const at = now();
  const own = businessesOf(by);
  const lead = {
    members: { some: { personId: by.id, kind: 'LEAD' as const, confirmedAt: { not: null }, leftAt: null } },
  };
  const rows = await db.supportOffer.findMany({
    where: {
      declinedAt: null,
      withdrawnAt: null,
      OR: [{ idea: lead }, ...(own.length === 0 ? [] : [{ businessId: { in: own }, acceptedAt: { not: null } }])],
    },
    orderBy: { at: 'asc' },
    take: 200,
    include: {
      pledge: { include: { disputes: { select: { id: true } } } },
      idea: {
        select: {
          publishedVersion: { select: { title: true } },
          members: {
            where: { personId: by.id, kind: 'LEAD', confirmedAt: { not: null }, leftAt: null },
            select: { id: true },
          },
        },
      },
    },
  });
  return rows.flatMap(({ id, idea, pledge, acceptedAt, at: offeredAt }): SupportWaiting[] => {
    const title = idea.publishedVersion?.title ?? '';
    const row = { offerId: id, title };
    const state = pledge === null ? null : pledgeState(pledge, at);
    if (idea.members.length > 0) {
      if (acceptedAt === null) return [{ ...row, what: 'answer', since: offeredAt, due: null }];
      if (state === 'delivered') return [{ ...row, what: 'confirm', since: pledge!.deliveredAt!, due: null }];
      return [];
    }
    if (pledge === null) return [{ ...row, what: 'pledge', since: acceptedAt!, due: null }];
    if (state === 'made' || state === 'overdue' || state === 'disputed') {
      return [{ ...row, what: 'deliver', since: pledge.madeAt, due: dayKept(pledge.dueOn) }];
    }
    return [];
  });
}
