import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockPerson } from './lock-person.server.ts';
import { findLink, noPerson, useLink } from './one-use-link.server.ts';

/** What the page behind the link shows: until when the account may be opened again. */
export async function findReopening({ token }: { token: string }) {
  const link = await findLink({ purpose: 'REOPEN_ACCOUNT', token });
  if (!link.open) return link;
  const closing = await db.accountClosing.findFirst({
    where: { personId: link.personId ?? noPerson, cancelledAt: null, erasedAt: null },
    select: { erasesAt: true },
  });
  if (closing === null) return { open: false as const, because: { key: 'people:refusals.linkUsed' } };
  return { open: true as const, erasesAt: closing.erasesAt };
}

/**
 * Opens a closed account again. Consents and roles do not come back by themselves: who wants them gives or asks anew.
 * Throws NotNow where the link opens nothing or the account has been erased.
 */
export async function reopenAccount({ token }: { token: string }): Promise<{ id: string }> {
  const link = await findLink({ purpose: 'REOPEN_ACCOUNT', token });
  if (!link.open) throw new NotNow(link.because);
  const personId = link.personId ?? noPerson;
  return db.$transaction(async (tx) => {
    await lockPerson(tx, personId);
    await useLink(tx, { purpose: 'REOPEN_ACCOUNT', token });
    const { count } = await tx.accountClosing.updateMany({
      where: { personId, cancelledAt: null, erasedAt: null },
      data: { cancelledAt: now() },
    });
    if (count === 0) throw new NotNow({ key: 'people:refusals.linkUsed' });
    await tx.mailToken.deleteMany({ where: { personId, purpose: 'REOPEN_ACCOUNT', usedAt: null } });
    await tx.person.update({ where: { id: personId }, data: { closedAt: null } });
    await recordEvent(tx, { kind: 'person.closing-cancelled', by: personId, personId });
    return { id: personId };
  });
}
