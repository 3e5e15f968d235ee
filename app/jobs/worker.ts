import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { databaseUrl } from '#app/platform/db/db.server.ts';
import { log } from '#app/platform/log.server.ts';
import { type EventReader, followEvents } from './follow-events.ts';

/** A thing to do again and again: answers whether there was something to do. */
export type Task = { name: string; run: () => Promise<boolean> };

export type Worker = { stop: () => Promise<void> };

/** Any number, the same in every process: whoever holds this lock of the database is the one worker. */
const workerLock = 7_209_144_061;

/** Woken by NOTIFY; looked at anyway this often, since an event can be read only once older transactions have ended. */
const pauses = {
  afterWake: [40, 120, 400],
  idle: 1_000,
  standby: 3_000,
  failure: [1_000, 2_000, 5_000, 15_000, 60_000],
};

/** Reads on; after a failure one event at a time, so that a single bad one holds up nothing before it. */
function readingTask(reader: EventReader): Task {
  let careful = false;
  return {
    name: reader.name,
    async run() {
      try {
        const taken = await followEvents(reader, careful ? 1 : reader.batch);
        careful = careful && taken > 0;
        return taken > 0;
      } catch (error) {
        careful = true;
        throw error;
      }
    },
  };
}

/**
 * Follows the event log until it is stopped. Of many processes on one database a single one works; when it ends, in
 * whatever way, the database gives its lock to another. Nothing is kept in memory that a crash could lose.
 */
export function startWorker(options: { readers: EventReader[]; tasks: Task[] }): Worker {
  const all = [...options.readers.map(readingTask), ...options.tasks];
  const stopping = new AbortController();
  const wakers = new Set<() => void>();
  const wakeAll = () => {
    for (const wake of [...wakers]) wake();
  };

  /** Waits, but no longer than until something happens. */
  async function pause(ms: number): Promise<boolean> {
    const woken = new AbortController();
    const wake = () => woken.abort();
    wakers.add(wake);
    await wait(ms, undefined, { signal: AbortSignal.any([woken.signal, stopping.signal]) }).catch(() => {});
    wakers.delete(wake);
    return woken.signal.aborted;
  }

  async function repeat(task: Task, isOurs: () => boolean): Promise<void> {
    let failures = 0;
    let soon: number[] = [];
    while (!stopping.signal.aborted && isOurs()) {
      try {
        const didSomething = await task.run();
        failures = 0;
        if (didSomething) continue;
        if (await pause(soon.shift() ?? pauses.idle)) soon = [...pauses.afterWake];
      } catch (error) {
        const delay = pauses.failure[Math.min(failures, pauses.failure.length - 1)]!;
        failures += 1;
        if (isOurs() && !stopping.signal.aborted) log.error({ err: error, task: task.name, delay }, 'a task failed');
        await wait(delay, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
  }

  /** One connection holds the lock and hears the events; when it breaks, the work stops until there is another. */
  async function workOnce(): Promise<void> {
    const line = new pg.Client({ connectionString: databaseUrl(), keepAlive: true });
    let ours = true;
    const broken = () => {
      ours = false;
      wakeAll();
    };
    line.on('error', broken);
    line.on('end', broken);
    line.on('notification', wakeAll);
    try {
      await line.connect();
      for (;;) {
        const asked = await line.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [workerLock]);
        if (asked.rows[0]?.held) break;
        await wait(pauses.standby, undefined, { signal: stopping.signal });
      }
      await line.query('listen y_hay_event');
      await Promise.all(all.map((task) => repeat(task, () => ours)));
    } finally {
      await line.end().catch(() => {});
    }
  }

  const done = (async () => {
    while (!stopping.signal.aborted) {
      try {
        await workOnce();
      } catch (error) {
        if (stopping.signal.aborted) break;
        log.error({ err: error }, 'the worker lost its database and will try again');
      }
      await wait(pauses.failure[0], undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();

  return {
    async stop() {
      stopping.abort();
      wakeAll();
      await done;
    },
  };
}
