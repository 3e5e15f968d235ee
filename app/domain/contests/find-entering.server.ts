import type { Actor } from '#app/domain/people/actor.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { takesEntries } from './contest.ts';
import { readRules } from './contest-rules.ts';
import { type Enterable, findCandidates } from './find-candidates.server.ts';

/** Ideas this person leads, each with what stands against entering it now. */
export async function findEntering({
  slug,
  by,
}: {
  slug: string;
  by: Actor;
}): Promise<{ open: boolean; candidates: Enterable[] } | null> {
  const contest = await db.contest.findUnique({
    where: { slug, openedAt: { not: null } },
    select: {
      id: true,
      state: true,
      opensAt: true,
      closesAt: true,
      host: { select: { name: true, kind: true, code: true, path: true } },
      rules: { orderBy: { number: 'desc' }, take: 1, select: { body: true } },
    },
  });
  if (contest === null) return null;
  const at = now();
  const rules = readRules(contest.rules[0]?.body);
  return {
    open: takesEntries(contest, at),
    candidates: await findCandidates(db, { contest, rules, leadId: by.id, at }),
  };
}
