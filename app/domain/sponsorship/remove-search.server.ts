import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';

/** Lets go of a kept search. Throws NotFound for another's. */
export async function removeSearch({ by, id }: { by: Actor; id: string }): Promise<void> {
  const { count } = await db.savedSearch.deleteMany({ where: { id, personId: by.id } });
  if (count === 0) throw new NotFound();
}
