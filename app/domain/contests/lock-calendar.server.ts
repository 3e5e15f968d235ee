import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { insistOnAmendment } from './amend-rules.server.ts';
import { insistThat, whyNotCancel } from './contest-access.ts';
import { lockContest } from './lock-contest.server.ts';

/**
 * A contest with its rounds, held to move its whole calendar for a reason and by an official letter. Throws NotFound, NotAllowed, NotValid beside
 * what the amendment lacks, and NotNow in a draft and after the end.
 */
export async function lockCalendar(
  tx: Tx,
  { by, slug, reason, letter }: { by: Actor; slug: string; reason: string; letter: string },
) {
  const contest = await lockContest(tx, { slug });
  insistThat(whyNotCancel(by, contest));
  if (contest.state === 'DRAFT') throw new NotNow({ key: 'organising:refusals.notOpenedYet' });
  insistOnAmendment(contest, { reason, letter });
  const rounds = await tx.round.findMany({
    where: { contestId: contest.id },
    orderBy: { number: 'asc' },
    select: { number: true, name: true, state: true, opensAt: true, closesAt: true },
  });
  return { ...contest, rounds };
}

export type LockedCalendar = Awaited<ReturnType<typeof lockCalendar>>;
