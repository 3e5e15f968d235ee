import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { insistThat } from '#app/domain/ideas/insist.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound, NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { findTies, lockContestsOf } from './find-ties.server.ts';
import { lockProposal } from './lock-proposal.server.ts';
import { mayAnswer, sideOf } from './mentoring-access.ts';
import { proposalState } from './proposal.ts';

/**
 * One side says yes. With the second yes the mentorship begins, and from then on the mentor never judges this team. NotNow once
 * the time has passed, or where the mentor has become a judge of the team meanwhile.
 */
export async function acceptProposal({ by, id }: { by: Actor; id: string }): Promise<{ mentorshipId: string | null }> {
  return db.$transaction(async (tx) => {
    const proposal = await lockProposal(tx, { id });
    const side = sideOf(by, proposal);
    if (side === null) throw new NotFound();
    insistThat(mayAnswer(by, proposal));
    const at = now();
    if (proposalState(proposal, at) !== 'open') throw new NotNow({ key: 'mentoring:refusals.proposalOver' });
    const mine = side === 'mentor' ? proposal.mentorAcceptedAt : proposal.teamAcceptedAt;
    if (mine !== null) throw new NotNow({ key: 'mentoring:refusals.acceptedAlready' });
    const { request, mentorId, mentorPersonId } = proposal;
    await lockContestsOf(tx, request.ideaId);
    const ties = await findTies(tx, { ideaIds: [request.ideaId], personIds: [mentorPersonId] });
    const tie = ties.get(request.ideaId)?.get(mentorPersonId);
    if (tie !== undefined) throw new NotNow({ key: `mentoring:refusals.tied.${tie}` });

    await tx.mentorProposal.update({
      where: { id },
      data: side === 'mentor' ? { mentorAcceptedAt: at } : { teamAcceptedAt: at, teamAcceptedById: by.id },
    });
    const about = { by: by.id, ideaId: request.ideaId, personId: mentorPersonId };
    const payload = { proposalId: id, mentorId, side: side === 'mentor' ? 'MENTOR' : 'TEAM' };
    await recordEvent(tx, { kind: 'proposal.accepted', ...about, payload });
    const other = side === 'mentor' ? proposal.teamAcceptedAt : proposal.mentorAcceptedAt;
    if (other === null) return { mentorshipId: null };

    const mentorship = await tx.mentorship.create({
      data: { mentorId, ideaId: request.ideaId, proposalId: id, startedAt: at },
      select: { id: true },
    });
    await tx.mentorRequest.update({ where: { id: request.id }, data: { servedAt: at } });
    await recordEvent(tx, { kind: 'mentorship.begun', ...about, payload: { mentorshipId: mentorship.id, mentorId } });
    return { mentorshipId: mentorship.id };
  });
}
