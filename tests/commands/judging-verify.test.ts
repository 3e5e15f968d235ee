import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json } from '#app/domain/canonical-json.ts';
import { nextRecord } from '#app/domain/history/record/record.ts';
import { type BundledRecord, fullBundle, publicBundle, writeBundle } from '#app/domain/judging/record/bundle.ts';
import { aChain, rewritten } from '#tests/domain/judging/record/a-bundle.ts';

let folder: string;
let full: string;
let open: string;
let forged: string;
let root: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'verify-'));
  const chain = await aChain();
  root = chain.at(-1)!.hash;
  full = writeBundle(fullBundle(chain)!);
  open = writeBundle(publicBundle(chain)!);
  const later = await rewritten(chain, chain.length, () => ({ at: '2026-11-23T00:00:00.000Z' }));
  forged = writeBundle(fullBundle(later)!);
});
afterAll(() => rmSync(folder, { recursive: true }));

function verify(content: string | Buffer, ...args: string[]) {
  const file = path.join(folder, 'results.json');
  writeFileSync(file, content);
  const command = ['--import', 'tsx', 'app/commands/judging.ts', 'verify', file, ...args];
  const run = spawnSync(process.execPath, command, { encoding: 'utf8' });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

const line = (answer: object) => `${JSON.stringify(answer)}\n`;

test('a sound bundle: exit 0, the root; without --root it is consistent with itself only, and that is said', () => {
  expect(verify(full, '--root', root)).toEqual({ status: 0, out: line({ status: 'valid', root }), err: '' });
  expect(verify(full)).toEqual({
    status: 0,
    out: line({ status: 'valid', root }),
    err: 'consistent with itself only: no --root to hold it against\n',
  });
  expect(verify(`\uFEFF${open}`, '--root', root)).toEqual({
    status: 0,
    out: line({ status: 'valid', root }),
    err: 'ballots are withheld: scores were not counted again\n',
  });
});

test('a file that an appeal made newer says which edition it is, and of which the root is that somebody holds', async () => {
  const chain = await aChain();
  const last = chain.at(-1)!;
  const ranked = chain.find(({ kind }) => kind === 'round-ranked')!.body as { standings: { entry: string }[] };
  const { record } = await nextRecord(last, {
    kind: 'appeal-decided',
    at: new Date('2026-11-24T03:00:00Z'),
    body: { round: 1, entry: ranked.standings[0]!.entry, upheld: true, passed: true, award: null },
  });
  const newer = writeBundle(publicBundle([...chain, { ...record, body: record.body as Json } as BundledRecord])!);
  const withheld = 'ballots are withheld: scores were not counted again\n';
  const edition = 'edition 2 (an appeal against round 1 changed a result, 2026-11-24T03:00:00.000Z)';
  expect(verify(newer, '--root', record.hash)).toEqual({
    status: 0,
    out: line({ status: 'valid', root: record.hash }),
    err: `${edition}\n${withheld}`,
  });
  const held = verify(newer, '--root', last.hash);
  expect([held.status, JSON.parse(held.out).status]).toEqual([1, 'changed']);
  expect(held.err).toBe(
    `the root given is of edition 1 (results of round 1 published, ${last.at}); the file is ${edition}\n` +
      'hold it against the root of edition 2, or take the file of edition 1\n',
  );
});

test('one byte changed, bytes that are no text, a bundle written anew: exit 1 with the record', () => {
  const bytes = Buffer.from(full);
  const inBallot = full.indexOf('"kind":"ballot"');
  const n = JSON.parse(full).records.find(({ kind }: { kind: string }) => kind === 'ballot').n;
  bytes[inBallot + 9] = 0xff;
  const damaged = verify(bytes);
  expect([damaged.status, JSON.parse(damaged.out)]).toMatchObject([1, { status: 'changed', record: n }]);
  const anew = verify(forged, '--root', root);
  expect([anew.status, JSON.parse(anew.out)]).toMatchObject([1, { status: 'changed', record: 1 }]);
  expect(verify(forged).status).toBe(0);
});

test.each([
  ['{"teams":[]}', [], 'not a bundle of results'],
  ['', [], 'not a bundle of results'],
  ['{}', ['--root', 'abc'], '--root: 64 hexadecimal digits'],
  ['{}', ['--roots'], 'usage: '],
])('what cannot be used is one line and exit 2: %j %j', (content, args, said) => {
  const { status, out, err } = verify(content, ...args);
  expect({ status, out, lines: err.split('\n').length }).toEqual({ status: 2, out: '', lines: 2 });
  expect(err).toContain(said);
});
