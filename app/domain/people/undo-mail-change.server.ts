import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { linkTokenFor } from '#app/platform/link-token.server.ts';
import { lockPerson } from './lock-person.server.ts';
import { findLink, layLink, noPerson, useLink } from './one-use-link.server.ts';

/**
 * The old address takes the account back, by the link that was mailed to it. Whoever changed it may know the password and
 * may have set up a device of their own: every session ends, a second factor set up since the change goes, and the answer
 * is a token for a new password. Throws NotNow where the link opens nothing or the address has another account by now.
 */
export async function undoMailChange({ token }: { token: string }): Promise<{ passwordToken: string }> {
  const found = await findLink({ purpose: 'UNDO_MAIL_CHANGE', token });
  if (!found.open) throw new NotNow(found.because);
  const personId = found.personId ?? noPerson;
  return db.$transaction(async (tx) => {
    await lockPerson(tx, personId);
    const { email } = await useLink(tx, { purpose: 'UNDO_MAIL_CHANGE', token });
    const at = now();
    const change = await tx.mailChange.findFirst({
      where: { personId, from: email, undoneAt: null },
      orderBy: { confirmedAt: 'desc' },
    });
    const open = await tx.person.count({ where: { id: personId, closedAt: null } });
    if (change === null || open === 0) throw new NotNow({ key: 'people:refusals.linkUnknown' });
    await tx.person.updateMany({ where: { email, emailVerifiedAt: null }, data: { email: null } });
    const taken = await tx.person.findUnique({ where: { email }, select: { id: true } });
    if (taken !== null) throw new NotNow({ key: 'people:refusals.oldMailTaken' });
    await tx.person.update({ where: { id: personId }, data: { email, emailVerifiedAt: at } });
    await tx.mailChange.updateMany({
      where: { personId, confirmedAt: { gte: change.confirmedAt }, undoneAt: null },
      data: { undoneAt: at },
    });
    const { count } = await tx.secondFactor.updateMany({
      where: { personId, endedAt: null, begunAt: { gte: change.confirmedAt } },
      data: { endedAt: at, endedById: personId, secret: '' },
    });
    if (count > 0) await tx.recoveryCode.deleteMany({ where: { personId } });
    await tx.session.deleteMany({ where: { personId } });
    await tx.mailToken.updateMany({ where: { personId, usedAt: null }, data: { usedAt: at } });
    const linkId = await layLink(tx, { purpose: 'RESET_PASSWORD', personId, email });
    await recordEvent(tx, { kind: 'person.mail-change-undone', by: personId, personId });
    return { passwordToken: linkTokenFor(linkId) };
  });
}
