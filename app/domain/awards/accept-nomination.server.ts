import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockReceivedNomination } from './lock-received-nomination.server.ts';

/** The receiving unit takes a complete package. Throws NotFound, NotAllowed, NotNow where it was answered before. */
export async function acceptNomination({ by, id }: { by: Actor; id: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const nomination = await lockReceivedNomination(tx, { by, id });
    if (nomination.acceptedAt !== null) throw new NotNow({ key: 'awards:refusals.nominationSettled' });
    await tx.nomination.update({ where: { id }, data: { acceptedAt: now(), settledById: by.id } });
    await recordEvent(tx, {
      kind: 'nomination.accepted',
      by: by.id,
      contestId: nomination.entry.contest.id,
      entryId: nomination.entry.id,
      unitId: nomination.toUnit.id,
      payload: { nominationId: id },
    });
  });
}
