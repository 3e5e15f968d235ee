import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { now } from '#app/platform/clock.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { expiryOf } from './proposal.ts';

type Proposing = {
  by: string | null;
  request: { id: string; ideaId: string };
  mentor: { id: string; personId: string };
  days: number;
  planId?: string;
  /** The team named this mentor itself: its yes is given. */
  teamAccepts?: { personId: string };
};

/** Puts a mentor and a team before each other, for so many days. */
export async function propose(tx: Tx, { by, request, mentor, days, planId, teamAccepts }: Proposing): Promise<string> {
  const at = now();
  const { id } = await tx.mentorProposal.create({
    data: {
      requestId: request.id,
      mentorId: mentor.id,
      planId: planId ?? null,
      proposedAt: at,
      expiresAt: expiryOf(at, days),
      teamAcceptedAt: teamAccepts === undefined ? null : at,
      teamAcceptedById: teamAccepts?.personId ?? null,
    },
    select: { id: true },
  });
  await recordEvent(tx, {
    kind: 'proposal.made',
    by,
    ideaId: request.ideaId,
    personId: mentor.personId,
    payload: { proposalId: id, mentorId: mentor.id, requestId: request.id },
  });
  return id;
}
