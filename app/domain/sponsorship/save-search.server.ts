import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { SavedSearchForm } from './support-form.ts';

/** Searches one person may keep. */
const mostKept = 30;

/** Keeps a search under a name. The same search again only gets the new name. */
export async function saveSearch({ by, form }: { by: Actor; form: SavedSearchForm }): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from "Person" where id = ${by.id}::uuid for update`;
    const at = now();
    const query = queryToKeep(form.query);
    const key = { personId_query: { personId: by.id, query } };
    const known = await tx.savedSearch.findUnique({ where: key, select: { id: true } });
    if (known === null && (await tx.savedSearch.count({ where: { personId: by.id } })) >= mostKept) {
      throw new NotNow({ key: 'sponsorship:refusals.tooManySearches', values: { max: mostKept } });
    }
    await tx.savedSearch.upsert({
      where: key,
      create: { personId: by.id, name: form.name, query, createdAt: at, seenAt: at },
      update: { name: form.name },
    });
  });
}

/** The words and filters of a list's address, in one order, without page and sorting. */
export function queryToKeep(query: string): string {
  const kept = [...new URLSearchParams(query)].filter(
    ([name, value]) => value !== '' && !['trang', 'xep', 'go'].includes(name),
  );
  kept.sort(([a, x], [b, y]) => (a + x < b + y ? -1 : 1));
  return new URLSearchParams(kept).toString();
}
