import { aspectsOf, type MentoringAspect } from './aspect.ts';

/** How a team did on one criterion, both on 0–100 of its range. */
export type CriterionResult = { name: string; own: number; field: number };

/** What stands in a request: a criterion on which the team did worse than the others, and what it asks for. */
export type WeakCriterion = CriterionResult & { aspects: MentoringAspect[] };

const most = 3;

/**
 * Where help is needed most: criteria on which the team's mean lies below that of its division, the widest gap first, at most
 * three; where it lies below on none, its lowest one.
 */
export function weakCriteria(results: readonly CriterionResult[]): WeakCriterion[] {
  const byGap = results.toSorted((a, b) => a.own - a.field - (b.own - b.field) || (a.name < b.name ? -1 : 1));
  const below = byGap.filter(({ own, field }) => own < field).slice(0, most);
  const lowest = results.toSorted((a, b) => a.own - b.own || (a.name < b.name ? -1 : 1)).slice(0, 1);
  return (below.length > 0 ? below : lowest).map((one) => ({ ...one, aspects: aspectsOf(one.name) }));
}
