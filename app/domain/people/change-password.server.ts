import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { NotValid } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { hashPassword, verifyPassword } from '#app/platform/password.server.ts';
import type { Actor } from './actor.ts';
import { insistOnPassword } from './insist-on-password.server.ts';
import { lockPerson } from './lock-person.server.ts';
import { problemWithPassword } from './password.ts';

/**
 * Sets a new password after the old one and ends every session; the browser that did it begins a new one. Links to a new
 * password that are on their way open nothing any more. Throws NotValid beside `password` or `newPassword`.
 */
export async function changePassword({
  by,
  password,
  newPassword,
}: {
  by: Actor;
  password: string;
  newPassword: string;
}): Promise<void> {
  const oldHash = await insistOnPassword({ personId: by.id, password });
  const person = await db.person.findUniqueOrThrow({
    where: { id: by.id },
    select: { fullName: true, email: true, userName: true, birthDate: true },
  });
  const problem = problemWithPassword(newPassword, person);
  if (problem !== null) throw new NotValid({ newPassword: [problem] });
  if (await verifyPassword(oldHash, newPassword)) {
    throw new NotValid({ newPassword: [{ key: 'people:problems.passwordSame' }] });
  }
  const passwordHash = await hashPassword(newPassword);
  await db.$transaction(async (tx) => {
    await lockPerson(tx, by.id);
    const { count } = await tx.person.updateMany({
      where: { id: by.id, passwordHash: oldHash },
      data: { passwordHash, slipUntil: null },
    });
    // Another tab was quicker: the old password it asked for is old no longer.
    if (count === 0) throw new NotValid({ password: [{ key: 'people:problems.passwordWrong' }] });
    await tx.mailToken.deleteMany({ where: { personId: by.id, purpose: { in: ['RESET_PASSWORD', 'SECOND_STEP'] } } });
    await tx.session.deleteMany({ where: { personId: by.id } });
    await recordEvent(tx, { kind: 'person.password-changed', by: by.id, personId: by.id, payload: { own: true } });
  });
}
