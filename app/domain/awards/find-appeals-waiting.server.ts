import type { Actor } from '#app/domain/people/actor.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';

export type AppealsWaiting = {
  /** Rounds with appeals that wait for this person's decision, as their chair. */
  toDecide: { slug: string; contest: string; number: number; name: string; count: number; oldest: Date }[];
  /** What became of this person's own appeals in the last fortnight. */
  decided: { slug: string; contest: string; entry: number; at: Date }[];
};

const fortnight = 14 * 86_400_000;

/** What of appeals waits for somebody. Two queries. */
export async function findAppealsWaiting({ by }: { by: Actor }): Promise<AppealsWaiting> {
  const chaired = by.roles.flatMap(({ kind, contestId }) => (kind === 'CHAIR' && contestId !== null ? contestId : []));
  const [open, decided] = await Promise.all([
    chaired.length === 0
      ? []
      : db.appeal.findMany({
          where: { decidedAt: null, round: { contestId: { in: chaired } } },
          orderBy: { at: 'asc' },
          take: 500,
          relationLoadStrategy: 'join',
          select: {
            at: true,
            round: {
              select: { id: true, number: true, name: true, contest: { select: { slug: true, name: true } } },
            },
          },
        }),
    db.appeal.findMany({
      where: { byId: by.id, decidedAt: { gt: new Date(now().getTime() - fortnight) } },
      orderBy: { decidedAt: 'desc' },
      take: 20,
      relationLoadStrategy: 'join',
      select: { decidedAt: true, entry: { select: { number: true, contest: { select: { slug: true, name: true } } } } },
    }),
  ]);
  const rounds = new Map<string, AppealsWaiting['toDecide'][number]>();
  for (const { at, round } of open) {
    const { contest, id, ...named } = round;
    const known = rounds.get(id);
    rounds.set(id, {
      ...named,
      slug: contest.slug,
      contest: contest.name,
      count: (known?.count ?? 0) + 1,
      oldest: known?.oldest ?? at,
    });
  }
  return {
    toDecide: [...rounds.values()],
    decided: decided.map(({ decidedAt, entry }) => ({
      slug: entry.contest.slug,
      contest: entry.contest.name,
      entry: entry.number,
      at: decidedAt!,
    })),
  };
}
