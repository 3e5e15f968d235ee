import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nextTimeAhead } from '#app/domain/times-ahead.server.ts';
import { now } from '#app/platform/clock.ts';
import { changeMoment, hearsChanges, listenForChanges } from '#app/platform/db/changes.server.ts';
import { databaseUrl, db } from '#app/platform/db/db.server.ts';
import { trackReads } from '#app/platform/db/reads.server.ts';
import { type Drawn, KeptAnswers, type PreparedAnswer } from '#app/platform/kept-answers.server.ts';
import { atTime } from '#tests/support/clock.ts';

let line: { stop: () => Promise<void> };
const until = async (is: () => boolean) => {
  while (!is()) await wait(5);
};
beforeAll(async () => {
  line = listenForChanges(databaseUrl());
  await until(hearsChanges);
});
afterAll(() => line.stop());

const far = Number.POSITIVE_INFINITY;

/** Draws from the database, and counts how often. */
function drawing(read: () => Promise<unknown>, more: Partial<Drawn> = {}) {
  const draw = Object.assign(
    async (): Promise<Drawn> => {
      draw.times += 1;
      const moment = changeMoment();
      const at = now().getTime();
      const { result, tables } = await trackReads(read);
      const ends = await nextTimeAhead({ tables, from: at });
      const body = Buffer.from(JSON.stringify(result));
      return { status: 200, headers: { 'content-type': 'text/html' }, body, moment, tables, until: ends, ...more };
    },
    { times: 0 },
  );
  return draw;
}

/** What an answer says, as a client without compression gets it. */
async function textOf(answer: PreparedAnswer): Promise<string> {
  return new Promise((resolve) => {
    const response = { writeHead: () => response, end: (body?: Buffer) => resolve(String(body ?? '')) };
    answer.send({ method: 'GET', headers: {} } as never, response as never);
  });
}

const fieldNames = () => db.field.findMany({ orderBy: { id: 'asc' }, select: { nameVi: true } });
const newField = (id: string) => db.field.create({ data: { id, nameVi: id, nameEn: id, position: 1 } });

test('an answer is drawn once and kept until a table it has read changes; the verb that changes it knows at once', async () => {
  const keeper = new KeptAnswers({ mostBytes: 1_000_000 });
  const draw = drawing(fieldNames);
  const ask = async () => textOf(await keeper.answer('fields', draw));
  expect(await ask()).toBe('[]');
  expect(await ask()).toBe('[]');
  expect(draw.times).toBe(1);
  await db.drive.create({ data: { slug: 'khac', name: 'Khác', startsOn: now() } });
  expect([await ask(), draw.times]).toEqual(['[]', 1]);
  await newField('a');
  expect(keeper.find('fields')).toBeUndefined();
  expect([await ask(), draw.times]).toEqual(['[{"nameVi":"a"}]', 2]);
  await db.$transaction(async (tx) => {
    await tx.field.updateMany({ data: { nameVi: 'b' } });
  });
  expect([await ask(), draw.times]).toEqual(['[{"nameVi":"b"}]', 3]);
  await db.$executeRaw`update "Field" set "nameVi" = 'c'`;
  expect([await ask(), draw.times]).toEqual(['[{"nameVi":"c"}]', 4]);
  await db.$executeRaw`update "Field" set "nameVi" = 'never' where false`;
  expect([await ask(), draw.times]).toEqual(['[{"nameVi":"c"}]', 4]);
});

test('what another process changes is heard of', async () => {
  const keeper = new KeptAnswers({ mostBytes: 1_000_000 });
  const draw = drawing(fieldNames);
  await keeper.answer('fields', draw);
  const other = new pg.Client({ connectionString: databaseUrl() });
  await other.connect();
  await other.query('truncate "Field" cascade');
  await other.end();
  await until(() => keeper.find('fields') === undefined);
  expect(await textOf(await keeper.answer('fields', draw))).toBe('[]');
});

test('many who ask at once get one drawing; who comes after a change gets another', async () => {
  const keeper = new KeptAnswers({ mostBytes: 1_000_000 });
  let go = () => {};
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  const draw = drawing(async () => {
    const names = await fieldNames();
    if (draw.times === 1) await gate;
    return names;
  });
  const before = Array.from({ length: 50 }, () => keeper.answer('fields', draw));
  await wait(50);
  await newField('late');
  const after = Array.from({ length: 50 }, () => keeper.answer('fields', draw));
  go();
  const texts = async (answers: Promise<PreparedAnswer>[]) =>
    new Set(await Promise.all((await Promise.all(answers)).map(textOf)));
  expect([...(await texts(before))]).toEqual(['[]']);
  expect([...(await texts(after))]).toEqual(['[{"nameVi":"late"}]']);
  expect(draw.times).toBe(2);
  expect(await textOf(keeper.find('fields')!)).toBe('[{"nameVi":"late"}]');
});

