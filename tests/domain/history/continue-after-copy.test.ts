import { expect, test, vi } from 'vitest';
import { continueAfterCopy } from '#app/domain/history/continue-after-copy.server.ts';
import { placeOf, readEvents } from '#app/domain/history/read-events.server.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { db } from '#app/platform/db/db.server.ts';

test('a copy laid into a server with lower transaction numbers loses nothing and repeats nothing', async () => {
  const record = (unitId: number) =>
    db.$transaction((tx) => recordEvent(tx, { kind: 'unit.changed', by: null, unitId }));
  await record(1);
  await record(2);
  await record(3);
  expect(await continueAfterCopy()).toBe(false);

  // As if from a server a billion transactions ahead, with the first two read.
  await db.$executeRaw`update "Event" set "txid" = "txid" + 1000000000`;
  const second = await db.event.findFirstOrThrow({ where: { unitId: 2 } });
  await db.eventCursor.create({ data: { reader: 'copied', txid: second.txid, id: second.id } });
  expect(await readEvents({ after: await placeOf({ reader: 'copied' }), limit: 10 })).toEqual([]);

  expect(await continueAfterCopy()).toBe(true);
  await record(4);
  // Transactions of other tests may still be running: what they hold back comes a moment later.
  const unitsReadBy = async (reader: string) =>
    (await readEvents({ after: await placeOf({ reader }), limit: 10 })).map((event) => event.unitId);
  await vi.waitFor(async () => expect(await unitsReadBy('copied')).toEqual([3, 4]), 10_000);
  expect(await unitsReadBy('a new reader')).toEqual([1, 2, 3, 4]);
  expect(await continueAfterCopy()).toBe(false);
});
