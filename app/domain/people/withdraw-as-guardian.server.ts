import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { guardianState } from './guardian.ts';
import { holdGuardianRequest } from './hold-guardian-request.server.ts';

/** Takes back every yes the guardian gave by this link, at once and everywhere. NotNow where none stands. */
export async function withdrawAsGuardian({ token }: { token: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const at = now();
    const rows = await holdGuardianRequest(tx, token);
    const given = rows.filter((row) => guardianState(row, at) === 'given');
    if (given.length === 0) throw new NotNow({ key: 'people:refusals.guardianNothingGiven' });
    for (const row of given) {
      await tx.consent.update({ where: { id: row.id }, data: { withdrawnAt: at } });
      await recordEvent(tx, {
        kind: 'consent.withdrawn',
        by: null,
        personId: row.personId,
        payload: { consentId: row.id, purpose: row.purpose },
      });
    }
  });
}
