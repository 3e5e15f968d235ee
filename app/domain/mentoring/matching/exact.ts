/**
 * Scores as whole numbers in one unit, so that sums and comparisons are exact: 0.1 + 0.2 is 0.3 here, and no tie is broken by
 * noise. Each score counts as the decimal that its shortest text says.
 */
export type ExactScores = { units: bigint[]; toNumber: (sum: bigint) => number };

/** Throws RangeError for a number that is not finite. */
export function exactScores(scores: readonly number[]): ExactScores {
  const decimals = scores.map(decimalOf);
  const scale = Math.min(0, ...new Set(decimals.map(({ exponent }) => exponent)));
  return {
    units: decimals.map(({ digits, exponent }) => digits * 10n ** BigInt(exponent - scale)),
    toNumber: (sum) => Number(`${sum}e${scale}`),
  };
}

function decimalOf(score: number): { digits: bigint; exponent: number } {
  if (!Number.isFinite(score)) throw new RangeError('not a finite number');
  const [mantissa, power] = score.toExponential().split('e') as [string, string];
  const [whole, fraction = ''] = mantissa.split('.') as [string, string?];
  return { digits: BigInt(whole + fraction), exponent: Number(power) - fraction.length };
}

/** The few operations the search for paths needs, over plain numbers where they are exact and over bigints where not. */
export type Arithmetic<N> = {
  zero: N;
  plus: (a: N, b: N) => N;
  minus: (a: N, b: N) => N;
  less: (a: N, b: N) => boolean;
};

export const withNumbers: Arithmetic<number> = {
  zero: 0,
  plus: (a, b) => a + b,
  minus: (a, b) => a - b,
  less: (a, b) => a < b,
};

export const withBigInts: Arithmetic<bigint> = {
  zero: 0n,
  plus: (a, b) => a + b,
  minus: (a, b) => a - b,
  less: (a, b) => a < b,
};
