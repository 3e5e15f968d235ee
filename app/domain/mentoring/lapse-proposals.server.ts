import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockProposal } from './lock-proposal.server.ts';
import { passOn } from './pass-on.server.ts';
import { proposalState } from './proposal.ts';

/** Proposals whose time has passed are over and their requests pass on. Answers how many. */
export async function lapseProposals({ most = 100 }: { most?: number } = {}): Promise<number> {
  const due = await db.mentorProposal.findMany({
    where: {
      expiresAt: { lte: now() },
      declinedAt: null,
      lapsedAt: null,
      OR: [{ mentorAcceptedAt: null }, { teamAcceptedAt: null }],
    },
    orderBy: { expiresAt: 'asc' },
    take: most,
    select: { id: true },
  });
  let lapsed = 0;
  for (const { id } of due) {
    lapsed += await db.$transaction(async (tx) => {
      const proposal = await lockProposal(tx, { id });
      const at = now();
      if (proposalState(proposal, at) !== 'lapsed' || proposal.lapsedAt !== null) return 0;
      await tx.mentorProposal.update({ where: { id }, data: { lapsedAt: at } });
      await recordEvent(tx, {
        kind: 'proposal.lapsed',
        by: null,
        ideaId: proposal.request.ideaId,
        personId: proposal.mentorPersonId,
        payload: { proposalId: id, mentorId: proposal.mentorId },
      });
      await passOn(tx, { requestId: proposal.request.id });
      return 1;
    });
  }
  return lapsed;
}
