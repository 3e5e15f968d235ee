import { describe, expect, test } from 'vitest';
import { seededRandom } from '#app/domain/judging/random.ts';
import { type Bundle, fullBundle, NoBundle, publicBundle, writeBundle } from '#app/domain/judging/record/bundle.ts';
import { verifyBundle } from '#app/domain/judging/record/verify-bundle.ts';
import { aChain, rewritten } from './a-bundle.ts';

const chain = await aChain();
const root = chain.at(-1)!.hash;
const full = writeBundle(fullBundle(chain)!);
const open = writeBundle(publicBundle(chain)!);
const encoder = new TextEncoder();

/** Which record every byte of a bundle's file belongs to: the first and the last take what stands before and behind all. */
function ownerOf(text: string): (byte: number) => number {
  const { records } = JSON.parse(text) as Bundle;
  let at = encoder.encode('{"records":[').length;
  const ends = records.map((record) => {
    const end = at + encoder.encode(writeBundle(record as unknown as Bundle)).length;
    at = end + 1;
    return { n: record.n, end };
  });
  return (byte) => (ends.find(({ end }) => byte < end) ?? ends.at(-1)!).n;
}

function tampered(text: string, byte: number, value: number): string {
  const bytes = encoder.encode(text);
  bytes[byte] = value;
  return new TextDecoder().decode(bytes);
}

describe('a sound bundle', () => {
  test('is valid, whole or public; without a root only with itself', async () => {
    expect(await verifyBundle(full)).toEqual({ status: 'valid', root, held: false, ballots: true });
    expect(await verifyBundle(full, { root: root.toUpperCase() })).toEqual({
      status: 'valid',
      root,
      held: true,
      ballots: true,
    });
    expect(await verifyBundle(open, { root })).toEqual({ status: 'valid', root, held: true, ballots: false });
  });

  test('raw rounds, one judge, no rule for passing: valid too', async () => {
    for (const wish of [
      { method: 'RAW', seed: 2 },
      { judges: 1, reviews: 1, seed: 3 },
      { entries: 40, judges: 9, seed: 4, pass: { top: null, minMean: null, noZero: false } },
    ] as const) {
      expect(await verifyBundle(writeBundle(fullBundle(await aChain(wish))!))).toMatchObject({ status: 'valid' });
    }
  });

  test('written otherwise, with blanks and another order of names, it says the same', async () => {
    const { records, root: named } = JSON.parse(full) as Bundle;
    const turned = records.map((record) => Object.fromEntries(Object.entries(record).reverse()));
    expect(await verifyBundle(JSON.stringify({ root: named, records: turned }, null, 2))).toMatchObject({
      status: 'valid',
    });
  });

  test('an erased opening breaks nothing', async () => {
    const erased = chain.map(({ opened, ...record }) => record);
    expect(await verifyBundle(writeBundle(fullBundle(erased)!), { root })).toMatchObject({ status: 'valid', root });
  });
});

