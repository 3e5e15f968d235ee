import { unitTitle } from '#app/domain/units/unit.ts';
import { db } from '#app/platform/db/db.server.ts';

/** The calendar of a public contest for a file: what happens when, and how often it was changed. Null for anything else. One query. */
export async function findCalendar({ slug }: { slug: string }) {
  const contest = await db.contest.findUnique({
    where: { slug, openedAt: { not: null } },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      slug: true,
      name: true,
      state: true,
      opensAt: true,
      closesAt: true,
      suspendedAt: true,
      openedAt: true,
      publishedAt: true,
      host: { select: { name: true, kind: true, code: true } },
      acts: { where: { to: 'CANCELLED' }, select: { at: true } },
      rules: { where: { hash: { not: null } }, orderBy: { number: 'asc' }, select: { frozenAt: true, at: true } },
      rounds: { orderBy: { number: 'asc' }, select: { id: true, number: true, name: true, closesAt: true } },
    },
  });
  if (contest === null) return null;
  const { acts, rules, host, ...rest } = contest;
  const last = rules.at(-1);
  const times = [contest.openedAt!, ...(last ? [last.frozenAt ?? last.at] : []), ...acts.map(({ at }) => at)];
  return {
    ...rest,
    host: unitTitle(host),
    cancelled: contest.state === 'CANCELLED',
    changes: Math.max(0, rules.length - 1) + acts.length + (contest.publishedAt === null ? 0 : 1),
    stamp: new Date(Math.max(...[...times, ...(contest.publishedAt ? [contest.publishedAt] : [])].map(Number))),
  };
}
