import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { ageOn } from '#app/domain/people/day.ts';
import { NotNow, NotValid } from '#app/domain/refusal.ts';
import { slugOf } from '#app/domain/vietnamese.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { ageToRepresent } from './business.ts';
import type { RegistrationForm } from './support-form.ts';

/**
 * Somebody registers the business they work for. Nothing can be done in its name before staff have seen its papers; then the
 * registrar becomes its first representative. A business that was declined registers again under the same tax code. NotValid
 * where the tax code is another's; NotNow for accounts not verified, too young, or with a registration that waits.
 */
export async function applyAsBusiness({ by, form }: { by: Actor; form: RegistrationForm }): Promise<void> {
  if (!by.trusted) throw new NotNow({ key: 'sponsorship:refusals.trustedFirst' });
  await db.$transaction(async (tx) => {
    const at = now();
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('businesses'))`;
    const person = await tx.person.findUniqueOrThrow({ where: { id: by.id }, select: { birthDate: true } });
    if (ageOn(person.birthDate, at) < ageToRepresent) {
      throw new NotNow({ key: 'sponsorship:refusals.tooYoung', values: { age: ageToRepresent } });
    }
    const waiting = await tx.business.findFirst({
      where: { registeredById: by.id, verifiedAt: null, declinedAt: null },
      select: { id: true },
    });
    if (waiting !== null) throw new NotNow({ key: 'sponsorship:refusals.oneAtATime' });
    const known = await tx.business.findUnique({
      where: { taxCode: form.taxCode },
      select: { id: true, registeredById: true, declinedAt: true },
    });
    const again = known !== null && known.declinedAt !== null && known.registeredById === by.id;
    if (known !== null && !again) throw new NotValid({ taxCode: [{ key: 'sponsorship:problems.taxCodeTaken' }] });
    const data = { ...form, registeredById: by.id, registeredAt: at };
    const clean = { declinedAt: null, declinedById: null, declineReason: null };
    const business = again
      ? await tx.business.update({ where: { id: known.id }, data: { ...data, ...clean }, select: { id: true } })
      : await tx.business.create({ data: { ...data, slug: await freeSlug(form) }, select: { id: true } });
    await recordEvent(tx, { kind: 'business.registered', by: by.id, payload: { businessId: business.id } });

    async function freeSlug({ name, taxCode }: RegistrationForm): Promise<string> {
      const plain = slugOf(name, 60) || 'doanh-nghiep';
      const namesake = await tx.business.findUnique({ where: { slug: plain }, select: { id: true } });
      return namesake === null ? plain : `${plain}-${taxCode}`;
    }
  });
}
