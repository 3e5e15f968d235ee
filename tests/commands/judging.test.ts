import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'judging-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command as `npm run -s judging -- …` does. */
function judging(args: string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'app/commands/judging.ts', ...args],
    { encoding: 'utf8', input },
  );
  return { status, stdout, stderr };
}

function written(name: string, content: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

const problem = {
  entries: [
    { id: '17', reviews: 2 },
    { id: '18', reviews: 1 },
  ],
  judges: [
    { id: 'A', max: 1 },
    { id: 'B', max: 1 },
    { id: 'C', max: 2 },
  ],
  affinity: [
    ['17', 'A', 0.1],
    ['17', 'B', 0.2],
    ['18', 'C', 0.4],
  ],
  conflicts: [['17', 'C', 'mentor of the team']],
};

describe('assign', () => {
  test('answers with JSON and nothing else', () => {
    expect(judging(['assign', written('problem.json', JSON.stringify(problem)), '--seconds', '30'])).toEqual({
      status: 0,
      stdout: `${JSON.stringify({
        status: 'optimal',
        total: 0.7,
        worst: 0.3,
        bound: { total: 0.7, worst: 0.3 },
        connected: false,
        pairs: [
          ['17', 'A'],
          ['17', 'B'],
          ['18', 'C'],
        ],
        loads: { A: 1, B: 1, C: 1 },
      })}\n`,
      stderr: '',
    });
  });

  test('says no with the reason, as JSON and exit 1', () => {
    const short = { ...problem, entries: [{ id: '17', reviews: 3 }, problem.entries[1]] };
    const { status, stdout, stderr } = judging(['assign', '-'], `\uFEFF${JSON.stringify(short)}`);
    expect({ status, stderr, ...JSON.parse(stdout) }).toEqual({
      status: 'infeasible',
      stderr: '',
      reasons: [
        {
          kind: 'entry-short',
          entries: ['17'],
          judges: ['A', 'B'],
          needed: 3,
          available: 2,
          why: 'entry 17: only 2 judges free of conflicts, 3 needed',
        },
      ],
    });
    expect(status).toBe(1);
  });

  test('warns of a field it does not know', () => {
    const { status, stderr } = judging(['assign', '-'], JSON.stringify({ ...problem, conflict: [] }));
    expect({ status, stderr }).toEqual({ status: 0, stderr: 'problem: conflict: unknown field, not used\n' });
  });

  test.each([
    ['not JSON', '{"entries": [}'],
    ['an unknown id', JSON.stringify({ ...problem, conflicts: [['19', 'C']] })],
    ['an unknown judge', JSON.stringify({ ...problem, affinity: [['17', 'D', 0.5]] })],
    ['an id given twice', JSON.stringify({ ...problem, judges: [...problem.judges, { id: 'A', max: 2 }] })],
    ['a pair given twice', JSON.stringify({ ...problem, conflicts: [...problem.conflicts, ['17', 'C']] })],
    ['a number written as text', JSON.stringify({ ...problem, entries: [{ id: '17', reviews: '2' }] })],
    ['a number that is not finite', JSON.stringify(problem).replace('0.1', '1e999')],
  ])('cannot use %s: exit 2 and one line', (_, json) => {
    const { status, stdout, stderr } = judging(['assign', '-'], json);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^[^\n]+: [^\n]+\n$/);
  });
});

