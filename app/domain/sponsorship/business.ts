const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/**
 * A Vietnamese tax code (mã số thuế) as it is kept: ten figures, or thirteen for a branch, "0101245486-001". Null where it is
 * none: the tenth figure is 10 less the weighted sum of the nine before it, modulo 11.
 */
export function readTaxCode(typed: string): string | null {
  const match = /^(\d{10})(?:-?(\d{3}))?$/.exec(typed.replaceAll(/[\s.]/g, ''));
  if (match === null) return null;
  const [, main = '', branch] = match;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(main[index]), 0);
  if (10 - (sum % 11) !== Number(main[9]) || branch === '000') return null;
  return branch === undefined ? main : `${main}-${branch}`;
}

/** The youngest who may act for a business. */
export const ageToRepresent = 18;
