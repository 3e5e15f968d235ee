import { NotValid } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { clearCount, countAgainst } from '#app/platform/limits.server.ts';
import { verifyPassword } from '#app/platform/password.server.ts';
import { tooMany } from './too-many.ts';

/**
 * Asks once more for the password of somebody who is signed in, before what a borrowed browser must not do. Answers the hash it held the
 * password against, so that a change made meanwhile can be told. Throws
 * NotValid beside `field`; NotNow after ten wrong ones in a quarter of an hour.
 */
export async function insistOnPassword({
  personId,
  password,
  field = 'password',
}: {
  personId: string;
  password: string;
  field?: string;
}): Promise<string> {
  const key = `own-password:${personId}`;
  const allowed = await countAgainst({ key, max: 10, seconds: 900 });
  if (!allowed.ok) throw tooMany(allowed.retryAfterSeconds);
  const person = await db.person.findFirst({ where: { id: personId, closedAt: null }, select: { passwordHash: true } });
  if (!(await verifyPassword(person?.passwordHash ?? null, password))) {
    throw new NotValid({ [field]: [{ key: 'people:problems.passwordWrong' }] });
  }
  await clearCount(key);
  return person!.passwordHash!;
}
