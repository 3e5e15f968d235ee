import { db } from '#app/platform/db/db.server.ts';
import { noteReads, untracked } from '#app/platform/db/reads.server.ts';
import type { IdeaDocument } from './documents/idea-document.ts';
import { ideaDocumentTables, readIdeaDocuments } from './documents/read-ideas.server.ts';
import type { EngineName } from './engine.ts';
import { readerName } from './writing.server.ts';

/** Whether something has happened that the index of this engine has not taken in. */
async function isLate(engine: EngineName): Promise<boolean> {
  const [answer] = await db.$queryRaw<{ late: boolean }[]>`
    select exists (
      select from "Event" where ("txid", "id") > (
        coalesce((select "txid" from "EventCursor" where "reader" = ${readerName(engine)}), -9223372036854775808),
        coalesce((select "id" from "EventCursor" where "reader" = ${readerName(engine)}), 0)
      )
    ) as late`;
  return answer!.late;
}

/**
 * What an engine found, as everybody may read it at this moment. An index follows a moment later, or much later where its worker stands still:
 * while it is behind, its words are not believed, and what has been withdrawn since is left out.
 */
export async function asTheyAre(found: IdeaDocument[], engine: EngineName): Promise<IdeaDocument[]> {
  noteReads('SearchIndex', ...ideaDocumentTables);
  if (found.length === 0 || !(await untracked(() => isLate(engine)))) return found;
  const present = new Map((await readIdeaDocuments(found.map(({ id }) => id))).map((idea) => [idea.id, idea]));
  return found.flatMap(({ id }) => present.get(id) ?? []);
}
