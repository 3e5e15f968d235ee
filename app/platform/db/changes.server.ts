import pg from 'pg';
import { log } from '#app/platform/log.server.ts';

/**
 * Which tables have changed, in what order, as far as this process has heard. Every watched table tells of a change as its transaction
 * commits (the triggers of migration 0008); one connection of each process listens. After a commit of its own a process waits until it has
 * heard of it, so what a verb has changed is known here when the verb is done; other processes hear within milliseconds.
 *
 * Kept on the global object: the commands and the built site are two module graphs in one process.
 */
type Heard = {
  /** Counts changes; nothing that happened at once has the same number. */
  moment: number;
  /** By table, the moment of its last change. */
  last: Map<string, number>;
  /** Everything counts as changed at this moment. */
  floor: number;
  /** Tables that tell. */
  watched: ReadonlySet<string>;
  line: Line | null;
};

type Line = {
  /** Everything committed before this time (by performance.now) has been heard of. */
  heardUntil: number;
  hear: () => Promise<void>;
};

const key = Symbol.for('y-hay.changes');
const holder = globalThis as { [key]?: Heard };
holder[key] ??= { moment: 0, last: new Map(), floor: 0, watched: new Set(), line: null };
const heard = holder[key];

/** Milliseconds. A line that has been silent for longer counts as broken, whatever the network believes. */
const times = { beat: 250, silence: 1_000, retry: [200, 1_000, 3_000, 10_000] };

/** The present moment of changes, to be asked before the first query of an answer that may be kept. */
export function changeMoment(): number {
  return heard.moment;
}

/** Whether any of these tables has changed since that moment. */
export function changedSince(tables: Iterable<string>, moment: number): boolean {
  if (heard.moment === moment) return false;
  if (heard.floor > moment) return true;
  for (const table of tables) if ((heard.last.get(table) ?? 0) > moment) return true;
  return false;
}

/** Whether changes are heard of at this time, everywhere and of whomever they are. */
export function hearsChanges(): boolean {
  return heard.line !== null && performance.now() - heard.line.heardUntil < times.silence;
}

/** Whether these tables all tell when they change. */
export function allWatched(tables: Iterable<string>): boolean {
  for (const table of tables) if (!heard.watched.has(table)) return false;
  return true;
}

/**
 * Waits until every commit before this call has been heard of. Where nobody listens, there is nothing to wait for; where the line breaks,
 * everything counts as changed.
 */
export async function hearOwnChanges(): Promise<void> {
  const { line } = heard;
  try {
    await line?.hear();
  } catch {
    if (heard.line === line) heard.line = null;
    anythingMayHaveChanged();
  }
}

function tableChanged(table: string): void {
  heard.moment += 1;
  heard.last.set(table, heard.moment);
}

function anythingMayHaveChanged(): void {
  heard.moment += 1;
  heard.floor = heard.moment;
}

/** Opens the line and keeps it open until it is told to stop. While it is broken, `hearsChanges` is false. */
export function listenForChanges(databaseUrl: string): { stop: () => Promise<void> } {
  let stopped = false;
  let present: InstanceType<typeof pg.Client> | null = null;
  let wake: () => void = () => {};
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      timer.unref();
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function listenOnce(): Promise<void> {
    const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true, query_timeout: times.silence * 2 });
    present = client;
    const broken = new Promise<never>((_, reject) => {
      client.once('error', reject);
      client.once('end', () => reject(new Error('the line ended')));
    });
    broken.catch(() => {});
    client.on('notification', ({ payload }) => tableChanged(payload ?? ''));
    try {
      await client.connect();
      await client.query('listen y_hay_changed');
      const { rows } = await client.query<{ table: string }>(
        `select distinct c.relname as table from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgname = 'tells_update'`,
      );
      heard.watched = new Set(rows.map(({ table }) => table));
      anythingMayHaveChanged();
      const line = lineOn(client);
      heard.line = line;
      while (!stopped) {
        await Promise.race([line.hear(), broken]);
        await Promise.race([pause(times.beat), broken]);
      }
    } finally {
      heard.line = null;
      anythingMayHaveChanged();
      client.on('error', () => {});
      void client.end().catch(() => {});
    }
  }

  const done = (async () => {
    let failures = 0;
    while (!stopped) {
      const began = performance.now();
      try {
        await listenOnce();
      } catch (error) {
        if (stopped) break;
        failures = performance.now() - began > 10_000 ? 1 : failures + 1;
        log.warn({ err: error }, 'the line on which changes are heard broke: no answer is kept until it stands again');
        await pause(times.retry[Math.min(failures, times.retry.length) - 1]!);
      }
    }
  })();

  return {
    async stop() {
      stopped = true;
      wake();
      void present?.end().catch(() => {});
      await done;
    },
  };
}

/** One question at a time goes over the line; whoever asks meanwhile waits for the next one. */
function lineOn(client: InstanceType<typeof pg.Client>): Line {
  let asking: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const ask = async () => {
    const asked = performance.now();
    await client.query('select 1');
    line.heardUntil = asked;
  };
  const hearNow = () => {
    asking = ask().finally(() => {
      asking = null;
    });
    return asking;
  };
  const line: Line = {
    heardUntil: performance.now(),
    hear() {
      if (asking === null) return hearNow();
      next ??= asking
        .catch(() => {})
        .then(() => {
          next = null;
          return hearNow();
        });
      return next;
    },
  };
  return line;
}