describe('rank', () => {
  const csv = 'entry,judge,score\na,X,7\na,Y,8\nb,X,6\nb,Y,6.5\nc,X,9\nc,Y,9.5\n';

  test('answers with JSON in the order the format names, and takes Windows line ends and a byte order mark', () => {
    const plain = judging(['rank', written('scores.csv', csv), '--cut', '1', '--seed', '7']);
    expect({ status: plain.status, stderr: plain.stderr }).toEqual({ status: 0, stderr: '' });
    const ranking = JSON.parse(plain.stdout);
    expect(Object.keys(ranking)).toEqual([
      'n',
      'mu',
      'variance',
      'model',
      'entries',
      'judges',
      'components',
      'comparable',
      'tooClose',
    ]);
    expect(Object.keys(ranking.entries[0])).toEqual([
      'id',
      'n',
      'mean',
      'sd',
      'adjusted',
      'se',
      'rank',
      'rankLow',
      'rankHigh',
      'component',
    ]);
    expect(ranking.entries.map(({ id, rank }: { id: string; rank: number }) => [id, rank])).toEqual([
      ['c', 1],
      ['a', 2],
      ['b', 3],
    ]);
    const windows = judging(['rank', '-', '--cut=1', '--seed=7'], `\uFEFF${csv.replaceAll('\n', '\r\n')}`);
    expect(windows.stdout).toBe(plain.stdout);
  });

  test('says what cannot be estimated, and warns of a pair given twice', () => {
    const { status, stdout, stderr } = judging(['rank', '-'], 'entry,judge,score\na,X,7\na,X,8\nb,X,6\n');
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: 'rows 2, 3: judge "X" marked entry "a" 2 times, and each mark counts\n',
    });
    expect(JSON.parse(stdout)).toMatchObject({
      n: 3,
      mu: null,
      variance: null,
      model: 'none',
      why: 'one judge only: severity cannot be told apart from the entries; ranked by mean',
    });
  });

  /** The answer without its lists, and its entries as "id rank low–high". */
  function ranked(lines: string[], ...args: string[]) {
    const { status, stdout, stderr } = judging(['rank', '-', ...args], `entry,judge,score\n${lines.join('\n')}\n`);
    const { entries, judges, ...rest } = JSON.parse(stdout);
    const shown = entries.map(
      (entry: Record<string, unknown>) => `${entry.id} ${entry.rank} ${entry.rankLow}–${entry.rankHigh}`,
    );
    return { status, stderr, ...rest, entries: shown, judges };
  }
  const unestimated = { status: 0, stderr: '', mu: null, variance: null, model: 'none', tooClose: [] };

  test.each([
    [
      'one judge only',
      ['a,X,7', 'b,X,6', 'c,X,7'],
      'one judge only: severity cannot be told apart from the entries; ranked by mean',
      ['a 1 null–null', 'c 1 null–null', 'b 3 null–null'],
    ],
    [
      'one mark only',
      ['a,X,7'],
      'one judge only: severity cannot be told apart from the entries; ranked by mean',
      ['a 1 null–null'],
    ],
    [
      'all marks equal',
      ['a,X,7', 'a,Y,7', 'b,X,7', 'b,Y,7'],
      'all marks are equal: there is no variance to estimate; ranked by mean',
      ['a 1 null–null', 'b 1 null–null'],
    ],
    [
      'a mark an entry',
      ['a,X,7', 'b,Y,6', 'c,Y,9'],
      'as many entries as rows, one mark each: entries cannot be told apart from chance; ranked by mean',
      ['c 1 null–null', 'b 2 null–null', 'a 1 null–null'],
    ],
  ])('%s: says what cannot be estimated, and ranks by mean', (_, lines, why, entries) => {
    expect(ranked(lines, '--cut', '1')).toMatchObject({ ...unestimated, why, entries });
  });

  test('a judge who gives 100 to everything and a component of one entry are answered, not mended', () => {
    const lines = ['a', 'b', 'c', 'd'].flatMap((id, at) => [
      `${id},generous,100`,
      `${id},X,${40 + 9 * at + (at % 2)}`,
      `${id},Y,${44 + 9 * at - (at % 3)}`,
    ]);
    const { judges, ...found } = ranked([...lines, 'alone,Z,70', 'alone,W,60']);
    expect(found).toMatchObject({
      status: 0,
      model: 'crossed',
      comparable: false,
      components: [['a', 'b', 'c', 'd'], ['alone']],
    });
    expect(found.entries.map((entry: string) => entry.split(' ').slice(0, 2).join(' '))).toEqual([
      'd 1',
      'c 2',
      'b 3',
      'a 4',
      'alone 1',
    ]);
    expect(found.entries.at(-1)).toBe('alone 1 1–1');
    const lenient = judges.toSorted((a: { leniency: number }, b: { leniency: number }) => b.leniency - a.leniency);
    expect(lenient[0].id).toBe('generous');
  });

  test.each([
    ['an empty score', 'entry,judge,score\na,X,7\nb,X,\n', 'row 3: score: is empty\n'],
    [
      'no number',
      'entry,judge,score\na,X,NaN\n',
      'row 2: score: "NaN" is not a number (the decimal sign is a point)\n',
    ],
    ['more than numbers reach', 'entry,judge,score\na,X,1e999\n', /^row 2: score: "1e999" is not a number[^\n]*\n$/],
    [
      'a decimal comma in quotes',
      'entry,judge,score\na,X,7\na,Y,"7,5"\n',
      'row 3: score: "7,5" is not a number (the decimal sign is a point)\n',
    ],
    ['a decimal comma', 'entry,judge,score\na,X,7,5\n', /^row 2: score: more cells than the header[^\n]*\n$/],
    [
      'semicolons between the cells',
      'entry;judge;score\na;X;7\n',
      'row 1: entry: the header has no such column: cells are parted by commas, not semicolons\n',
    ],
    ['no judge', 'entry,judge,score\na,X,7\nb, ,6\n', 'row 3: judge: is empty\n'],
    ['no rows', 'entry,judge,score\r\n', 'row 2: score: there is no row of scores\n'],
    ['nothing', '', 'row 1: entry: the header has no such column\n'],
    ['a quote left open', 'entry,judge,score\na,"X,7\n', /^row 2: not CSV[^\n]*\n$/],
  ])('cannot use %s: exit 2 with row and column', (_, content, message) => {
    const { status, stdout, stderr } = judging(['rank', '-'], content);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});

test.each([[[]], [['judge']], [['rank', '-', '--cuts', '1']]])('called wrongly, %j: exit 2 and the usage', (args) => {
  const { status, stdout, stderr } = judging(args, '');
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^usage: [^\n]+\n$/);
});

test.each([
  [['rank', '-', '--cut', '0'], '--cut: a whole number from 1\n'],
  [['assign', '-', '--seconds', '0'], '--seconds: a number above 0\n'],
  [['rank', 'no such file.csv'], 'no such file.csv: no such file\n'],
])('%j: exit 2 and what is wrong', (args, message) => {
  expect(judging(args, '')).toEqual({ status: 2, stdout: '', stderr: message });
});
