import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { mayActForBusinesses } from '#app/domain/people/role-access.ts';
import { NotAllowed, NotValid } from '#app/domain/refusal.ts';
import { slugOf } from '#app/domain/vietnamese.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { BusinessForm } from './business-form.ts';

/** Puts a business on the list, not verified yet. NotValid where its tax code is on the list already. */
export async function registerBusiness({ by, form }: { by: Actor; form: BusinessForm }): Promise<void> {
  const why = mayActForBusinesses(by);
  if (why !== null) throw new NotAllowed(why);
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('businesses'))`;
    const known = await tx.business.findUnique({ where: { taxCode: form.taxCode }, select: { id: true } });
    if (known !== null) throw new NotValid({ taxCode: [{ key: 'sponsorship:problems.taxCodeTaken' }] });
    const plain = slugOf(form.name, 60) || 'doanh-nghiep';
    const namesake = await tx.business.findUnique({ where: { slug: plain }, select: { id: true } });
    const business = await tx.business.create({
      data: { ...form, slug: namesake === null ? plain : `${plain}-${form.taxCode}`, registeredAt: now() },
      select: { id: true },
    });
    await recordEvent(tx, { kind: 'business.registered', by: by.id, payload: { businessId: business.id } });
  });
}
