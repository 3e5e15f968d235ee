import type { Actor } from '#app/domain/people/actor.ts';
import { lockPerson } from '#app/domain/people/lock-person.server.ts';
import { NotAllowed, NotFound, NotNow } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { mayDecideMembership } from './membership-access.ts';

/** A claim that still waits, held until the transaction ends, for who may decide it. */
export async function holdClaim(tx: Tx, { by, membershipId }: { by: Actor; membershipId: string }) {
  if (!isUuid(membershipId)) throw new NotFound();
  const claim = await tx.membership.findUnique({ where: { id: membershipId }, select: { personId: true } });
  if (claim === null) throw new NotFound();
  await lockPerson(tx, claim.personId);
  const membership = await tx.membership.findUniqueOrThrow({
    where: { id: membershipId },
    include: { unit: { select: { id: true, slug: true, path: true } } },
  });
  const why = mayDecideMembership(by, membership);
  if (why !== null) throw new NotAllowed(why);
  if (membership.confirmedAt !== null) throw new NotNow({ key: 'staff:refusals.confirmedAlready' });
  if (membership.declinedAt !== null) throw new NotNow({ key: 'staff:refusals.declinedAlready' });
  if (membership.endedAt !== null) throw new NotNow({ key: 'staff:refusals.claimTakenBack' });
  return membership;
}
