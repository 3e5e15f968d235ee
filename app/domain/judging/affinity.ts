/** How much each part counts towards how well a judge fits an entry. */
const weight = { field: 0.6, pool: 0.4 };

/**
 * How well a judge fits an entry, in [0, 1]: 0.6 for the field and 0.4 for the panel.
 * Field: 1 where the judge named the idea's field, 0.5 where the judge named none or the idea has none, else 0.
 * Panel: 1 where the judge reads for the entry's or either names none, else 0.
 * A simple rule on purpose: an organiser can recompute it by hand.
 */
export function affinityOf(
  judge: { fieldIds: readonly string[]; pools: readonly string[] },
  entry: { fieldId: string | null; pool: string | null },
): number {
  const field =
    judge.fieldIds.length === 0 || entry.fieldId === null ? 0.5 : judge.fieldIds.includes(entry.fieldId) ? 1 : 0;
  const pool = judge.pools.length === 0 || entry.pool === null || judge.pools.includes(entry.pool) ? 1 : 0;
  return Math.round((weight.field * field + weight.pool * pool) * 1000) / 1000;
}
