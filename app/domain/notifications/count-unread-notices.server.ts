import type { Actor } from '#app/domain/people/actor.ts';
import { db } from '#app/platform/db/db.server.ts';

export async function countUnreadNotices({ by }: { by: Actor }): Promise<number> {
  return db.notice.count({ where: { personId: by.id, readAt: null } });
}