test('an answer ends when a time it hangs on comes, and again when that time has passed', async () => {
  const unit = await db.unit.create({
    data: { slug: 'tinh', name: 'Tỉnh', folded: 'tinh', kind: 'PROVINCE', path: '/1/' },
  });
  await db.contest.create({
    data: {
      slug: 'thi',
      name: 'Thi',
      summary: '',
      hostId: unit.id,
      state: 'OPEN',
      opensAt: new Date('2027-05-01T00:00:00Z'),
      closesAt: new Date('2027-05-20T10:00:00Z'),
      createdAt: new Date('2027-04-01T00:00:00Z'),
    },
  });
  const keeper = new KeptAnswers({ mostBytes: 1_000_000 });
  const draw = drawing(() => db.contest.count({ where: { closesAt: { gte: now() } } }));
  const ask = async () => textOf(await keeper.answer('open', draw));
  const seen: [string, string, number][] = [];
  for (const at of [
    '2027-04-30T23:59:59.999Z',
    '2027-05-01T00:00:00.000Z',
    '2027-05-01T00:00:00.001Z',
    '2027-05-20T09:59:59.999Z',
    '2027-05-20T10:00:00.000Z',
    '2027-05-20T10:00:00.001Z',
    '2027-06-20T10:00:00.001Z',
  ]) {
    atTime(at);
    seen.push([at.slice(5, 23), await ask(), draw.times]);
  }
  expect(seen).toEqual([
    ['04-30T23:59:59.999', '1', 1],
    ['05-01T00:00:00.000', '1', 2],
    ['05-01T00:00:00.001', '1', 3],
    ['05-20T09:59:59.999', '1', 3],
    ['05-20T10:00:00.000', '1', 4],
    ['05-20T10:00:00.001', '0', 5],
    ['06-20T10:00:00.001', '0', 5],
  ]);
});

test('what has read a table that does not tell is not kept, nor a failure, nor a redirect', async () => {
  const keeper = new KeptAnswers({ mostBytes: 1_000_000 });
  const kept = async (draw: () => Promise<Drawn>) => {
    await keeper.answer('x', draw);
    return keeper.find('x') !== undefined;
  };
  expect(await kept(drawing(() => db.session.count()))).toBe(false);
  expect(await kept(drawing(() => db.$queryRaw`select 1 from "Event"`))).toBe(false);
  expect(await kept(drawing(fieldNames, { status: 500 }))).toBe(false);
  expect(await kept(drawing(fieldNames, { status: 302 }))).toBe(false);
  expect(await kept(drawing(fieldNames, { until: now().getTime() }))).toBe(false);
  expect(await kept(drawing(fieldNames, { status: 404 }))).toBe(true);
  await newField('z');
  expect(await kept(drawing(fieldNames))).toBe(true);
});

test('a drawing that fails is nobody else’s', async () => {
  const keeper = new KeptAnswers({ mostBytes: 1_000_000 });
  await expect(keeper.answer('x', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(
    await textOf(
      await keeper.answer(
        'x',
        drawing(async () => 1),
      ),
    ),
  ).toBe('1');
});

test('memory is bounded, and a flood of addresses asked for once drives out nothing that is read', async () => {
  const keeper = new KeptAnswers({ mostBytes: 400_000 });
  await until(hearsChanges);
  const body = (fill: number) => Buffer.from(Array.from({ length: 8_000 }, (_, i) => (i * fill * 7919) % 251));
  const draw = (fill: number) =>
    drawing(async () => 0, { headers: { 'content-type': 'image/png' }, body: body(fill), until: far });
  for (const page of ['home', 'list', 'idea']) {
    await keeper.answer(page, draw(1));
    keeper.find(page);
  }
  let most = 0;
  for (let i = 0; i < 500; i += 1) {
    await keeper.answer(`/y-tuong?x=${i}`, draw(i));
    most = Math.max(most, keeper.bytes);
    await wait(0);
  }
  expect(most).toBeLessThan(400_000);
  expect(['home', 'list', 'idea'].map((page) => keeper.find(page) !== undefined)).toEqual([true, true, true]);
  for (let i = 0; i < 500; i += 1) {
    await keeper.answer(`p${i}`, draw(i));
    keeper.find(`p${i}`);
    most = Math.max(most, keeper.bytes);
    await wait(0);
  }
  expect(most).toBeLessThan(400_000);
  await keeper.answer(
    'giant',
    drawing(async () => 0, { headers: {}, body: Buffer.alloc(50_000), until: far }),
  );
  expect(keeper.find('giant')).toBeUndefined();
});

test('when the line breaks everything is dropped, and nothing is kept until it stands again', async () => {
  await until(hearsChanges);
  const keeper = new KeptAnswers({ mostBytes: 1_000_000 });
  const draw = drawing(fieldNames);
  await keeper.answer('fields', draw);
  expect(keeper.find('fields')).toBeDefined();
  const other = new pg.Client({ connectionString: databaseUrl() });
  await other.connect();
  await other.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where query in ('listen y_hay_changed', 'select 1') and pid <> pg_backend_pid()`,
  );
  await until(() => !hearsChanges());
  expect(keeper.find('fields')).toBeUndefined();
  await other.query(`update "Field" set "nameVi" = 'unheard'`);
  await keeper.answer('fields', draw);
  expect(keeper.find('fields')).toBeUndefined();
  await until(hearsChanges);
  expect(keeper.find('fields')).toBeUndefined();
  expect(await textOf(await keeper.answer('fields', draw))).toContain('unheard');
  expect(keeper.find('fields')).toBeDefined();
  await other.end();
});
