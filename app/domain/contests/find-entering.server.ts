import type { Actor } from '#app/domain/people/actor.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { takesEntries, takesEntriesUntil } from './contest.ts';
import { readRules } from './contest-rules.ts';
import { type Enterable, findCandidates } from './find-candidates.server.ts';
import { ownDeadline } from './own-deadline.server.ts';

/** Ideas this person leads, each with what stands against entering it now. */
export async function findEntering({ slug, by }: { slug: string; by: Actor }): Promise<{
  open: boolean;
  /** A later deadline that was given to this lead alone. */
  until: Date | null;
  candidates: Omit<Enterable, 'tellTales'>[];
  /** What an office prepared for this lead: an idea, and the division it is meant for. */
  prepared: { ideaId: string; division: string | null }[];
} | null> {
  const contest = await db.contest.findUnique({
    where: { slug, openedAt: { not: null } },
    select: {
      id: true,
      state: true,
      opensAt: true,
      closesAt: true,
      suspendedAt: true,
      host: { select: { name: true, kind: true, code: true, path: true } },
      _count: { select: { rounds: { where: { state: { not: 'PLANNED' } } } } },
      rules: { orderBy: { number: 'desc' }, take: 1, select: { body: true } },
    },
  });
  if (contest === null) return null;
  const at = now();
  const rules = readRules(contest.rules[0]?.body);
  const until = await ownDeadline(db, { contestId: contest.id, personId: by.id });
  const open = takesEntriesUntil(contest, { until, judged: contest._count.rounds > 0 }, at);
  const candidates = await findCandidates(db, { contest, rules, leadId: by.id, at });
  const invitations = await db.entryInvitation.findMany({
    where: { contestId: contest.id, acceptedById: by.id, ideaId: { not: null } },
    orderBy: { acceptedAt: 'desc' },
    take: 50,
    select: { ideaId: true, division: true },
  });
  return {
    open,
    prepared: invitations.map(({ ideaId, division }) => ({ ideaId: ideaId!, division })),
    until: open && !takesEntries(contest, at) ? until : null,
    candidates: candidates.map(({ tellTales: _, ...candidate }) => candidate),
  };
}
