import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockReceivedNomination } from './lock-received-nomination.server.ts';

/** The receiving unit does not take a complete package, with a reason its nominators and its team read; it sees the package no more. */
export async function declineNomination({ by, id, reason }: { by: Actor; id: string; reason: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const nomination = await lockReceivedNomination(tx, { by, id });
    if (nomination.acceptedAt !== null) throw new NotNow({ key: 'awards:refusals.nominationSettled' });
    await tx.nomination.update({ where: { id }, data: { declinedAt: now(), settledById: by.id, reason } });
    await recordEvent(tx, {
      kind: 'nomination.declined',
      by: by.id,
      contestId: nomination.entry.contest.id,
      entryId: nomination.entry.id,
      unitId: nomination.toUnit.id,
      payload: { nominationId: id },
    });
  });
}
