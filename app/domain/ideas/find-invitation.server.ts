import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { findInvitationOf } from './lock-invitation.server.ts';

export type InvitationView = {
  id: string;
  title: string;
  abstract: string;
  lead: string;
  members: string[];
  invitedAt: Date;
};

/** What somebody who was invited needs to decide. Throws NotFound for everyone else, and once it was answered. */
export async function findInvitation({ by, id }: { by: Actor; id: string }): Promise<InvitationView> {
  const invitation = await findInvitationOf(db, { id, by });
  if (invitation === null) throw new NotFound({ key: 'ideas:refusals.noInvitation' });
  const row = await db.ideaMember.findUniqueOrThrow({
    where: { id: invitation.id },
    relationLoadStrategy: 'join',
    select: {
      invitedAt: true,
      idea: {
        select: {
          draft: { select: { title: true, abstract: true } },
          members: {
            where: { confirmedAt: { not: null }, leftAt: null },
            orderBy: [{ kind: 'asc' }, { confirmedAt: 'asc' }],
            select: { kind: true, person: { select: { fullName: true } } },
          },
        },
      },
    },
  });
  const people = row.idea.members.map((one) => ({ lead: one.kind === 'LEAD', name: one.person?.fullName ?? '' }));
  return {
    id: invitation.id,
    title: row.idea.draft?.title ?? '',
    abstract: row.idea.draft?.abstract ?? '',
    lead: people.find((one) => one.lead)?.name ?? '',
    members: people.filter((one) => !one.lead).map((one) => one.name),
    invitedAt: row.invitedAt,
  };
}
