/**
 * npm run bench -- assignment: how long `judging assign` takes, how much memory, and what it proves; and what a solve in its own thread
 * does to a server beside it (that alone: `npm run bench -- assignment beside`). Real bids (AAMAS 2015) are read from ../shared/data where they are; the rest is made up.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { planInWorker } from '#app/domain/judging/assignment/assign-in-worker.server.ts';
import type { Assigned, AssignmentMode, AssignmentProblem } from '#app/domain/judging/assignment/problem.ts';
import type { PlanProblem } from '#app/domain/judging/assignment-plan.ts';
import { seededRandom } from '#app/domain/judging/random.ts';
import { runCommand } from './command.ts';

const aamas = '../shared/data/aamas2015.in';

export default async function assignment([only]: string[] = []): Promise<void> {
  if (only === 'beside') {
    console.log(await besideServer(madePlan()));
    return;
  }
  const sparse = (pools: number, mode: AssignmentMode = 'best-total') =>
    madeProblem({ entries: 5000, judges: 300, candidates: 30, pools, mode });
  const cases: [string, () => AssignmentProblem][] = [
    ['2,000 × 150, all pairs', () => madeProblem({ entries: 2000, judges: 150, candidates: 150 })],
    ['5,000 × 300, 30 candidates', () => sparse(1)],
    ['5,000 × 300, 30 candidates, links 1 over 5 pools', () => sparse(5)],
    ['5,000 × 300, 30 candidates, fairest', () => sparse(1, 'fairest')],
    ['5,000 × 300, all pairs in fifths', () => madeProblem({ entries: 5000, judges: 300, candidates: 300, levels: 5 })],
    [
      '1,000 × 100, all pairs in quarters, links 1 over 5 pools, fairest',
      () => madeProblem({ entries: 1000, judges: 100, candidates: 100, levels: 4, pools: 5, mode: 'fairest' }),
    ],
  ];
  if (existsSync(aamas)) {
    cases.unshift(['AAMAS 2015, 613 × 201', () => bids('best-total')], ['AAMAS 2015, fairest', () => bids('fairest')]);
  } else console.log(`AAMAS 2015 is left out: no ${aamas}`);
  console.log('npm run -s judging -- assign --seconds 120, 3 reviews each, start and reading included');
  console.log('| data | seconds | processor s | peak MiB | status | total | bound | worst | bound |');
  console.log('| --- | ---: | ---: | ---: | --- | ---: | ---: | ---: | ---: |');
  for (const [name, made] of cases) console.log(await measured(name, made()));
  console.log(`\n${await besideServer(madePlan())}`);
}

async function measured(name: string, problem: AssignmentProblem): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'assignment-'));
  try {
    const file = path.join(folder, 'problem.json');
    writeFileSync(file, JSON.stringify(problem));
    const run = await runCommand('app/commands/judging.ts', ['assign', file, '--seconds', '120']);
    const { status, total, worst, bound } = run.answer as Assigned;
    const cost = [run.seconds.toFixed(1), run.processorSeconds.toFixed(1), run.peakMiB.toFixed(0)];
    return `| ${[name, ...cost, status, total, bound.total, worst, bound.worst].join(' | ')} |`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** How long a small answer over HTTP takes while nothing else is done, and while an assignment is solved in its thread. */
async function besideServer(problem: PlanProblem): Promise<string> {
  const server = createServer((_, response) => response.end(JSON.stringify({ at: performance.now() })));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const p95 = async (until: Promise<unknown>) => {
    const times: number[] = [];
    let over = false;
    until.finally(() => {
      over = true;
    });
    while (!over) {
      const from = performance.now();
      await (await fetch(address)).text();
      times.push(performance.now() - from);
      await pause(5);
    }
    return times.sort((a, b) => a - b)[Math.floor(0.95 * times.length)]!;
  };
  try {
    await p95(pause(1000));
    const idle = await p95(pause(5000));
    const from = performance.now();
    const busy = await p95(planInWorker(problem, { seconds: 120 }));
    const seconds = ((performance.now() - from) / 1000).toFixed(1);
    return `a server beside a 5,000 × 300 solve of ${seconds} s: p95 ${busy.toFixed(1)} ms, idle ${idle.toFixed(1)} ms`;
  } finally {
    server.close();
  }
}

