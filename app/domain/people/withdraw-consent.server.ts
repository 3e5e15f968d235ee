import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { Actor } from './actor.ts';
import type { ConsentPurpose } from './consent.ts';
import { lockPerson } from './lock-person.server.ts';

/** Takes a person's own yes back, at once and everywhere. Where none stands nothing happens. */
export async function withdrawConsent({ by, purpose }: { by: Actor; purpose: ConsentPurpose }): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockPerson(tx, by.id);
    const withdrawn = await tx.consent.updateManyAndReturn({
      where: { personId: by.id, purpose, giver: 'SELF', givenAt: { not: null }, withdrawnAt: null },
      data: { withdrawnAt: now() },
      select: { id: true },
    });
    for (const { id } of withdrawn) {
      const payload = { consentId: id, purpose };
      await recordEvent(tx, { kind: 'consent.withdrawn', by: by.id, personId: by.id, payload });
    }
  });
}
