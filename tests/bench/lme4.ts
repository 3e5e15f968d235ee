/**
 * npm run bench -- lme4 [--write]: fits the designs of the tests with R's lme4 (Debian: r-cran-lme4) and says how far our numbers are
 * from its own. With --write, keeps its numbers for the tests, which need no R.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rank } from '#app/domain/judging/ranking/rank.ts';
import { designs, madeMarks } from '#tests/domain/judging/ranking/designs.ts';
import { furthestFrom, type Lme4Fit } from '#tests/domain/judging/ranking/lme4-fit.ts';

const script = `
suppressMessages(library(lme4))
marks <- read.csv('marks.csv')
tight <- lmerControl(optCtrl = list(xtol_abs = 1e-10, ftol_abs = 1e-12))
out <- list()
for (design in unique(marks$design)) {
  m <- suppressMessages(lmer(score ~ 1 + (1|entry) + (1|judge), marks[marks$design == design, ], control = tight))
  v <- as.data.frame(VarCorr(m))
  effects <- ranef(m, condVar = TRUE)
  side <- function(of) data.frame(design = design, of = of, id = rownames(effects[[of]]), value = effects[[of]][, 1],
                                  se = sqrt(as.vector(attr(effects[[of]], 'postVar'))))
  out[[length(out) + 1]] <- rbind(side('entry'), side('judge'),
    data.frame(design = design, of = 'fit', id = c('mu', v$grp), value = c(fixef(m), v$vcov), se = 0))
}
write.csv(do.call(rbind, out), 'fits.csv', row.names = FALSE, quote = FALSE)
`;

export default function lme4(args: string[]): void {
  const fits = fitWithR();
  for (const [name, made] of Object.entries(designs)) {
    const fit = fits[name]!;
    console.log(`${name}: at most ${furthestFrom(rank(madeMarks(made)), fit).toExponential(1)} marks from lme4`);
  }
  if (!args.includes('--write')) return;
  const file = new URL('../domain/judging/ranking/lme4-fits.json', import.meta.url);
  writeFileSync(file, `${JSON.stringify(fits, null, 1)}\n`);
}

function fitWithR(): Record<string, Lme4Fit> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lme4-'));
  try {
    const rows = Object.entries(designs).flatMap(([name, made]) =>
      madeMarks(made).map(({ entry, judge, score }) => `${name.replaceAll(',', ';')},${entry},${judge},${score}`),
    );
    writeFileSync(path.join(folder, 'marks.csv'), `${['design,entry,judge,score', ...rows].join('\n')}\n`);
    execFileSync('Rscript', ['-e', script], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
    const lines = readFileSync(path.join(folder, 'fits.csv'), 'utf8').trim().split('\n').slice(1);
    const fits: Record<string, Lme4Fit> = {};
    for (const line of lines) {
      const [design, of, id, value, se] = line.split(',') as [
        string,
        'entry' | 'judge' | 'fit',
        string,
        string,
        string,
      ];
      const name = Object.keys(designs).find((one) => one.replaceAll(',', ';') === design)!;
      fits[name] ??= { mu: 0, variance: { entry: 0, judge: 0, residual: 0 }, entry: {}, judge: {} };
      const fit = fits[name];
      if (of !== 'fit') fit[of][id] = [Number(Number(value).toFixed(6)), Number(Number(se).toFixed(6))];
      else if (id === 'mu') fit.mu = Number(value);
      else fit.variance[id.toLowerCase() as keyof Lme4Fit['variance']] = Number(value);
    }
    return fits;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
