import { now } from '#app/platform/clock.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { type Happening, insistOnNoWords } from './record-event.server.ts';

/** Writes down many happenings of one act, in their order and in one statement, under the same rules as one. */
export async function recordEvents(tx: Tx, happenings: readonly Happening[]): Promise<void> {
  const at = now();
  for (const one of happenings) insistOnNoWords(one);
  await tx.event.createMany({
    data: happenings.map(({ kind, by, payload = {}, ...subjects }) => ({ at, kind, byId: by, payload, ...subjects })),
  });
}
