import { insistThat, whyNotNominate } from '#app/domain/contests/contest-access.ts';
import { lockContest } from '#app/domain/contests/lock-contest.server.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound, NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockNomination } from './lock-nomination.server.ts';

/** Those who nominate take it back, as long as it has no answer; its place is free again, and no guardian is asked any more. */
export async function withdrawNomination({ by, slug, id }: { by: Actor; slug: string; id: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const contest = await lockContest(tx, { slug });
    insistThat(whyNotNominate(by, contest));
    const nomination = await lockNomination(tx, id);
    if (nomination.entry.contest.id !== contest.id) throw new NotFound();
    if (nomination.acceptedAt ?? nomination.declinedAt ?? nomination.withdrawnAt) {
      throw new NotNow({ key: 'awards:refusals.nominationSettled' });
    }
    const at = now();
    await tx.nomination.update({ where: { id }, data: { withdrawnAt: at } });
    await tx.consent.updateMany({
      where: { nominationId: id, givenAt: null, withdrawnAt: null },
      data: { withdrawnAt: at },
    });
    await recordEvent(tx, {
      kind: 'nomination.withdrawn',
      by: by.id,
      contestId: contest.id,
      entryId: nomination.entry.id,
      unitId: contest.hostId,
      payload: { nominationId: id },
    });
  });
}
