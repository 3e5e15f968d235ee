import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { type EntryPlace, lockOwnNomination } from './lock-own-nomination.server.ts';

/**
 * Someone takes their yes back, at any time and for no reason: from then on nothing of it is visible to the receiving unit. An entry
 * that was made of it in a contest there is an entry of the team's like any other, and is withdrawn like one. Throws NotFound.
 */
export async function withdrawNominationConsent({ by, id }: { by: Actor; id: string }): Promise<EntryPlace> {
  return db.$transaction(async (tx) => {
    const { nomination, place } = await lockOwnNomination(tx, { by, id });
    const { count } = await tx.nominationConsent.updateMany({
      where: { nominationId: id, personId: by.id, withdrawnAt: null },
      data: { withdrawnAt: now() },
    });
    if (count === 0) return place;
    await recordEvent(tx, {
      kind: 'nomination.consent-withdrawn',
      by: by.id,
      personId: by.id,
      contestId: nomination.entry.contest.id,
      entryId: nomination.entry.id,
      unitId: nomination.toUnit.id,
      payload: { nominationId: id },
    });
    return place;
  });
}
