import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { appendRecords } from '#app/domain/history/record/append-records.server.ts';
import { commitmentOf, hashOfRecord, noRecord } from '#app/domain/history/record/record.ts';
import { recordCodes } from '#app/domain/history/record/record-codes.server.ts';

import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aUnit, nextWord } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';

async function aContest() {
  const host = await aUnit();
  return db.contest.create({
    data: {
      slug: nextWord('cuoc-thi'),
      name: 'Cuộc thi thử',
      summary: '',
      hostId: host.id,
      opensAt: now(),
      closesAt: now(),
      createdAt: now(),
    },
  });
}

const opening = (contest: { id: string; hostId: number }) =>
  ({ kind: 'contest-opened', body: { contest: contest.id, host: contest.hostId, before: null } }) as const;

test('records follow one another, sealed as they will be checked; the private part lies beside them', async () => {
  const at = atTime('2026-11-22T10:00:00Z');
  const contest = await aContest();
  const answer = await db.$transaction((tx) =>
    appendRecords(tx, {
      contestId: contest.id,
      records: [
        opening(contest),
        { kind: 'recused', body: { round: 1, entry: 'B2222222', judge: 'G2222222' }, content: { reason: 'Là bà con' } },
      ],
    }),
  );
  await db.$transaction((tx) =>
    appendRecords(tx, { contestId: contest.id, records: [{ kind: 'round-published', body: { round: 1 } }] }),
  );
  const rows = await db.contestRecord.findMany({
    where: { contestId: contest.id },
    orderBy: { n: 'asc' },
    include: { opening: true },
  });
  expect(
    rows.map(({ n, kind, at, previous, commitment }) => ({ n, kind, at, previous, open: commitment === null })),
  ).toEqual([
    { n: 1, kind: 'contest-opened', at, previous: noRecord, open: true },
    { n: 2, kind: 'recused', at, previous: rows[0]!.hash, open: false },
    { n: 3, kind: 'round-published', at, previous: rows[1]!.hash, open: true },
  ]);
  expect(answer).toMatchObject({ n: 2, hash: rows[1]!.hash });
  for (const row of rows) {
    expect(await hashOfRecord({ ...row, at: row.at.toISOString(), body: row.body as never })).toBe(row.hash);
  }
  expect(await commitmentOf(rows[1]!.opening as never)).toBe(rows[1]!.commitment);
  expect(JSON.stringify(rows.map(({ body }) => body))).not.toContain('bà con');
});

test('a chain is never rewritten; an opening can be erased, and nothing else', async () => {
  const contest = await aContest();
  await db.$transaction((tx) =>
    appendRecords(tx, { contestId: contest.id, records: [{ ...opening(contest), content: { note: 'x' } }] }),
  );
  const where = { contestId_n: { contestId: contest.id, n: 1 } };
  await expect(db.contestRecord.update({ where, data: { kind: 'ballot' } })).rejects.toThrow('never changed');
  await expect(db.contestRecordOpening.update({ where, data: { salt: '' } })).rejects.toThrow('never changed');
  await expect(db.contestRecord.delete({ where })).rejects.toThrow();
  await db.contestRecordOpening.delete({ where });
  await expect(db.contestRecord.delete({ where })).rejects.toThrow('never changed');
  expect(await db.contestRecord.count({ where: { contestId: contest.id } })).toBe(1);
});

test('ten transactions at once write one chain', async () => {
  const contest = await aContest();
  await db.$transaction((tx) => appendRecords(tx, { contestId: contest.id, records: [opening(contest)] }));
  await Promise.all(
    Array.from({ length: 10 }, (_, round) =>
      db.$transaction((tx) =>
        appendRecords(tx, {
          contestId: contest.id,
          records: [
            { kind: 'round-published', body: { round: round + 1 } },
            { kind: 'round-published', body: { round: round + 1 } },
          ],
        }),
      ),
    ),
  );
  const rows = await db.contestRecord.findMany({ where: { contestId: contest.id }, orderBy: { n: 'asc' } });
  expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: 21 }, (_, at) => at + 1));
  expect(rows.map(({ previous }) => previous)).toEqual([noRecord, ...rows.slice(0, -1).map(({ hash }) => hash)]);
});

test('a contest that was laid in from elsewhere has no chain, and none begins in the middle', async () => {
  const contest = await aContest();
  const records = [{ kind: 'round-published' as const, body: { round: 1 } }];
  expect(await db.$transaction((tx) => appendRecords(tx, { contestId: contest.id, records }))).toBe(null);
  expect(await db.contestRecord.count({ where: { contestId: contest.id } })).toBe(0);
});

test('a body that is not of its kind is a bug, and nothing is written', async () => {
  const contest = await aContest();
  const body = { round: 1, entry: 'Nguyễn Văn A', judge: 'G2222222', reading: 1, marks: [1] };
  const wrong = { kind: 'ballot' as const, body };
  await expect(
    db.$transaction((tx) => appendRecords(tx, { contestId: contest.id, records: [opening(contest), wrong] })),
  ).rejects.toThrow();
  expect(await db.contestRecord.count({ where: { contestId: contest.id } })).toBe(0);
});

test('codes are drawn once in each contest, whoever asks, and tell nothing', async () => {
  const [one, other] = [await aContest(), await aContest()];
  const entries = Array.from({ length: 30 }, () => randomUUID());
  const judges = Array.from({ length: 5 }, () => randomUUID());
  const asked = await Promise.all(
    [entries.slice(0, 20), entries.slice(10), entries].map((some) =>
      db.$transaction((tx) => recordCodes(tx, { contestId: one.id, entries: some, judges })),
    ),
  );
  const all = asked[2]!;
  expect([...asked[0]!.entries].every(([id, code]) => all.entries.get(id) === code)).toBe(true);
  expect([...asked[1]!.entries].every(([id, code]) => all.entries.get(id) === code)).toBe(true);
  expect(all.entries.size).toBe(30);
  expect(new Set([...all.entries.values(), ...all.judges.values()]).size).toBe(35);
  expect([...all.entries.values()].filter((code) => !/^B[2-9A-HJKMNP-TV-Z]{7}$/.test(code))).toEqual([]);
  expect([...all.judges.values()].filter((code) => !/^G[2-9A-HJKMNP-TV-Z]{7}$/.test(code))).toEqual([]);
  const elsewhere = await db.$transaction((tx) => recordCodes(tx, { contestId: other.id, entries }));
  expect(entries.filter((id) => elsewhere.entries.get(id) === all.entries.get(id))).toEqual([]);
});
