import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { mayActForBusinesses } from '#app/domain/people/role-access.ts';
import { NotAllowed, NotFound, NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';

/** The papers of a registration do not tell what it says; its registrar reads why and may register again. */
export async function declineBusiness({
  by,
  slug,
  reason,
}: {
  by: Actor;
  slug: string;
  reason: string;
}): Promise<void> {
  const why = mayActForBusinesses(by);
  if (why !== null) throw new NotAllowed(why);
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from "Business" where "slug" = ${slug} for update`;
    const business = await tx.business.findUnique({ where: { slug } });
    if (business === null) throw new NotFound();
    if (business.verifiedAt !== null) throw new NotNow({ key: 'sponsorship:refusals.verifiedAlready' });
    if (business.declinedAt !== null) throw new NotNow({ key: 'sponsorship:refusals.declinedAlready' });
    await tx.business.update({
      where: { id: business.id },
      data: { declinedAt: now(), declinedById: by.id, declineReason: reason },
    });
    await recordEvent(tx, {
      kind: 'business.declined',
      by: by.id,
      personId: business.registeredById ?? undefined,
      payload: { businessId: business.id },
    });
  });
}
