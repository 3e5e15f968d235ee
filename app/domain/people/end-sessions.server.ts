import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { Actor } from './actor.ts';

/** Signs a person out elsewhere: on one device, or on all but this one. What is gone already stays gone. */
export async function endSessions({
  by,
  current,
  session,
}: {
  by: Actor;
  current: string | null;
  /** Null: every other one. */
  session: string | null;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({
      where: { personId: by.id, id: session === null ? { not: current ?? '' } : session },
    });
    if (count > 0) {
      await recordEvent(tx, { kind: 'person.sessions-ended', by: by.id, personId: by.id, payload: { count } });
    }
  });
}
