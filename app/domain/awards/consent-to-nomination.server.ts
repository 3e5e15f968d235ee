import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { type EntryPlace, insistOnOpen, lockOwnNomination } from './lock-own-nomination.server.ts';
import { isComplete } from './nomination-answers.server.ts';

/** Someone of the entry says yes to its going to that unit. Where their yes stands already nothing happens. Throws NotFound, NotNow. */
export async function consentToNomination({ by, id }: { by: Actor; id: string }): Promise<EntryPlace> {
  return db.$transaction(async (tx) => {
    const { nomination, place } = await lockOwnNomination(tx, { by, id });
    insistOnOpen(nomination);
    const own = nomination.consents.find(({ personId }) => personId === by.id);
    if (own !== undefined && own.withdrawnAt === null) return place;
    const given = { givenAt: now(), withdrawnAt: null };
    await tx.nominationConsent.upsert({
      where: { nominationId_personId: { nominationId: id, personId: by.id } },
      create: { nominationId: id, personId: by.id, ...given },
      update: given,
    });
    await recordEvent(tx, {
      kind: 'nomination.consented',
      by: by.id,
      personId: by.id,
      contestId: nomination.entry.contest.id,
      entryId: nomination.entry.id,
      unitId: nomination.toUnit.id,
      payload: { nominationId: id, complete: await isComplete(tx, id) },
    });
    return place;
  });
}
