import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { findStanding, type StandingIdea } from './lock-idea.server.ts';

export type OpenInvitation = { id: string; ideaId: string; personId: string | null };

/**
 * An open invitation of this very person, by account or by the address they have verified; its idea is locked. Throws
 * NotFound for everyone else, and once it was answered.
 */
export async function lockInvitation(
  tx: Tx,
  { id, by }: { id: string; by: Actor },
): Promise<{ invitation: OpenInvitation; idea: StandingIdea }> {
  const row = await findInvitationOf(tx, { id, by });
  if (row === null) throw new NotFound({ key: 'ideas:refusals.noInvitation' });
  await tx.$queryRaw`select 1 from "Idea" where id = ${row.ideaId}::uuid for update`;
  const invitation = await findInvitationOf(tx, { id, by });
  const idea = await findStanding(tx, row.ideaId);
  if (invitation === null || idea === null) throw new NotFound({ key: 'ideas:refusals.noInvitation' });
  return { invitation, idea };
}

export async function findInvitationOf(
  tx: Pick<Tx, 'ideaMember' | 'person'>,
  { id, by }: { id: string; by: Actor },
): Promise<OpenInvitation | null> {
  if (!isUuid(id)) return null;
  const row = await tx.ideaMember.findFirst({
    where: { id, confirmedAt: null, declinedAt: null, leftAt: null, idea: { state: { not: 'WITHDRAWN' } } },
    select: { id: true, ideaId: true, personId: true, invitedMail: true },
  });
  if (row === null) return null;
  const { invitedMail, ...invitation } = row;
  if (row.personId === by.id) return invitation;
  if (row.personId !== null || invitedMail === null) return null;
  const mine = await tx.person.findFirst({
    where: { id: by.id, email: invitedMail, emailVerifiedAt: { not: null } },
    select: { id: true },
  });
  return mine === null ? null : invitation;
}
