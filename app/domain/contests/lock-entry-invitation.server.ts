import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import { now } from '#app/platform/clock.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { entryInvitationState } from './entry-invitation.ts';
import { holdInviting } from './hold-inviting.server.ts';

/** An invitation of this contest as its officers hold it until the transaction ends. Throws NotFound, NotAllowed and NotNow. */
export async function lockEntryInvitation(tx: Tx, { by, slug, id }: { by: Actor; slug: string; id: string }) {
  const contest = await holdInviting(tx, { by, slug });
  if (!isUuid(id)) throw new NotFound();
  const invitation = await tx.entryInvitation.findFirst({ where: { id, contestId: contest.id } });
  if (invitation === null) throw new NotFound();
  return { contest, invitation, state: entryInvitationState(invitation, now()) };
}
