import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { Actor } from './actor.ts';
import { termsVersion } from './terms.ts';

/**
 * Puts on record that a person agreed to the terms they were shown. Again is once. Throws NotNow where other terms stand
 * by now: those must be shown first.
 */
export async function agreeTerms({ by, version }: { by: Actor; version: string }): Promise<void> {
  if (version !== termsVersion) throw new NotNow({ key: 'people:refusals.otherTerms' });
  await db.$transaction(async (tx) => {
    const { count } = await tx.person.updateMany({
      where: { id: by.id, OR: [{ termsVersion: null }, { termsVersion: { not: version } }] },
      data: { termsVersion: version, termsAcceptedAt: now() },
    });
    if (count > 0) {
      await recordEvent(tx, { kind: 'person.terms-agreed', by: by.id, personId: by.id, payload: { version } });
    }
  });
}

/** Not now: the question comes back with the next session. */
export async function putOffTerms({ session }: { session: string }): Promise<void> {
  await db.session.updateMany({ where: { id: session }, data: { termsLaterAt: now() } });
}
