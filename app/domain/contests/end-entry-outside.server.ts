import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { keepOutside } from './keep-outside.server.ts';
import { lockManagedEntry } from './lock-managed-entry.server.ts';

/**
 * An entry competes again, with a reason on record. What a rule of the thể lệ gave is nobody's to take away: then the rules are amended, or
 * the team changes. Throws NotNow there, where it competes already, and once the contest is over.
 */
export async function endEntryOutside({
  by,
  slug,
  number,
  reason,
}: {
  by: Actor;
  slug: string;
  number: number;
  reason: string;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const { contest, entry, inForce } = await lockManagedEntry(tx, { by, slug, number });
    if (inForce === null) throw new NotNow({ key: 'organising:outside.competes' });
    if (inForce.rule !== null) throw new NotNow({ key: 'organising:outside.byRule' });
    await tx.entryOutside.update({
      where: { id: inForce.id },
      data: { withdrawnAt: now(), withdrawnById: by.id, withdrawReason: reason },
    });
    await keepOutside(tx, { contestId: contest.id, entryId: entry.id, outside: false, rule: null, reason });
    await recordEvent(tx, { kind: 'entry.outside-ended', by: by.id, contestId: contest.id, entryId: entry.id });
  });
}
