import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { mayActForBusinesses } from '#app/domain/people/role-access.ts';
import { NotAllowed, NotFound, NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';

/** An administrator has seen the papers of a business: it is the one it says. Who registered it becomes its representative. */
export async function verifyBusiness({ by, slug }: { by: Actor; slug: string }): Promise<void> {
  const why = mayActForBusinesses(by);
  if (why !== null) throw new NotAllowed(why);
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from "Business" where "slug" = ${slug} for update`;
    const business = await tx.business.findUnique({ where: { slug } });
    if (business === null) throw new NotFound();
    if (business.verifiedAt !== null) throw new NotNow({ key: 'sponsorship:refusals.verifiedAlready' });
    const at = now();
    await tx.business.update({
      where: { id: business.id },
      data: { verifiedAt: at, declinedAt: null, declinedById: null, declineReason: null },
    });
    if (business.registeredById !== null) {
      const role = await tx.roleGrant.create({
        data: {
          kind: 'REPRESENTATIVE',
          personId: business.registeredById,
          businessId: business.id,
          grantedById: by.id,
          grantedAt: at,
        },
        select: { id: true },
      });
      await recordEvent(tx, {
        kind: 'role.granted',
        by: by.id,
        personId: business.registeredById,
        payload: { roleId: role.id, role: 'REPRESENTATIVE', businessId: business.id },
      });
    }
    await recordEvent(tx, { kind: 'business.verified', by: by.id, payload: { businessId: business.id } });
  });
}
