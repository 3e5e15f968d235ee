import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { insistThat } from '#app/domain/ideas/insist.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockPledge } from './lock-pledge.server.ts';
import { mayActForBusiness } from './sponsorship-access.ts';

/** The business says it delivered. The promise is kept only once the team says so too. */
export async function deliverPledge({ by, id, note }: { by: Actor; id: string; note: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const { offer, pledge, state, payload } = await lockPledge(tx, { id, by });
    insistThat(mayActForBusiness(by, offer));
    if (!['made', 'overdue', 'disputed'].includes(state)) {
      throw new NotNow({ key: 'sponsorship:refusals.notToDeliver' });
    }
    await tx.pledge.update({
      where: { id: pledge.id },
      data: { deliveredAt: now(), deliveredById: by.id, deliveryNote: note },
    });
    await recordEvent(tx, { kind: 'pledge.delivered', by: by.id, ideaId: offer.ideaId, payload });
  });
}
