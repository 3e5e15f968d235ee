import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { keepOutside } from './keep-outside.server.ts';
import { lockManagedEntry } from './lock-managed-entry.server.ts';

/**
 * An organiser or the secretary decides that an entry takes part outside the competition, with a reason on record: it is judged, ranked and
 * shown, and takes no award and no place. Throws NotNow where it does so already, and once the contest is over.
 */
export async function setEntryOutside({
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
    if (inForce !== null) throw new NotNow({ key: 'organising:outside.already' });
    await tx.entryOutside.create({ data: { entryId: entry.id, reason, byId: by.id, at: now() } });
    await keepOutside(tx, { contestId: contest.id, entryId: entry.id, outside: true, rule: null, reason });
    await recordEvent(tx, { kind: 'entry.outside-set', by: by.id, contestId: contest.id, entryId: entry.id });
  });
}
