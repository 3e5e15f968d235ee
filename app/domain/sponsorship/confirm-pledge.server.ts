import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { insistThat } from '#app/domain/ideas/insist.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockPledge } from './lock-pledge.server.ts';
import { mayAnswerForTeam } from './sponsorship-access.ts';

/** The lead confirms that the team received what was promised: the promise is kept. */
export async function confirmPledge({ by, id }: { by: Actor; id: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const { offer, pledge, state, payload } = await lockPledge(tx, { id, by });
    insistThat(mayAnswerForTeam(by, offer));
    if (state !== 'delivered') throw new NotNow({ key: 'sponsorship:refusals.notDelivered' });
    await tx.pledge.update({ where: { id: pledge.id }, data: { confirmedAt: now(), confirmedById: by.id } });
    await recordEvent(tx, { kind: 'pledge.confirmed', by: by.id, ideaId: offer.ideaId, payload });
  });
}
