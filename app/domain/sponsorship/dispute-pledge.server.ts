import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { insistThat } from '#app/domain/ideas/insist.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockPledge } from './lock-pledge.server.ts';
import { mayAnswerForTeam } from './sponsorship-access.ts';

/** The lead says that what the business calls delivered has not come; the promise stands again, and both words stay on record. */
export async function disputePledge({ by, id, reason }: { by: Actor; id: string; reason: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const { offer, pledge, state, payload } = await lockPledge(tx, { id, by });
    insistThat(mayAnswerForTeam(by, offer));
    if (state !== 'delivered') throw new NotNow({ key: 'sponsorship:refusals.notDelivered' });
    await tx.pledgeDispute.create({ data: { pledgeId: pledge.id, byId: by.id, at: now(), reason } });
    await tx.pledge.update({ where: { id: pledge.id }, data: { deliveredAt: null, deliveredById: null } });
    await recordEvent(tx, { kind: 'pledge.disputed', by: by.id, ideaId: offer.ideaId, payload });
  });
}
