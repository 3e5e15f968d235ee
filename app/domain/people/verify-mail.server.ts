import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { NotNow, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { countAgainst } from '#app/platform/limits.server.ts';
import { verifyPassword } from '#app/platform/password.server.ts';
import { findLink, noPerson, useLink } from './one-use-link.server.ts';
import { tooMany } from './too-many.ts';

/**
 * Verifies an address by the link that was mailed to it. The password is asked for too: who gets a link to an account that
 * a stranger made with their address cannot open it for the stranger. A wrong password does not use the link up.
 */
export async function verifyMail({ token, password }: { token: string; password: string }): Promise<{ id: string }> {
  const link = await findLink({ purpose: 'VERIFY_MAIL', token });
  if (!link.open) throw new NotNow(link.because);
  const allowed = await countAgainst({ key: `verify-mail:${link.id}`, max: 10, seconds: 900 });
  if (!allowed.ok) throw tooMany(allowed.retryAfterSeconds);
  const person = await db.person.findFirst({
    where: { id: link.personId ?? noPerson, email: link.email, closedAt: null },
    select: { id: true, passwordHash: true },
  });
  if (!(await verifyPassword(person?.passwordHash ?? null, password)) || person === null) {
    throw new NotValid({ password: [{ key: 'people:problems.passwordWrong' }] });
  }
  return db.$transaction(async (tx) => {
    await useLink(tx, { purpose: 'VERIFY_MAIL', token });
    await tx.person.update({ where: { id: person.id }, data: { emailVerifiedAt: now() } });
    await recordEvent(tx, { kind: 'person.mail-verified', by: person.id, personId: person.id });
    return { id: person.id };
  });
}
