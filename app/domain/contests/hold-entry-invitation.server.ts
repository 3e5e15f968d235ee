import { type Because, NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { hashOfLinkToken } from '#app/platform/link-token.server.ts';
import { takesTeams } from './contest.ts';
import { type EntryInvitationState, entryInvitationState } from './entry-invitation.ts';
import { lockContest } from './lock-contest.server.ts';

/** What the holder of a link is told where it opens nothing any more. */
export const whyNotOpening: Record<Exclude<EntryInvitationState, 'open'>, Because> = {
  expired: { key: 'contests:invited.expired' },
  withdrawn: { key: 'contests:invited.withdrawn' },
  declined: { key: 'contests:invited.declined' },
  accepted: { key: 'contests:invited.used' },
};

/**
 * The open invitation behind a link and its contest, both held until the transaction ends. Throws NotNow: a link that never was reads like
 * one that is forgotten; one that was answered, has run out, was withdrawn, or leads to a contest that takes no entries says so.
 */
export async function holdEntryInvitation(tx: Tx, { token }: { token: string }) {
  const tokenHash = hashOfLinkToken(token);
  const found = await tx.entryInvitation.findUnique({
    where: { tokenHash },
    select: { contest: { select: { slug: true } } },
  });
  if (found === null) throw new NotNow({ key: 'people:refusals.linkUnknown' });
  const contest = await lockContest(tx, { slug: found.contest.slug });
  const invitation = await tx.entryInvitation.findUniqueOrThrow({ where: { tokenHash } });
  const state = entryInvitationState(invitation, now());
  if (state !== 'open') throw new NotNow(whyNotOpening[state]);
  if (!takesTeams(contest, now())) throw new NotNow({ key: 'contests:refusals.entriesClosed' });
  return { contest, invitation };
}
