import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import type { Actor } from './actor.ts';
import type { Relation, ShareForm } from './contact.ts';
import { lockPerson } from './lock-person.server.ts';

/**
 * A person lets the other side of one relation know how to reach them, and with that says yes to being reached at all. What
 * they shared with it before is replaced. The verb of the relation has seen to it that both sides accepted each other.
 * NotValid where there is nothing to share.
 */
export async function shareContact(
  tx: Tx,
  { by, relation, form }: { by: Actor; relation: Relation; form: ShareForm },
): Promise<void> {
  await lockPerson(tx, by.id);
  const at = now();
  const person = await tx.person.findUniqueOrThrow({
    where: { id: by.id },
    select: { email: true, emailVerifiedAt: true, phone: true },
  });
  if (form.mail && (person.email === null || person.emailVerifiedAt === null)) {
    throw new NotValid({ mail: [{ key: 'people:problems.noMailToShare' }] });
  }
  if (form.phone && person.phone === null) throw new NotValid({ phone: [{ key: 'people:problems.noPhoneToShare' }] });
  await tx.contactShare.updateMany({
    where: { personId: by.id, ...relation, withdrawnAt: null },
    data: { withdrawnAt: at },
  });
  const share = await tx.contactShare.create({
    data: { personId: by.id, ...relation, ...form, givenAt: at },
    select: { id: true },
  });
  const own = { personId: by.id, purpose: 'SHARE_CONTACT', giver: 'SELF' } as const;
  const standing = await tx.consent.findFirst({
    where: { ...own, givenAt: { not: null }, withdrawnAt: null },
    select: { id: true },
  });
  if (standing === null) {
    const { id } = await tx.consent.create({ data: { ...own, givenAt: at }, select: { id: true } });
    const payload = { consentId: id, purpose: own.purpose };
    await recordEvent(tx, { kind: 'consent.given', by: by.id, personId: by.id, payload });
  }
  const payload = { shareId: share.id, ...relation };
  await recordEvent(tx, { kind: 'contact.shared', by: by.id, personId: by.id, payload });
}
