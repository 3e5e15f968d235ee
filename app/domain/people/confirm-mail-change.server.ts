import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { Actor } from './actor.ts';
import { lockPerson } from './lock-person.server.ts';
import { findLink, layLink, useLink } from './one-use-link.server.ts';

/** What the page behind the link shows: the address, where the link is open and belongs to whoever is signed in. */
export async function findMailChange({ by, token }: { by: Actor; token: string }) {
  const link = await findLink({ purpose: 'CHANGE_MAIL', token });
  if (!link.open) return link;
  if (link.personId === by.id) return { open: true as const, email: link.email };
  return { open: false as const, because: { key: 'people:refusals.linkOfAnother' } };
}

/**
 * The new address is proved by its link, by somebody signed in to the very account: a stranger who got the letter by a
 * slip of the finger gains nothing. A letter to the old address says so and can undo it for a week; other links that are
 * on their way open nothing any more. An account that never proved this address loses it.
 */
export async function confirmMailChange({ by, token }: { by: Actor; token: string }): Promise<void> {
  const found = await findMailChange({ by, token });
  if (!found.open) throw new NotNow(found.because);
  await db.$transaction(async (tx) => {
    await lockPerson(tx, by.id);
    const { email: to } = await useLink(tx, { purpose: 'CHANGE_MAIL', token });
    const at = now();
    await tx.person.updateMany({ where: { email: to, emailVerifiedAt: null }, data: { email: null } });
    const taken = await tx.person.findUnique({ where: { email: to }, select: { id: true } });
    if (taken !== null) throw new NotNow({ key: 'people:refusals.mailTaken' });
    const { email: from, emailVerifiedAt } = await tx.person.findUniqueOrThrow({
      where: { id: by.id },
      select: { email: true, emailVerifiedAt: true },
    });
    await tx.mailToken.updateMany({
      where: { personId: by.id, purpose: { in: ['RESET_PASSWORD', 'VERIFY_MAIL', 'CHANGE_MAIL'] }, usedAt: null },
      data: { usedAt: at },
    });
    await tx.person.update({ where: { id: by.id }, data: { email: to, emailVerifiedAt: at } });
    await tx.mailChange.create({ data: { personId: by.id, from, to, confirmedAt: at } });
    const undoing: Record<string, string> = {};
    if (from !== null && emailVerifiedAt !== null) {
      const link = { purpose: 'UNDO_MAIL_CHANGE', personId: by.id, email: from, besideOlder: true } as const;
      undoing.mailTokenId = await layLink(tx, link);
    }
    await recordEvent(tx, { kind: 'person.mail-changed', by: by.id, personId: by.id, payload: undoing });
  });
}
