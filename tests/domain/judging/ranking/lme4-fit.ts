import type { Ranking } from '#app/domain/judging/ranking/rank.ts';

/** What R's lme4 says of a design: effects and their conditional standard deviations by id. */
export interface Lme4Fit {
  mu: number;
  variance: { entry: number; judge: number; residual: number };
  entry: Record<string, [effect: number, se: number]>;
  judge: Record<string, [effect: number, se: number]>;
}

/** The largest difference between a ranking and lme4's fit, in marks: over μ, effects, standard errors and deviations. */
export function furthestFrom(ranking: Ranking, fit: Lme4Fit): number {
  const differences = [ranking.mu! - fit.mu];
  for (const of of ['entry', 'judge', 'residual'] as const) {
    differences.push(Math.sqrt(ranking.variance![of]) - Math.sqrt(fit.variance[of]));
  }
  for (const { id, adjusted, se } of ranking.entries) {
    differences.push(adjusted! - fit.mu - fit.entry[id]![0], se! - fit.entry[id]![1]);
  }
  for (const { id, leniency, se } of ranking.judges) {
    differences.push(leniency! - fit.judge[id]![0], se! - fit.judge[id]![1]);
  }
  return Math.max(...differences.map(Math.abs));
}
