import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound, NotNow } from '#app/domain/refusal.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { insistThat, whyNotPrepare } from './contest-access.ts';
import { insistOnUnfinished, lockContest } from './lock-contest.server.ts';

/** A standing entry of a contest that is not over, held by an organiser or the secretary. Throws NotFound, NotAllowed and NotNow. */
export async function lockManagedEntry(tx: Tx, { by, slug, number }: { by: Actor; slug: string; number: number }) {
  const contest = await lockContest(tx, { slug });
  insistThat(whyNotPrepare(by, contest));
  insistOnUnfinished(contest);
  const entry = await tx.entry.findUnique({
    where: { contestId_number: { contestId: contest.id, number } },
    include: { withdrawal: true, outside: { where: { withdrawnAt: null } } },
  });
  if (entry === null) throw new NotFound();
  if (entry.withdrawal !== null) throw new NotNow({ key: 'contests:refusals.entryWithdrawn' });
  return { contest, entry, inForce: entry.outside[0] ?? null };
}
