import { playInThread } from '#app/domain/judging/rehearsal/play-in-thread.server.ts';
import {
  failRehearsal,
  findRehearsalOwed,
  finishRehearsal,
  noteRehearsal,
} from '#app/domain/judging/rehearsal/settle-rehearsal.server.ts';
import { log } from '#app/platform/log.server.ts';

/** Plays a contest that waits for its rehearsal through; one that a crash cut short begins anew. */
export async function playRehearsals(): Promise<boolean> {
  const owed = await findRehearsalOwed();
  if (owed === null) return false;
  try {
    let noting = Promise.resolve();
    const report = await playInThread(owed.problem, (done) => {
      noting = noting.then(() => noteRehearsal({ id: owed.id, done }));
    });
    await noting;
    await finishRehearsal({ id: owed.id, report });
  } catch (error) {
    log.error({ err: error, rehearsal: owed.id }, 'a contest could not be rehearsed');
    await failRehearsal({ id: owed.id });
  }
  return true;
}
