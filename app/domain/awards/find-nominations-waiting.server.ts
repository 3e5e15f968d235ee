import type { Actor } from '#app/domain/people/actor.ts';
import { db } from '#app/platform/db/db.server.ts';
import { countReceivedWaiting } from './find-received-nominations.server.ts';

export type NominationsWaiting = {
  /** Entries that may go upwards only with this person's yes, which is not given. */
  asked: { slug: string; contest: string; entry: number; at: Date }[];
  /** Packages that wait for an answer of a unit this person organises. */
  received: { count: number; oldest: Date | null };
};

/** What of nominations waits for somebody. Two queries. */
export async function findNominationsWaiting({ by }: { by: Actor }): Promise<NominationsWaiting> {
  const [rows, received] = await Promise.all([
    db.nomination.findMany({
      where: {
        withdrawnAt: null,
        declinedAt: null,
        acceptedAt: null,
        entry: { members: { some: { personId: by.id } } },
        consents: { none: { personId: by.id } },
      },
      orderBy: { at: 'asc' },
      take: 50,
      relationLoadStrategy: 'join',
      select: { at: true, entry: { select: { number: true, contest: { select: { slug: true, name: true } } } } },
    }),
    countReceivedWaiting({ by }),
  ]);
  return {
    asked: rows.map(({ at, entry }) => ({
      slug: entry.contest.slug,
      contest: entry.contest.name,
      entry: entry.number,
      at,
    })),
    received,
  };
}
