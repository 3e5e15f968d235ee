import type { Actor } from '#app/domain/people/actor.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';

/** Marks a person's notices as read: one, or all up to and including `upTo`, so that what came meanwhile stays unread. Without either nothing is marked. */
export async function readNotices(request: { by: Actor; id?: string; upTo?: string }): Promise<void> {
  const { by, id, upTo } = request;
  if (id === undefined && upTo === undefined) return;
  await db.notice.updateMany({
    where: {
      personId: by.id,
      readAt: null,
      ...(id === undefined ? {} : { id }),
      ...(upTo === undefined ? {} : { id: { lte: upTo } }),
    },
    data: { readAt: now() },
  });
}
