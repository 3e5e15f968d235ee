/**
 * npm run bench -- matching: 300 teams and 60 mentors through `mentoring match`, its start and reading included, twice, beside what an outside solver
 * proves that no matching exceeds.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Match } from '#app/domain/mentoring/matching/match-mentors.ts';
import { largeMatchings, matchingBounds } from '#tests/support/made-matchings.ts';
import { runCommand } from './command.ts';

export default async function matching(): Promise<void> {
  console.log('npm run -s mentoring -- match, 300 teams × 60 mentors, start and reading included');
  console.log('| scores | seconds | processor s | peak MiB | served | bound | total | bound | twice the same |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |');
  const folder = mkdtempSync(path.join(tmpdir(), 'matching-'));
  try {
    for (const [name, made] of Object.entries(largeMatchings)) {
      const problem = made();
      const file = path.join(folder, `${name}.json`);
      writeFileSync(file, JSON.stringify(problem));
      const [one, again] = [await run(file), await run(file)];
      const { served, total } = one.answer as Match;
      const bound = await matchingBounds(problem);
      const same = JSON.stringify(one.answer) === JSON.stringify(again.answer) ? 'yes' : 'no';
      const cost = [one.seconds.toFixed(1), one.processorSeconds.toFixed(1), one.peakMiB.toFixed(0)];
      console.log(
        `| ${[name, ...cost, served, bound.served.toFixed(0), total, bound.total.toFixed(6), same].join(' | ')} |`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const run = (file: string) => runCommand('app/commands/mentoring.ts', ['match', file]);
