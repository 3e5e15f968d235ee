/**
 * npm run bench -- severity [SEEDS]: what adjusting for severity is worth. Judges differ in severity and in how far they spread their marks;
 * entries are read by a few of them; rankings by raw mean, by mean of marks standardised within each judge, and by adjusted mark are held
 * against the truth (Spearman's correlation, mean over seeds), and 90 % rank intervals against the true ranks. Then how much more of the true
 * first twenty is found by the further readings that are proposed, and by as many at random.
 */
import { type Panel, panels, simulated, simulatedFurther } from '#tests/support/severity-simulation.ts';

export default function severity([seeds = '200']: string[] = []): void {
  const each = <One>(work: (seed: number) => One) => Array.from({ length: Number(seeds) }, (_, seed) => work(seed + 1));
  const mean = <One>(all: readonly One[], of: (one: One) => number, digits = 3) =>
    (all.reduce((sum, one) => sum + of(one), 0) / all.length).toFixed(digits);
  console.log(`mean over ${seeds} seeds`);
  console.log('| design | raw | standardised | adjusted | 90 % intervals cover | comparable |');
  console.log('| --- | ---: | ---: | ---: | ---: | --- |');
  for (const [name, panel] of Object.entries<Panel>(panels)) {
    const found = each((seed) => simulated(panel, seed));
    const correlations = [
      mean(found, ({ raw }) => raw),
      mean(found, (one) => one.standardised),
      mean(found, (one) => one.adjusted),
    ];
    const comparable = found.every((one) => one.comparable) ? 'yes' : 'no';
    console.log(`| ${[name, ...correlations, mean(found, ({ covered }) => covered), comparable].join(' | ')} |`);
  }
  console.log(
    '\n| the first 20 of the truth among the first 20 | readings | as read | further, proposed | further, at random |',
  );
  console.log('| --- | ---: | ---: | ---: | ---: |');
  for (const [name, panel] of Object.entries<Panel>(panels)) {
    if (panel.pools !== undefined && panel.links === undefined) continue;
    const found = each((seed) => simulatedFurther(panel, seed, 20));
    const shares = [
      mean(found, ({ before }) => before),
      mean(found, (one) => one.proposed),
      mean(found, (one) => one.random),
    ];
    console.log(`| ${[name, mean(found, ({ readings }) => readings, 0), ...shares].join(' | ')} |`);
  }
}
