import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { db } from '#app/platform/db/db.server.ts';
import { loadIdeas } from '#prisma/load/ideas.ts';
import { seedReference } from '#prisma/seed/seed.ts';
import type { EngineName } from '#search/engine.ts';
import { ideaEngines } from '#search/engines.server.ts';
import { rebuildIndex } from '#search/rebuild.server.ts';
import { withEmptyBank } from './empty-bank.ts';

/** How a bank came to be, kept beside it. */
export type Prepared = { ideas: number; seed: number; loaded: number; indexed: Partial<Record<EngineName, number>> };

const secondsSince = (began: number) => (performance.now() - began) / 1000;

/** Goes on where an earlier preparation stopped: `note` is told after each part. */
async function prepare(known: Prepared, note: (prepared: Prepared) => void): Promise<Prepared> {
  const say = (what: string) => (progress: { done: number; total: number; seconds: number }) => {
    const { done, total, seconds } = progress;
    if (done % 100_000 === 0 || done === total) console.log(`${what}: ${done} of ${total} in ${seconds.toFixed(0)} s`);
  };
  let prepared = known;
  if (prepared.loaded === 0) {
    await seedReference();
    const began = performance.now();
    await loadIdeas({ count: prepared.ideas, seed: prepared.seed, tell: say('loaded') });
    prepared = { ...prepared, loaded: secondsSince(began) };
    await db.$executeRawUnsafe('vacuum (analyze)');
    note(prepared);
  }
  for (const engine of [ideaEngines().postgres, ideaEngines().meilisearch]) {
    if (engine === null || prepared.indexed[engine.name] !== undefined) continue;
    const began = performance.now();
    await rebuildIndex(engine, say(engine.name));
    prepared = { ...prepared, indexed: { ...prepared.indexed, [engine.name]: secondsSince(began) } };
    console.log(`${engine.name}: indexed in ${secondsSince(began).toFixed(1)} s`);
    note(prepared);
  }
  return prepared;
}

/**
 * A bank of so many invented ideas, indexed by every engine at hand; made once where it is kept in the folder `keep`, and brought up to this
 * version's tables there.
 */
export async function withPreparedBank<T>(
  { ideas, seed, keep }: { ideas: number; seed: number; keep?: string },
  work: (bank: Prepared & { dataDir: string }) => Promise<T>,
): Promise<T> {
  const file = keep === undefined ? undefined : path.join(keep, 'prepared.json');
  const known = file !== undefined && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Prepared) : null;
  if (known !== null && (known.ideas !== ideas || known.seed !== seed)) {
    throw new Error(`${keep} holds ${known.ideas} ideas of seed ${known.seed}: name another folder`);
  }
  const note = (prepared: Prepared) => {
    if (file !== undefined) writeFileSync(file, `${JSON.stringify(prepared)}\n`);
  };
  return withEmptyBank(
    async (dataDir) => {
      const prepared = await prepare(known ?? { ideas, seed, loaded: 0, indexed: {} }, note);
      return work({ ...prepared, dataDir });
    },
    { keep },
  );
}

/** Bytes on disk. */
export function bytesBelow(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const name = path.join(folder, entry.name);
    return sum + (entry.isDirectory() ? bytesBelow(name) : statSync(name).blocks * 512);
  }, 0);
}

/**
 * Memory in MB, shared pages counted in parts, of the processes whose command holds a word and of those they have started; null where the system does
 * not tell.
 */
export function memoryOf(word: string): number | null {
  const found = (args: string[]) => execFileSync('pgrep', args, { encoding: 'utf8' }).trim().split('\n');
  try {
    const pids = found(['-f', word]);
    const children = pids.flatMap((pid) => {
      try {
        return found(['-P', pid]);
      } catch {
        return [];
      }
    });
    const kB = [...new Set([...pids, ...children])].map((pid) => {
      try {
        return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
      } catch {
        // It has ended meanwhile.
        return 0;
      }
    });
    return Math.round(kB.reduce((sum, one) => sum + one, 0) / 1024);
  } catch {
    return null;
  }
}
