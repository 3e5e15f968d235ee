import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { secondsUntilRetry } from './notice.ts';

/** Writes down that a mail went out, or why it did not and when it is tried again. */
export async function settleLetter(result: { id: string; attempts: number; failure: string | null }): Promise<void> {
  const { id, failure } = result;
  const attempts = result.attempts + 1;
  const at = now();
  await db.letter.update({
    where: { id },
    data:
      failure === null
        ? { sentAt: at, attempts, failure: null }
        : { attempts, failure, nextAt: new Date(at.getTime() + secondsUntilRetry(attempts) * 1000) },
  });
}
