import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { Actor } from './actor.ts';
import type { ConsentPurpose } from './consent.ts';
import { lockPerson } from './lock-person.server.ts';

/** A person's own yes to one purpose. Where it stands already nothing happens. */
export async function giveConsent({ by, purpose }: { by: Actor; purpose: ConsentPurpose }): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockPerson(tx, by.id);
    const standing = await tx.consent.findFirst({
      where: { personId: by.id, purpose, giver: 'SELF', givenAt: { not: null }, withdrawnAt: null },
      select: { id: true },
    });
    if (standing !== null) return;
    const { id } = await tx.consent.create({
      data: { personId: by.id, purpose, giver: 'SELF', givenAt: now() },
      select: { id: true },
    });
    await recordEvent(tx, { kind: 'consent.given', by: by.id, personId: by.id, payload: { consentId: id, purpose } });
  });
}
