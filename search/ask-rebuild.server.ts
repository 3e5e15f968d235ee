import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { type Actor, isAdministrator } from '#app/domain/people/actor.ts';
import { NotAllowed, NotFound, NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { EngineName } from './engine.ts';
import { isRebuilding } from './status.server.ts';
import { indexName } from './writing.server.ts';

/** Asks the worker to build an index anew, beside the one that answers. For administrators; refused while one is being built. */
export async function askRebuild({ by, engine }: { by: Actor; engine: string }): Promise<void> {
  if (!isAdministrator(by)) throw new NotAllowed({ key: 'people:refusals.administratorsOnly' });
  if (engine !== 'postgres' && engine !== 'meilisearch') throw new NotFound();
  const name = indexName(engine satisfies EngineName);
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from "SearchIndex" where name = ${name} for update`;
    const index = await tx.searchIndex.findUnique({ where: { name } });
    if (index === null) throw new NotFound();
    if (isRebuilding(index)) throw new NotNow({ key: 'admin:indexes.refusals.rebuilding' });
    await tx.searchIndex.update({ where: { name }, data: { rebuildAskedAt: now() } });
    await recordEvent(tx, { kind: 'index.rebuild-asked', by: by.id, payload: { engine } });
  });
}
