import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { insistThat } from '#app/domain/ideas/insist.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound, NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockProposal } from './lock-proposal.server.ts';
import { mayAnswer, sideOf } from './mentoring-access.ts';
import { passOn } from './pass-on.server.ts';
import { proposalState } from './proposal.ts';

/** One side says no, and why; the request passes on. A yes may be taken back this way until the other side gave theirs. */
export async function declineProposal({ by, id, reason }: { by: Actor; id: string; reason: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const proposal = await lockProposal(tx, { id });
    const side = sideOf(by, proposal);
    if (side === null) throw new NotFound();
    insistThat(mayAnswer(by, proposal));
    const at = now();
    if (proposalState(proposal, at) !== 'open') throw new NotNow({ key: 'mentoring:refusals.proposalOver' });
    const declinedBySide = side === 'mentor' ? 'MENTOR' : 'TEAM';
    await tx.mentorProposal.update({
      where: { id },
      data: { declinedAt: at, declinedBySide, declineReason: reason },
    });
    await recordEvent(tx, {
      kind: 'proposal.declined',
      by: by.id,
      ideaId: proposal.request.ideaId,
      personId: proposal.mentorPersonId,
      payload: { proposalId: id, mentorId: proposal.mentorId, side: declinedBySide },
    });
    await passOn(tx, { requestId: proposal.request.id });
  });
}
