/**
 * npm run bench -- assignment: how long `judging assign` takes, how much memory, and what it proves; and what a solve in its own thread
 * does to the site beside it (that alone: `npm run bench -- assignment beside`). Real bids (AAMAS 2015) are read from ../shared/data where they are; the rest is made up.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { buildSite } from '#app/commands/build-site.ts';
import { planInWorker } from '#app/domain/judging/assignment/assign-in-worker.server.ts';
import type { Assigned, AssignmentMode, AssignmentProblem } from '#app/domain/judging/assignment/problem.ts';
import type { PlanProblem } from '#app/domain/judging/assignment-plan.ts';
import { seededRandom } from '#app/domain/judging/random.ts';
import { paths } from '#app/paths.ts';
import { env } from '#app/platform/env.server.ts';
import { seedReference } from '#prisma/seed/seed.ts';
import type { Asked, Asking } from '#tests/support/asking.ts';
import { withEmptyBank } from '#tests/support/empty-bank.ts';
import { runCommand } from './command.ts';

const aamas = '../shared/data/aamas2015.in';

export default async function assignment([only]: string[] = []): Promise<void> {
  if (only === 'beside') {
    console.log(await besideSite(madePlan()));
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
  console.log(`\n${await besideSite(madePlan())}`);
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

/**
 * How long the built site takes to answer while nothing else is done, and while this very process solves an assignment in its thread: a page
 * that is kept, and one that is drawn anew for every request. Asking is done by a process of its own.
 */
async function besideSite(problem: PlanProblem): Promise<string> {
  process.env.NODE_ENV = 'production';
  const root = await buildSite();
  return withEmptyBank(async (dataDir) => {
    await seedReference();
    const { serveSite } = await import('#app/server.ts');
    const site = await serveSite({ env: { ...env(), DATA_DIR: dataDir, PORT: 0, LOG_LEVEL: 'warn' }, root });
    const port = Number(new URL(site.origin).port);
    const kinds = [
      ['kept', { path: paths.ideas(), rate: 50 }],
      ['drawn', { path: paths.signIn(), rate: 10 }],
    ] as const;
    try {
      for (const [, kind] of kinds) await ask({ ...kind, port, connections: 8, seconds: 2 });
      const lines: string[] = [];
      for (const [name, kind] of kinds) {
        const asking = { ...kind, port, connections: 8, seconds: 4 };
        const idle = await ask(asking);
        const from = performance.now();
        const solving = planInWorker(problem, { seconds: 120 }).then(() => (performance.now() - from) / 1000);
        const busy = await ask(asking);
        lines.push(
          `a ${name} page beside a 5,000 × 300 solve of ${(await solving).toFixed(1)} s: ` +
            `p95 ${busy.p95.toFixed(1)} ms, idle ${idle.p95.toFixed(1)} ms (${JSON.stringify(busy.statuses)})`,
        );
      }
      return lines.join('\n');
    } finally {
      await site.stop();
    }
  });
}

async function ask(asking: Asking): Promise<Asked> {
  const args = ['--import', 'tsx', path.resolve('tests/support/asking.ts'), JSON.stringify(asking)];
  return JSON.parse((await promisify(execFile)(process.execPath, args)).stdout);
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
    pools: [`pool ${at % 5}`],
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
