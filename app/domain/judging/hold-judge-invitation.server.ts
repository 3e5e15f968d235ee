import { lockContest } from '#app/domain/contests/lock-contest.server.ts';
import { type Because, NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { hashOfLinkToken } from '#app/platform/link-token.server.ts';
import { type InvitationState, invitationState } from './judge-invitation.ts';

/** What the holder of a link is told where it opens nothing any more. */
export const whyClosed: Record<Exclude<InvitationState, 'open'>, Because> = {
  expired: { key: 'judging:refusals.invitationExpired' },
  withdrawn: { key: 'judging:refusals.invitationWithdrawn' },
  refused: { key: 'judging:refusals.invitationWithdrawn' },
  declined: { key: 'judging:refusals.invitationDeclined' },
  waiting: { key: 'judging:refusals.invitationUsed' },
  seated: { key: 'judging:refusals.invitationUsed' },
};

/**
 * The open invitation behind a link and its contest, both held until the transaction ends. Throws NotNow: a link that never was reads like
 * one that is forgotten; one that was answered, has run out or was withdrawn says so to whoever holds it.
 */
export async function holdJudgeInvitation(tx: Tx, { token }: { token: string }) {
  const tokenHash = hashOfLinkToken(token);
  const found = await tx.judgeInvitation.findUnique({
    where: { tokenHash },
    select: { contest: { select: { slug: true } } },
  });
  if (found === null) throw new NotNow({ key: 'people:refusals.linkUnknown' });
  const contest = await lockContest(tx, { slug: found.contest.slug });
  const invitation = await tx.judgeInvitation.findUniqueOrThrow({ where: { tokenHash } });
  const state = invitationState(invitation, now());
  if (state !== 'open') throw new NotNow(whyClosed[state]);
  return { contest, invitation };
}
