import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { syllables } from '#app/domain/vietnamese.ts';
import { databaseUrl, db } from '#app/platform/db/db.server.ts';
import { freePort } from '#app/platform/kept-process.server.ts';
import { startMeilisearch } from '#app/platform/meilisearch-process.server.ts';
import { type Chance, chanceOf } from '#prisma/chance.ts';
import { loadIdeas } from '#prisma/load/ideas.ts';
import { checkIndex, isTrue } from '#search/check.server.ts';
import { type IdeaEngines, makeIdeaEngines } from '#search/engines.server.ts';
import { searchIdeas } from '#search/search-ideas.server.ts';
import { syncIndex } from '#search/sync.server.ts';
import { aPublishedIdea } from './idea-builders.ts';

export type KillRun = {
  changes: number;
  kills: number;
  searches: number;
  /** What searches threw: each would have been a 500. */
  failed: string[];
  /** Of searches with words that something holds. */
  withoutAnswer: number;
  /** Milliseconds: the slowest of 95 in 100 while Meilisearch was stopped, and while it hung, after the first second. */
  p95: { stopped: number; hung: number };
  /** Seconds from the return of Meilisearch until both indexes equal the database by their hashes. */
  equalAfter: { stopped: number; hung: number };
};

type Found = { at: number; took: number };

function pidsOf(word: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
        return command[0]!.includes('meilisearch') && command.includes(word);
      } catch {
        return false;
      }
    });
}

function startWorker(meili: { url: string; key: string }, dataDir: string): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'tests/support/worker-process.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      LOG_LEVEL: 'fatal',
      DATABASE_URL: databaseUrl(),
      MEILI_URL: meili.url,
      MEILI_KEY: meili.key,
      DATA_DIR: dataDir,
    },
  });
}

const tell = (kind: 'idea.published' | 'idea.withdrawn' | 'idea.stage-changed', ideaId: string) =>
  db.$transaction((tx) => recordEvent(tx, { kind, by: null, ideaId }));

async function change(ids: string[], chance: Chance): Promise<void> {
  const draw = chance.next();
  if (draw < 0.3) {
    const idea = await aPublishedIdea({ unitId: null });
    ids.push(idea.id);
    await tell('idea.published', idea.id);
    return;
  }
  const id = chance.pick(ids);
  if (draw < 0.45) {
    ids.splice(ids.indexOf(id), 1);
    await db.idea.update({ where: { id }, data: { state: 'WITHDRAWN' } });
    await tell('idea.withdrawn', id);
  } else {
    await db.idea.update({ where: { id }, data: { stage: chance.pick(['RESEARCH', 'DEVELOPMENT', 'APPLIED']) } });
    await tell('idea.stage-changed', id);
  }
}

async function isEqual(engines: IdeaEngines): Promise<boolean> {
  const drifts = await Promise.all([checkIndex(engines.postgres), checkIndex(engines.meilisearch!)]);
  return drifts.every(isTrue);
}

const quantile = (took: number[], share: number) =>
  took.toSorted((a, b) => a - b)[Math.floor(share * (took.length - 1))] ?? 0;

/**
 * Meilisearch is stopped for `seconds`, and then hangs for as long, while half of the changes each happen, the worker is killed and people
 * search. Null where this machine has no Meilisearch. The database must be empty; what lies there afterwards is left.
 */
export async function killRun({
  seed,
  changes,
  kills,
  seconds,
  ideas = 300,
}: {
  seed: number;
  changes: number;
  kills: number;
  seconds: number;
  ideas?: number;
}): Promise<KillRun | null> {
  const chance = chanceOf(seed);
  const dataDir = await mkdtemp(path.join(tmpdir(), 'y-hay-kill-'));
  chmodSync(dataDir, 0o711);
  const port = await freePort();
  let server = await startMeilisearch({ dataDir, port });
  if (server === null) return null;
  const meili = { url: server.url, key: server.key };
  const engines = makeIdeaEngines(meili);
  let worker: ChildProcess | undefined;
  let over = false;
  const run: KillRun = {
    changes: 0,
    kills: 0,
    searches: 0,
    failed: [],
    withoutAnswer: 0,
    p95: { stopped: 0, hung: 0 },
    equalAfter: { stopped: 0, hung: 0 },
  };
  const found: Found[] = [];
  try {
    await loadIdeas({ count: ideas, seed });
    for (const name of ['postgres', 'meilisearch'] as const) while (await syncIndex(name, engines));
    const rows = await db.ideaVersion.findMany({ select: { ideaId: true, title: true } });
    const ids = rows.map(({ ideaId }) => ideaId);
    // Words of the generator are in most ideas: whatever is withdrawn, something holds them.
    const words = ['nước', 'học sinh', 'cho', 'năng lượng mặt trời', 'tai che', 'hop tac xa'].filter((one) =>
      rows.some(({ title }) => syllables(title).join(' ').includes(syllables(one)[0]!)),
    );
    await engines.takeOver.probe();

    const searching = (async () => {
      for (let number = 0; !over; number++) {
        const began = performance.now();
        try {
          const { total } = await searchIdeas({ q: words[number % words.length]!, facets: ['field'] }, engines);
          if (total.count === 0) run.withoutAnswer += 1;
        } catch (error) {
          run.failed.push(String(error));
        }
        found.push({ at: began, took: performance.now() - began });
        run.searches += 1;
        await wait(15);
      }
    })();

    worker = startWorker(meili, dataDir);
    const phase = async (half: (count: number) => number): Promise<void> => {
      const began = performance.now();
      const due = (count: number, offset: number) =>
        Array.from({ length: count }, () => (offset + chance.next() * (1 - offset)) * seconds * 1_000).sort(
          (a, b) => a - b,
        );
      const killing = (async () => {
        for (const at of due(half(kills / 2), 0.05)) {
          await wait(Math.max(0, began + at - performance.now()));
          const ended = new Promise((resolve) => worker!.once('exit', resolve));
          worker!.kill('SIGKILL');
          await ended;
          run.kills += 1;
          worker = startWorker(meili, dataDir);
        }
      })();
      for (const at of due(half(changes / 2), 0)) {
        await wait(Math.max(0, began + at - performance.now()));
        await change(ids, chance);
        run.changes += 1;
      }
      await killing;
      await wait(Math.max(0, began + seconds * 1_000 - performance.now()));
    };
    const slowest = (from: number) => {
      const took = found.filter(({ at }) => at >= from).map((one) => one.took);
      return Math.round(quantile(took, 0.95));
    };
    const untilEqual = async (since: number): Promise<number> => {
      while (!(await isEqual(engines))) {
        if (performance.now() - since > 60_000) return Number.POSITIVE_INFINITY;
        await wait(100);
      }
      return Math.round((performance.now() - since) / 100) / 10;
    };

    await server.stop();
    let from = performance.now();
    await phase(Math.ceil);
    run.p95.stopped = slowest(from + 1_000);
    server = (await startMeilisearch({ dataDir, port }))!;
    run.equalAfter.stopped = await untilEqual(performance.now());

    await wait(1_000);
    await engines.takeOver.probe();
    const [pid] = pidsOf(`127.0.0.1:${port}`);
    process.kill(pid!, 'SIGSTOP');
    from = performance.now();
    try {
      await phase(Math.floor);
      run.p95.hung = slowest(from + 1_000);
    } finally {
      process.kill(pid!, 'SIGCONT');
    }
    run.equalAfter.hung = await untilEqual(performance.now());
    over = true;
    await searching;
    return run;
  } finally {
    over = true;
    worker?.kill('SIGKILL');
    engines.takeOver.close();
    await server?.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
