import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';

/** Links that ran out more than thirty days ago open nothing and say nothing more: they are removed. */
export async function forgetExpiredLinks(): Promise<void> {
  await db.mailToken.deleteMany({ where: { expiresAt: { lt: new Date(now().getTime() - 30 * 86_400_000) } } });
}
