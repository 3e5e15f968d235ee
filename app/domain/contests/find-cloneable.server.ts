import type { Actor } from '#app/domain/people/actor.ts';
import { db } from '#app/platform/db/db.server.ts';
import { isPublic } from './contest.ts';
import { runs } from './contest-access.ts';

const year = 365 * 86_400_000;

/** What a new contest begins with where it begins with another one's rules: the same, a year later. Null where it is not to be seen. */
export async function findCloneable({ slug, by }: { slug: string; by: Actor }) {
  const contest = await db.contest.findUnique({
    where: { slug },
    select: {
      id: true,
      slug: true,
      name: true,
      summary: true,
      hostId: true,
      openedAt: true,
      opensAt: true,
      closesAt: true,
      host: { select: { path: true } },
      _count: { select: { rounds: true, divisions: true } },
    },
  });
  if (contest === null) return null;
  const { id, host, openedAt, _count, ...rest } = contest;
  if (!isPublic({ openedAt }) && !runs(by, { id, hostPath: host.path })) return null;
  return {
    ...rest,
    ..._count,
    name: contest.name.replaceAll(/\b(20\d\d)\b/g, (written) => String(Number(written) + 1)),
    opensAt: new Date(contest.opensAt.getTime() + year),
    closesAt: new Date(contest.closesAt.getTime() + year),
  };
}