/** A round's plan: 5,000 entries, 300 judges who know some of 24 fields, in 5 panels, and 20,000 conflicts. */
function madePlan(): PlanProblem {
  const random = seededRandom(11);
  const some = (count: number) => Math.floor(random() * count);
  const entries = Array.from({ length: 5000 }, (_, at) => ({
    id: `e${String(at).padStart(4, '0')}`,
    reviews: 3,
    pool: `pool ${at % 5}`,
    fieldId: `field ${some(24)}`,
  }));
  const judges = Array.from({ length: 300 }, (_, at) => ({
    id: `j${String(at).padStart(3, '0')}`,
    min: 30,
    max: 60,
    pool: `pool ${at % 5}`,
    fieldIds: [...new Set([some(24), some(24), some(24)])].sort().map((field) => `field ${field}`),
  }));
  const pairs = new Set(Array.from({ length: 20_000 }, () => `${some(5000)} ${some(300)}`));
  const conflicts = [...pairs].map((pair): PlanProblem['conflicts'][number] => {
    const [entry, judge] = pair.split(' ').map(Number) as [number, number];
    return [entries[entry]!.id, judges[judge]!.id, 'SAME_UNIT'];
  });
  return { entries, judges, conflicts, options: { mode: 'best-total', links: 0, seed: 1 } };
}

interface Sizes {
  readonly entries: number;
  readonly judges: number;
  /** How many judges each entry has an affinity for. */
  readonly candidates: number;
  /** Affinities are multiples of 1/levels; continuous without. */
  readonly levels?: number;
  readonly pools?: number;
  readonly mode?: AssignmentMode;
}

function madeProblem({ entries, judges, candidates, levels, pools = 1, mode }: Sizes): AssignmentProblem {
  const random = seededRandom(7);
  const affinity: [string, string, number][] = [];
  for (let entry = 0; entry < entries; entry++) {
    const chosen = new Set<number>();
    while (chosen.size < candidates) chosen.add(Math.floor(random() * judges));
    for (const judge of chosen) {
      const value = random();
      affinity.push([`e${entry}`, `j${judge}`, levels ? Math.round(value * levels) / levels : value]);
    }
  }
  const mean = (3 * entries) / judges;
  return {
    entries: Array.from({ length: entries }, (_, at) => ({ id: `e${at}`, reviews: 3, pool: `pool ${at % pools}` })),
    judges: Array.from({ length: judges }, (_, at) => ({
      id: `j${at}`,
      min: Math.floor(0.8 * mean),
      max: Math.ceil(1.1 * mean),
      pool: `pool ${at % pools}`,
    })),
    affinity,
    conflicts: [],
    links: pools > 1 ? 1 : 0,
    mode,
  };
}

/** Real bids: 1 yes, .5 maybe, .25 no or none, 0 conflict. */
function bids(mode: AssignmentMode): AssignmentProblem {
  const rows = readFileSync(aamas, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((row) => row.trim().split(/\s+/).map(Number));
  const pairs = rows.flatMap((row, paper) => row.map((bid, reviewer) => [`p${paper}`, `r${reviewer}`, bid] as const));
  return {
    entries: rows.map((_, paper) => ({ id: `p${paper}`, reviews: 3 })),
    judges: rows[0]!.map((_, reviewer) => ({ id: `r${reviewer}`, max: 12 })),
    affinity: pairs.filter(([, , bid]) => bid > 0),
    conflicts: pairs.filter(([, , bid]) => bid === 0).map(([paper, reviewer]) => [paper, reviewer]),
    mode,
  };
}
