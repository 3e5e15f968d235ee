import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { NotNow, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { clearCount } from '#app/platform/limits.server.ts';
import { hashPassword } from '#app/platform/password.server.ts';
import { findLink, noPerson, useLink } from './one-use-link.server.ts';
import { problemWithPassword } from './password.ts';

/**
 * Sets a new password by a one-use link and ends every session of the account. A link that came by mail also proves the
 * address. Throws NotNow where the link no longer opens, NotValid where the password is no good (the link stays good).
 */
export async function resetPassword({ token, password }: { token: string; password: string }): Promise<{ id: string }> {
  const link = await findLink({ purpose: 'RESET_PASSWORD', token });
  if (!link.open) throw new NotNow(link.because);
  const person = await db.person.findFirst({
    where: { id: link.personId ?? noPerson, closedAt: null },
    select: { id: true, fullName: true, email: true, userName: true, birthDate: true, emailVerifiedAt: true },
  });
  if (person === null) throw new NotNow({ key: 'people:refusals.linkUnknown' });
  const problem = problemWithPassword(password, person);
  if (problem !== null) throw new NotValid({ password: [problem] });

  const passwordHash = await hashPassword(password);
  const proved = link.email !== '' && link.email === person.email && person.emailVerifiedAt === null;
  await db.$transaction(async (tx) => {
    await useLink(tx, { purpose: 'RESET_PASSWORD', token });
    await tx.person.update({
      where: { id: person.id },
      data: { passwordHash, slipUntil: null, ...(proved ? { emailVerifiedAt: now() } : {}) },
    });
    await tx.session.deleteMany({ where: { personId: person.id } });
    await recordEvent(tx, { kind: 'person.password-changed', by: person.id, personId: person.id });
    if (proved) await recordEvent(tx, { kind: 'person.mail-verified', by: person.id, personId: person.id });
  });
  for (const login of [person.email, person.userName]) if (login !== null) await clearCount(`sign-in-account:${login}`);
  return { id: person.id };
}
