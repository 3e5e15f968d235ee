import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mentoring-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function mentoring(args: string[], input = '') {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'app/commands/mentoring.ts', ...args], {
    input,
    encoding: 'utf8',
  });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

const problem = {
  teams: [{ id: 'đội 1' }, { id: 'đội 2' }],
  mentors: [{ id: 'm', capacity: 1 }],
  scores: [
    ['đội 1', 'm', 1],
    ['đội 2', 'm', 2],
  ],
};
const answer = `${JSON.stringify({
  status: 'optimal',
  served: 1,
  total: 2,
  pairs: [['đội 2', 'm']],
  unserved: [{ team: 'đội 1', why: 'no capacity left: m is taken by đội 2' }],
})}\n`;

test('match answers a file and standard input in JSON alone, exit 0 although a team is unserved', () => {
  const file = path.join(folder, 'problem.json');
  writeFileSync(file, `\uFEFF${JSON.stringify(problem)}`);
  expect(mentoring(['match', file])).toEqual({ status: 0, out: answer, err: '' });
  expect(mentoring(['match', '-'], JSON.stringify(problem))).toEqual({ status: 0, out: answer, err: '' });
});

test('what cannot be used is one line on standard error and exit 2', () => {
  const refused = (args: string[], input?: string) => {
    const { status, out, err } = mentoring(args, input);
    expect({ status, out, lines: err.split('\n').length }).toEqual({ status: 2, out: '', lines: 2 });
    return err.trim();
  };
  expect(refused([])).toMatch(/^usage: /);
  expect(refused(['match'])).toMatch(/^usage: /);
  expect(refused(['marry', '-'])).toMatch(/^usage: /);
  expect(refused(['match', path.join(folder, 'nowhere.json')])).toContain('nowhere.json: no such file');
  expect(refused(['match', '-'], '{"teams":')).toContain('-: not JSON');
  expect(refused(['match', '-'], JSON.stringify({ ...problem, scores: [['đội 3', 'm', 1]] }))).toBe(
    'scores[0][0]: no team "đội 3"',
  );
});
