import type { Actor } from '#app/domain/people/actor.ts';
import { lockPerson } from '#app/domain/people/lock-person.server.ts';
import { NotAllowed, NotFound, NotNow } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { mayDecideMembership } from './membership-access.ts';

/** A membership that holds, and its person, held until the transaction ends, for the staff of the unit or above it. */
export async function holdMember(tx: Tx, { by, membershipId }: { by: Actor; membershipId: string }) {
  const found = isUuid(membershipId)
    ? await tx.membership.findUnique({ where: { id: membershipId }, select: { personId: true } })
    : null;
  if (found === null) throw new NotFound();
  await lockPerson(tx, found.personId);
  const membership = await tx.membership.findUniqueOrThrow({
    where: { id: membershipId },
    include: { unit: { select: { id: true, slug: true, path: true } }, person: { select: { birthDate: true } } },
  });
  const why = mayDecideMembership(by, membership);
  if (why !== null) throw new NotAllowed(why);
  if (membership.confirmedAt === null) throw new NotNow({ key: 'staff:refusals.notConfirmed' });
  if (membership.endedAt !== null) throw new NotNow({ key: 'staff:refusals.memberGone' });
  return membership;
}
