import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { ConsentPurpose } from './consent.ts';
import { guardianState } from './guardian.ts';
import { holdGuardianRequest } from './hold-guardian-request.server.ts';

/**
 * A guardian's answer by the link in their mail: yes to the purposes named, no to the others that were asked. A no may
 * become a yes by the same link; a yes is taken back by `withdrawAsGuardian`. NotNow where nothing waits for an answer.
 */
export async function answerAsGuardian(answer: { token: string; purposes: ConsentPurpose[] }): Promise<void> {
  await db.$transaction(async (tx) => {
    const at = now();
    const rows = await holdGuardianRequest(tx, answer.token);
    const open = rows.filter((row) => ['asked', 'refused'].includes(guardianState(row, at)));
    if (open.length === 0) throw new NotNow({ key: 'people:refusals.guardianNothingOpen' });
    for (const row of open) {
      const given = answer.purposes.includes(row.purpose);
      if (!given && row.refusedAt !== null) continue;
      await tx.consent.update({
        where: { id: row.id },
        data: given ? { givenAt: at, refusedAt: null } : { refusedAt: at },
      });
      await recordEvent(tx, {
        kind: given ? 'consent.given' : 'consent.refused',
        by: null,
        personId: row.personId,
        payload: { consentId: row.id, purpose: row.purpose },
      });
    }
  });
}
