import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { now } from '#app/platform/clock.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import type { Actor } from './actor.ts';
import type { Relation } from './contact.ts';
import { lockPerson } from './lock-person.server.ts';

/** Takes back what a person shared with one other side, at once. Where nothing stands nothing happens. */
export async function withdrawShare(tx: Tx, { by, relation }: { by: Actor; relation: Relation }): Promise<void> {
  await lockPerson(tx, by.id);
  const shares = await tx.contactShare.updateManyAndReturn({
    where: { personId: by.id, ...relation, withdrawnAt: null },
    data: { withdrawnAt: now() },
    select: { id: true },
  });
  for (const { id } of shares) {
    const payload = { shareId: id, ...relation };
    await recordEvent(tx, { kind: 'contact.withdrawn', by: by.id, personId: by.id, payload });
  }
}
