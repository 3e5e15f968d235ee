import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';

/** Links that ran out more than thirty days ago open nothing and say nothing more: they are removed, and the address they went to. */
export async function forgetExpiredLinks(): Promise<void> {
  const ranOut = { expiresAt: { lt: new Date(now().getTime() - 30 * 86_400_000) } };
  await db.mailToken.deleteMany({ where: ranOut });
  await db.entryInvitation.deleteMany({ where: { ...ranOut, acceptedAt: null } });
  await db.judgeInvitation.deleteMany({ where: { ...ranOut, acceptedAt: null } });
}
