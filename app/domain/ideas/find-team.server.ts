import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { largestTeam } from './idea.ts';
import { isLead, mayInvite, maySeeInside } from './idea-access.ts';
import { findStanding, ideaIdAt } from './lock-idea.server.ts';

export type TeamView = {
  slug: string;
  title: string;
  lead: boolean;
  /** Whether this visitor may ask somebody: there is room, there is none, or it is not for them. */
  inviting: 'open' | 'full' | 'closed';
  members: { id: string; name: string; lead: boolean; me: boolean; since: Date }[];
  invitations: { id: string; whom: string; at: Date }[];
  /** The lead was offered to this member and they have not answered; the offer's id for the lead alone. */
  handover: { id: string; memberName: string } | null;
};

/** Who is in a team and who was asked. For the team and the moderators; addresses are for the lead alone. */
export async function findTeam({ by, slug }: { by: Actor; slug: string }): Promise<TeamView> {
  const id = await ideaIdAt(db, slug);
  const standing = id === null ? null : await findStanding(db, id);
  if (standing === null || !maySeeInside(by, standing)) throw new NotFound();
  const row = await db.idea.findUniqueOrThrow({
    where: { id: standing.id },
    relationLoadStrategy: 'join',
    select: {
      draft: { select: { title: true } },
      handovers: {
        where: { acceptedAt: null, declinedAt: null, withdrawnAt: null },
        select: { id: true, to: { select: { fullName: true } } },
        take: 1,
      },
      members: {
        where: { leftAt: null, declinedAt: null },
        orderBy: [{ kind: 'asc' }, { confirmedAt: 'asc' }, { id: 'asc' }],
        select: {
          id: true,
          kind: true,
          personId: true,
          invitedMail: true,
          invitedAt: true,
          confirmedAt: true,
          person: { select: { fullName: true, userName: true } },
        },
      },
    },
  });
  const lead = isLead(by, standing);
  const handover = row.handovers[0];
  return {
    slug: standing.slug,
    title: row.draft?.title ?? '',
    lead,
    inviting: mayInvite(by, standing) !== null ? 'closed' : row.members.length >= largestTeam ? 'full' : 'open',
    members: row.members
      .filter((one) => one.confirmedAt !== null)
      .map((one) => ({
        id: one.id,
        name: one.person?.fullName ?? '',
        lead: one.kind === 'LEAD',
        me: one.personId === by.id,
        since: one.confirmedAt!,
      })),
    invitations: row.members
      .filter((one) => one.confirmedAt === null)
      .map((one) => ({
        id: one.id,
        whom: lead ? (one.invitedMail ?? one.person?.userName ?? '') : '',
        at: one.invitedAt,
      })),
    handover: lead && handover !== undefined ? { id: handover.id, memberName: handover.to.fullName } : null,
  };
}
