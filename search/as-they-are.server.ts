import { db } from '#app/platform/db/db.server.ts';
import { noteReads, untracked } from '#app/platform/db/reads.server.ts';
import type { IdeaDocument } from './documents/idea-document.ts';
import { ideaDocumentTables, readIdeaDocuments } from './documents/read-ideas.server.ts';
import type { EngineName } from './engine.ts';
import { readerName } from './writing.server.ts';

/** The engines whose index has not taken in something that has happened by now. */
export async function findLateEngines(): Promise<ReadonlySet<EngineName>> {
  const names: EngineName[] = ['postgres', 'meilisearch'];
  const rows = await untracked(
    () => db.$queryRaw<{ name: EngineName }[]>`
      select name from unnest(${names}::text[], ${names.map(readerName)}::text[]) as index (name, reader)
      where exists (
        select from "Event" where ("txid", "id") > (
          coalesce((select "txid" from "EventCursor" where "EventCursor"."reader" = index.reader), -9223372036854775808),
          coalesce((select "id" from "EventCursor" where "EventCursor"."reader" = index.reader), 0)
        )
      )`,
  );
  return new Set(rows.map(({ name }) => name));
}

/**
 * What an engine found, as everybody may read it at this moment. An index follows a moment later, or much later where its worker stands still:
 * while it is behind, its words are not believed, and what has been withdrawn since is left out. `late`: who was behind, asked for no later than
 * the engine was.
 */
export async function asTheyAre(
  found: IdeaDocument[],
  engine: EngineName,
  late: Promise<ReadonlySet<EngineName>>,
): Promise<IdeaDocument[]> {
  noteReads('SearchIndex', ...ideaDocumentTables);
  if (!(await late).has(engine) || found.length === 0) return found;
  const present = new Map((await readIdeaDocuments(found.map(({ id }) => id))).map((idea) => [idea.id, idea]));
  return found.flatMap(({ id }) => present.get(id) ?? []);
}
