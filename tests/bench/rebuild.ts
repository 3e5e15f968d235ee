/**
 * npm run bench -- rebuild [--ideas 100000] [--keep FOLDER] [--changes 20]: each index is built anew while so many changes a second arrive, the worker
 * follows them and people search. Says how long it took, how searches fared, and whether a change was lost.
 */
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { chanceOf } from '#prisma/chance.ts';
import { checkIndex, isTrue } from '#search/check.server.ts';
import { ideaEngines } from '#search/engines.server.ts';
import { rebuildIndex } from '#search/rebuild.server.ts';
import { searchIdeas } from '#search/search-ideas.server.ts';
import { syncIndex } from '#search/sync.server.ts';
import { TakeOver } from '#search/take-over.server.ts';
import { withPreparedBank } from '#tests/support/prepared-bank.ts';

const words = ['nuoc sach', 'hoc sinh', 'nong dan', 'tai che', 'mat troi', 'hop tac xa'];

export default async function rebuild(args: string[]): Promise<void> {
  const value = (name: string, otherwise: number) =>
    args.includes(`--${name}`) ? Number(args[args.indexOf(`--${name}`) + 1]) : otherwise;
  const keep = args.includes('--keep') ? path.resolve(args[args.indexOf('--keep') + 1]!) : undefined;
  const perSecond = value('changes', 20);
  await withPreparedBank({ ideas: value('ideas', 100_000), seed: value('seed', 1), keep }, async () => {
    const engines = ideaEngines();
    const ids = (await db.idea.findMany({ select: { id: true }, take: 5_000, orderBy: { id: 'asc' } })).map(
      ({ id }) => id,
    );
    for (const engine of [engines.postgres, engines.meilisearch]) {
      if (engine === null) continue;
      // As the site asks: what Meilisearch has no time for, the stand-in answers.
      const asked = engine.name === 'postgres' ? { ...engines, takeOver: new TakeOver(null, engine) } : engines;
      const chance = chanceOf(value('seed', 1));
      let over = false;
      let changes = 0;
      let empty = 0;
      let stoodIn = 0;
      const failed: string[] = [];
      const took: number[] = [];
      const changing = (async () => {
        for (const began = performance.now(); !over; changes++) {
          await wait(Math.max(0, began + (changes * 1_000) / perSecond - performance.now()));
          const ideaId = chance.pick(ids);
          await db.$transaction(async (tx) => {
            await tx.idea.update({
              where: { id: ideaId },
              data: { stage: chance.pick(['IDEA', 'RESEARCH', 'DEVELOPMENT', 'COMMERCIAL', 'APPLIED']) },
            });
            await recordEvent(tx, { kind: 'idea.stage-changed', by: null, ideaId });
          });
        }
      })();
      const following = (async () => {
        while (!over) if (!(await syncIndex(engine.name, engines))) await wait(200);
      })();
      const searching = (async () => {
        for (let number = 0; !over; number++) {
          const began = performance.now();
          try {
            const q = words[number % words.length]!;
            const { items, standIn } = await searchIdeas({ q, facets: ['field'] }, asked);
            if (items.length === 0) empty++;
            if (standIn && engine.name === 'meilisearch') stoodIn++;
          } catch (error) {
            failed.push(String(error));
          }
          took.push(performance.now() - began);
          await wait(25);
        }
      })();
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      const { done, seconds } = await rebuildIndex(engine);
      delay.disable();
      over = true;
      await Promise.all([changing, following, searching]);
      const back = performance.now();
      while (await syncIndex(engine.name, engines));
      const drift = await checkIndex(engine);
      took.sort((one, other) => one - other);
      const at = (share: number) => took[Math.floor(share * (took.length - 1))]!.toFixed(0);
      console.log(
        `${engine.name}: ${done} documents in ${seconds.toFixed(1)} s while ${changes} changes came and ${took.length} searches went on: ` +
          `${empty} empty, ${failed.length} failed${failed.length > 0 ? ` (${failed[0]})` : ''}, ${stoodIn} by the stand-in, p50 ${at(0.5)} ms p95 ${at(0.95)} ms`,
      );
      console.log(
        `  this process, which may serve pages, was held up for ${(delay.percentile(99) / 1e6).toFixed(0)} ms (99 %), ${(delay.max / 1e6).toFixed(0)} ms at most`,
      );
      console.log(
        `  compared with the database ${((performance.now() - back) / 1_000).toFixed(1)} s later: ${isTrue(drift) ? 'equal by every hash' : JSON.stringify({ ...drift, missing: drift.missing.length, different: drift.different.length, extra: drift.extra.length })}`,
      );
    }
  });
}
