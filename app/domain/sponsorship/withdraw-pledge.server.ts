import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { insistThat } from '#app/domain/ideas/insist.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockPledge } from './lock-pledge.server.ts';
import { mayActForBusiness } from './sponsorship-access.ts';

/** The business cannot keep its promise and says why; that stays on record. */
export async function withdrawPledge({ by, id, reason }: { by: Actor; id: string; reason: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const { offer, pledge, state, payload } = await lockPledge(tx, { id, by });
    insistThat(mayActForBusiness(by, offer));
    if (state === 'kept' || state === 'withdrawn') throw new NotNow({ key: 'sponsorship:refusals.pledgeOver' });
    await tx.pledge.update({
      where: { id: pledge.id },
      data: { withdrawnAt: now(), withdrawnById: by.id, withdrawReason: reason },
    });
    await recordEvent(tx, { kind: 'pledge.withdrawn', by: by.id, ideaId: offer.ideaId, payload });
  });
}
