import pg from 'pg';
import { expect, test, vi } from 'vitest';
import { type HistoryEvent, moveReader, placeOf, readEvents } from '#app/domain/history/read-events.server.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { databaseUrl, db } from '#app/platform/db/db.server.ts';

function record(unitId: number) {
  return db.$transaction((tx) => recordEvent(tx, { kind: 'unit.changed', by: null, unitId }));
}

async function openTransaction() {
  const client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  await client.query('begin');
  return {
    record: (unitId: number) =>
      client.query(`insert into "Event" ("at", "kind", "unitId") values (now(), 'unit.changed', $1)`, [unitId]),
    async end(how: 'commit' | 'rollback') {
      await client.query(how);
      await client.end();
    },
  };
}

/** Reads on as a reader does, to the end of what can be read now. */
async function readOn(reader: string): Promise<(number | null)[]> {
  const from = await placeOf({ reader });
  const events = await readEvents({ after: from, limit: 100 });
  const last = events.at(-1);
  if (last) expect(await db.$transaction((tx) => moveReader(tx, { reader, from, to: last }))).toBe(true);
  return events.map((event) => event.unitId);
}

/** Transactions of other tests hold back what is read here: waits until so many events came, then that none follows. */
async function readAll(reader: string, count: number): Promise<(number | null)[]> {
  const seen: (number | null)[] = [];
  const until = performance.now() + 10_000;
  while (seen.length < count && performance.now() < until) seen.push(...(await readOn(reader)));
  return [...seen, ...(await readOn(reader))];
}

test('two overlapping transactions that commit in reverse order are both read', async () => {
  const first = await openTransaction();
  const second = await openTransaction();
  await first.record(1);
  await second.record(2);
  await second.end('commit');
  // The later event stands there already; its number is the higher one. The earlier must not be passed over.
  expect(await db.event.count({ where: { unitId: 2 } })).toBe(1);
  const before = await readOn('reverse');
  await first.end('commit');
  const after = await readAll('reverse', 2 - before.length);
  expect([...before, ...after]).toEqual([1, 2]);
});

test('what a transaction still running may bring is waited for, and what was rolled back never comes', async () => {
  const slow = await openTransaction();
  await slow.record(10);
  await record(11);
  const others = await db.event.count({ where: { unitId: { lt: 10 } } });
  const before = await readAll('slow', others);
  expect(before).not.toContain(11);
  await slow.end('rollback');
  expect(await readAll('slow', others + 1 - before.length)).toEqual([11]);
});

test('many writers at once: everything is read once, whatever the reader catches on the way', async () => {
  const wanted = Array.from({ length: 120 }, (_, index) => 1_000 + index);
  const seen: (number | null)[] = [];
  let writing = true;
  const reading = (async () => {
    while (writing) seen.push(...(await readOn('rush')));
  })();
  const lanes = Array.from({ length: 6 }, (_, lane) =>
    (async () => {
      for (const unit of wanted.filter((_, index) => index % 6 === lane)) {
        await db.$transaction(async (tx) => {
          await recordEvent(tx, { kind: 'unit.changed', by: null, unitId: unit });
          await tx.$executeRaw`select pg_sleep(${(unit % 7) / 1_000})`;
        });
      }
    })(),
  );
  await Promise.all(lanes);
  writing = false;
  await reading;
  seen.push(...(await readAll('rush', (await db.event.count()) - seen.length)));
  expect(seen.filter((unit) => unit !== null && unit >= 1_000).sort()).toEqual(wanted);
});

test('a reader whose place was moved by another does not move it back', async () => {
  await record(20);
  const from = await placeOf({ reader: 'twice' });
  const [to] = await vi.waitUntil(async () => {
    const events = await readEvents({ after: from, limit: 1 });
    return events.length === 1 && (events as [HistoryEvent]);
  }, 10_000);
  const move = () => db.$transaction((tx) => moveReader(tx, { reader: 'twice', from, to }));
  expect(await move()).toBe(true);
  expect(await move()).toBe(false);
  expect(await placeOf({ reader: 'twice' })).toEqual({ txid: to.txid, id: to.id });
});

test('an event tells ids and states, never words, and is never changed or removed', async () => {
  const telling = (payload: Record<string, string>) =>
    db.$transaction((tx) => recordEvent(tx, { kind: 'unit.changed', by: null, payload }));
  await expect(telling({ name: 'Nguyễn Thị Ánh' })).rejects.toThrow('must not tell name in words');
  await expect(telling({ to: 'anh@thu.example' })).rejects.toThrow('must not tell to in words');
  await telling({ unitId: '35', state: 'CLOSED', file: 'b5a0c7f2-0f5c-7c11-8e54-3b1a0a6f9d00' });
  await expect(db.event.updateMany({ data: { kind: 'unit.made' } })).rejects.toThrow('never changed or removed');
  await expect(db.event.deleteMany()).rejects.toThrow('never changed or removed');
  const kept = await db.event.findFirst({ orderBy: { id: 'desc' } });
  expect(kept?.payload).toEqual({
    unitId: '35',
    state: 'CLOSED',
    file: 'b5a0c7f2-0f5c-7c11-8e54-3b1a0a6f9d00',
  });
});
