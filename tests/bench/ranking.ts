/**
 * npm run bench -- ranking: how long the whole answer of `judging rank` takes, and how much memory. InstEval (73,421 ratings of lecturers
 * by students, both ways round) is read from ../shared/data where it is; the rest is made up.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { Score } from '#app/domain/judging/ranking/design.ts';
import { type Ranking, rank } from '#app/domain/judging/ranking/rank.ts';
import { madeMarks } from '#tests/domain/judging/ranking/designs.ts';
import { runCommand } from './command.ts';

const instEval = '../shared/data/insteval-ratings.csv.gz';

export default async function ranking(): Promise<void> {
  const contest = contestMarks(500, 40);
  const times = Array.from({ length: 5 }, () => {
    const [from, worked] = [performance.now(), onProcessor()];
    rank(contest);
    return `${(performance.now() - from).toFixed(0)} ms (${(onProcessor() - worked).toFixed(0)})`;
  });
  console.log(`500 × 40 × 3 in this process, the first time cold: ${times.join(', ')}; in brackets, on a processor`);

  const cases: [string, () => Score[]][] = [
    ['500 × 40 × 3', () => contest],
    ['5,000 × 300 × 3', () => contestMarks(5000, 300)],
    ['17,200 × 500 × 3', () => contestMarks(17_200, 500)],
  ];
  if (existsSync(instEval)) {
    cases.push(['InstEval, entry = s', () => ratings('s', 'd')], ['InstEval, entry = d', () => ratings('d', 's')]);
  } else console.log(`InstEval is left out: no ${instEval}`);
  console.log('\nnpm run -s judging -- rank, start and reading included');
  console.log('| data | rows | entries × judges | seconds | processor s | peak MiB | σ entry | σ judge | σ |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const [name, made] of cases) console.log(await measured(name, made()));
}

/** Milliseconds this thread has had a processor, as Linux counts them: what a wait for one does not lengthen. */
function onProcessor(): number {
  const [nanoseconds] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
  return Number(nanoseconds) / 1e6;
}

function contestMarks(entries: number, judges: number): Score[] {
  return madeMarks({ seed: 1, entries, judges, reads: 3, centre: 50, sd: { entry: 12, judge: 8, chance: 7 } });
}

function ratings(entry: string, judge: string): Score[] {
  const rows: Record<string, string>[] = parse(gunzipSync(readFileSync(instEval)), { columns: true });
  return rows.map((row) => ({ entry: row[entry]!, judge: row[judge]!, score: Number(row.y) }));
}

async function measured(name: string, scores: Score[]): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ranking-'));
  try {
    const file = path.join(folder, 'scores.csv');
    const lines = scores.map(({ entry, judge, score }) => `${entry},${judge},${score}`);
    writeFileSync(file, `${['entry,judge,score', ...lines].join('\n')}\n`);
    const run = await runCommand('app/commands/judging.ts', ['rank', file, '--cut', '100']);
    const { n, entries, judges, variance } = run.answer as Ranking;
    const sd = [variance!.entry, variance!.judge, variance!.residual].map((value) => Math.sqrt(value).toFixed(4));
    const cost = [run.seconds.toFixed(1), run.processorSeconds.toFixed(1), run.peakMiB.toFixed(0)];
    return `| ${[name, n, `${entries.length} × ${judges.length}`, ...cost, ...sd].join(' | ')} |`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
