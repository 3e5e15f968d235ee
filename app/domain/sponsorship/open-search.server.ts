import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';

/** The person looks at a kept search again: what was published until now is no news any more. Answers its query. */
export async function openSearch({ by, id }: { by: Actor; id: string }): Promise<{ query: string }> {
  const [opened] = await db.savedSearch.updateManyAndReturn({
    where: { id, personId: by.id },
    data: { seenAt: now() },
    select: { query: true },
  });
  if (opened === undefined) throw new NotFound();
  return opened;
}