describe('tampering', () => {
  test('one byte changed in each of 1,000 random places is named each time', async () => {
    const random = seededRandom(1000);
    const bytes = encoder.encode(full);
    const owner = ownerOf(full);
    const wrong: unknown[] = [];
    for (let round = 0; round < 1000; round++) {
      const at = Math.floor(random() * bytes.length);
      const value = (bytes[at]! + 1 + Math.floor(random() * 255)) % 256;
      const verdict = await verifyBundle(tampered(full, at, value)).catch((error) => error);
      if (verdict.status === 'changed' && verdict.record === owner(at)) continue;
      wrong.push({ at, was: bytes[at], value, owner: owner(at), verdict, around: full.slice(at - 30, at + 30) });
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  test('every byte before the first record and behind the last', async () => {
    const bytes = encoder.encode(full);
    const owner = ownerOf(full);
    const around = [...Array(40).keys(), ...Array.from({ length: 100 }, (_, back) => bytes.length - 1 - back)];
    const wrong: unknown[] = [];
    for (const at of around) {
      for (const value of [32, 34, 44, 48, 91, 93, 120, 123, 125, 255]) {
        if (value === bytes[at]) continue;
        const verdict = await verifyBundle(tampered(full, at, value)).catch((error) => error);
        if (verdict.status !== 'changed' || verdict.record !== owner(at))
          wrong.push({ at, value, owner: owner(at), verdict });
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  test('a bit turned in each of 1,000 places of a public bundle never passes', async () => {
    const random = seededRandom(1001);
    const bytes = encoder.encode(open);
    const passed: unknown[] = [];
    for (let round = 0; round < 1000; round++) {
      const at = Math.floor(random() * bytes.length);
      const value = bytes[at]! ^ (1 << Math.floor(random() * 8));
      const verdict = await verifyBundle(tampered(open, at, value)).catch((error) => error);
      if (verdict.status !== 'changed' || typeof verdict.record !== 'number') passed.push({ at, value, verdict });
    }
    expect(passed).toEqual([]);
  }, 60_000);

  test('a record taken out, put in twice, or moved', async () => {
    const ballot = chain.find(({ kind }) => kind === 'ballot')!;
    const without = chain.filter((record) => record !== ballot);
    expect(await verifyBundle(writeBundle(fullBundle(without)!))).toEqual({
      status: 'changed',
      record: ballot.n,
      why: `is missing: record ${ballot.n + 1} stands in its place`,
    });
    const twice = chain.flatMap((record) => (record === ballot ? [record, record] : [record]));
    expect(await verifyBundle(writeBundle(fullBundle(twice)!))).toMatchObject({
      status: 'changed',
      record: ballot.n + 1,
    });
    const moved = [...chain];
    [moved[20], moved[21]] = [moved[21]!, moved[20]!];
    expect(await verifyBundle(writeBundle(fullBundle(moved)!))).toMatchObject({ status: 'changed', record: 21 });
    expect(await verifyBundle(writeBundle(fullBundle(chain.slice(0, -1))!), { root })).toMatchObject({
      status: 'changed',
      record: 1,
    });
  });

  test('a name that stands twice in one object, of which one reader would take the first and another the last', async () => {
    const ballot = chain.find(({ kind }) => kind === 'ballot')!;
    const twice = (text: string) => verifyBundle(text, { root });
    expect(await twice(full.replace('"kind":"ballot"', '"kind":"recused","kind":"ballot"'))).toEqual({
      status: 'changed',
      record: ballot.n,
      why: '"kind" stands twice in one object',
    });
    expect(await twice(full.replace('"marks":[', '"m\\u0061rks":[],"marks":['))).toEqual({
      status: 'changed',
      record: ballot.n,
      why: '"marks" stands twice in one object',
    });
    expect(await twice(full.replace('"root":', `"root":"${'0'.repeat(64)}","root":`))).toEqual({
      status: 'changed',
      record: chain.length,
      why: '"root" stands twice in one object',
    });
  });

  test('the same value written otherwise is no change', async () => {
    const otherwise = full.replace('"n":1,', '"n":1.0e0,').replace('"kind":"ballot"', '"\\u006bind":"b\\u0061llot"');
    expect(otherwise).not.toBe(full);
    expect(await verifyBundle(`${otherwise}\n`, { root })).toMatchObject({ status: 'valid', root });
    expect(await verifyBundle(`${full}{}`, { root })).toMatchObject({ status: 'changed', record: chain.length });
  });

  test('wholly rewritten and hashed anew: refused with the root, and only consistent with itself without', async () => {
    const published = chain.at(-1)!;
    const forged = await rewritten(chain, published.n, () => ({ at: '2026-11-23T00:00:00.000Z' }));
    const text = writeBundle(fullBundle(forged)!);
    expect(await verifyBundle(text)).toMatchObject({ status: 'valid', held: false });
    expect(await verifyBundle(text, { root })).toEqual({
      status: 'changed',
      record: 1,
      why: 'no record has the root that was given: everything from here on may have been written anew',
    });
    const longer = [...chain, (await rewritten(chain, 0, () => ({}))).at(-1)!];
    expect(await verifyBundle(writeBundle(fullBundle(longer)!), { root })).toMatchObject({ status: 'changed' });
  });

  test('what was added after the root somebody holds is named', async () => {
    const before = chain.at(-2)!;
    expect(await verifyBundle(full, { root: before.hash })).toEqual({
      status: 'changed',
      record: before.n + 1,
      why: `was added after the root that was given, which is the hash of record ${before.n}`,
    });
  });
});

describe('a forgery without a flaw in its links', () => {
  const forge = async (kind: string, change: (body: never) => object) => {
    const target = chain.find((record) => record.kind === kind)!;
    const forged = await rewritten(chain, target.n, ({ body }) => ({
      body: { ...(body as object), ...change(body as never) } as never,
    }));
    const verdict = await verifyBundle(writeBundle(fullBundle(forged)!));
    return { target: target.n, verdict };
  };
  const ranked = chain.find(({ kind }) => kind === 'round-ranked')!;
  const decided = chain.find(({ kind }) => kind === 'round-decided')!;

  test('another mark on a ballot: the ranking no longer follows', async () => {
    const { verdict } = await forge('ballot', ({ marks }: { marks: number[] }) => ({
      marks: marks.map((mark) => (mark === 1 ? 2 : 1)),
    }));
    expect(verdict).toMatchObject({ status: 'changed', record: ranked.n });
  });

  test('a mark the rubric does not allow', async () => {
    const { target, verdict } = await forge('ballot', ({ marks }: { marks: number[] }) => ({
      marks: marks.map(() => 3.3),
    }));
    expect(verdict).toEqual({ status: 'changed', record: target, why: 'marks.0: not a mark the rubric allows' });
  });

  test('a ballot of a judge who was not given the entry, and one handed in twice', async () => {
    const other = await forge('ballot', () => ({ judge: 'GZZZZZZZ' }));
    expect(other.verdict).toMatchObject({
      status: 'changed',
      record: other.target,
      why: expect.stringContaining('was not given'),
    });
    const [first, second] = chain.filter(({ kind }) => kind === 'ballot');
    const forged = await rewritten(chain, second!.n, () => ({ body: first!.body }));
    expect(await verifyBundle(writeBundle(fullBundle(forged)!))).toEqual({
      status: 'changed',
      record: second!.n,
      why: 'handed in twice',
    });
  });

  test.each([
    ['mean', { mean: 99.5 }],
    ['adjusted', { adjusted: 99.5 }],
    ['rank', { rank: 99 }],
    ['rankLow', { rankLow: 99 }],
    ['sheets', { sheets: 9 }],
    ['division', { division: 'c' }],
  ])('a standing with another %s', async (_, change) => {
    const { target, verdict } = await forge('round-ranked', ({ standings }: { standings: object[] }) => ({
      standings: standings.map((one, at) => (at === 0 ? { ...one, ...change } : one)),
    }));
    expect(verdict).toMatchObject({ status: 'changed', record: target });
  });

  test('a mark off by 0.01 or an interval by one rank is arithmetic, not forgery', async () => {
    const { verdict } = await forge(
      'round-ranked',
      ({ standings }: { standings: { mean: number; rankHigh: number }[] }) => ({
        standings: standings.map((one) => ({
          ...one,
          mean: Math.round(one.mean * 100 + 1) / 100,
          rankHigh: one.rankHigh + 1,
        })),
      }),
    );
    expect(verdict).toMatchObject({ status: 'valid' });
  });

  test('somebody passes who did not, or is left out, or passes by an override that nobody wrote down', async () => {
    const { passed } = decided.body as { passed: string[] };
    const { standings } = ranked.body as { standings: { entry: string }[] };
    const failed = standings.map(({ entry }) => entry).find((entry) => !passed.includes(entry))!;
    const more = await forge('round-decided', () => ({ passed: [...passed, failed] }));
    expect(more.verdict).toMatchObject({
      status: 'changed',
      record: decided.n,
      why: expect.stringContaining('did not pass'),
    });
    const fewer = await forge('round-decided', () => ({ passed: passed.slice(1) }));
    expect(fewer.verdict).toMatchObject({
      status: 'changed',
      record: decided.n,
      why: `passed: ${passed[0]} is missing`,
    });
    const overridden = await forge('round-decided', () => ({
      passed: [...passed, failed],
      overrides: [{ entry: failed, passed: true }],
    }));
    expect(overridden.verdict).toMatchObject({ status: 'valid' });
  });

  test('rules whose words and arithmetic differ', async () => {
    const { target, verdict } = await forge('rules-frozen', ({ deciding }: { deciding: { divisions: string[] } }) => ({
      deciding: { ...deciding, divisions: [...deciding.divisions, 'c'] },
    }));
    expect(verdict).toEqual({ status: 'changed', record: target, why: 'body.deciding: not what the rules say' });
  });

  test('a public bundle cannot pass somebody below the cut either', async () => {
    const { standings } = ranked.body as { standings: { entry: string; rank: number }[] };
    const { passed } = decided.body as { passed: string[] };
    const last = standings.filter(({ rank }) => rank > 5).at(-1)!.entry;
    const forged = await rewritten(chain, decided.n, ({ body }) => ({
      body: { ...(body as object), passed: [...passed, last] } as never,
    }));
    expect(await verifyBundle(writeBundle(publicBundle(forged)!))).toMatchObject({
      status: 'changed',
      record: decided.n,
    });
  });
});

describe('no bundle at all', () => {
  test.each(['', '{', 'null', '[]', '{"records":[]}', '{"teams":[]}', 'không phải', '\u0000'])('%j', async (text) => {
    await expect(verifyBundle(text)).rejects.toThrow(NoBundle);
  });
});
