/** What is known of an entry among those it is ranked with. */
export interface Placed {
  readonly id: string;
  readonly adjusted: number;
  readonly se: number;
  readonly rankLow: number;
  readonly rankHigh: number;
}

export interface FurtherReading {
  readonly id: string;
  readonly readings: number;
  /** Whether so many would settle on which side of the cut it is, as likely as the rank intervals are. */
  readonly settles: boolean;
}

/** The standard normal beyond which 5 % lie: the intervals have 90 %. */
const TWENTIETH = 1.6448536269514722;

/**
 * The fewest further readings that would tell on which side of the cut the entries too close to call are, if further marks are like
 * those seen so far.
 *
 * An entry's effect has the conditional standard deviation `se`; a reading by a judge whose leniency is known to within `judgeError`
 * adds 1 / (residual + judgeError²) to its information. It is settled when its adjusted mark lies 1.645 standard deviations from the
 * cut, midway between the last entry in and the first one out.
 *
 * @param entries all that are ranked together
 * @param cut how many places there are
 * @param residual σ², the variance of a mark about what entry and judge explain
 * @param judgeError typical conditional standard deviation of a judge's leniency
 * @param most readings proposed for one entry at most
 * @returns by falling information gained for the first reading, then id; empty where nothing is too close
 */
export function furtherReadings(
  entries: readonly Placed[],
  { cut, residual, judgeError, most = 4 }: { cut: number; residual: number; judgeError: number; most?: number },
): FurtherReading[] {
  const falling = [...entries].sort((a, b) => b.adjusted - a.adjusted);
  const [lastIn, firstOut] = [falling[cut - 1], falling[cut]];
  if (lastIn === undefined || firstOut === undefined) return [];
  const edge = (lastIn.adjusted + firstOut.adjusted) / 2;
  const noise = residual + judgeError ** 2;
  return entries
    .filter(({ rankLow, rankHigh }) => rankLow <= cut && cut < rankHigh)
    .map(({ id, adjusted, se }) => {
      const wanted = Math.max(1, Math.ceil(readingsWanted({ distance: Math.abs(adjusted - edge), se, noise })));
      return {
        id,
        readings: Math.min(wanted, most),
        settles: wanted <= most,
        worth: worth({ adjusted, se, edge, noise }),
      };
    })
    .sort((a, b) => b.worth - a.worth || (a.id < b.id ? -1 : 1))
    .map(({ worth: _, ...one }) => one);
}

function readingsWanted({ distance, se, noise }: { distance: number; se: number; noise: number }): number {
  if (distance === 0) return Number.POSITIVE_INFINITY;
  return noise * ((TWENTIETH / distance) ** 2 - 1 / se ** 2);
}

/** What one more reading is expected to save, in marks: the mean of what the entry would move beyond the cut. */
function worth({ adjusted, se, edge, noise }: { adjusted: number; se: number; edge: number; noise: number }): number {
  const moves = Math.sqrt(se ** 2 - 1 / (1 / se ** 2 + 1 / noise));
  const z = Math.abs(adjusted - edge) / moves;
  return moves * (Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI) - z * upperTail(z));
}

/** 1 − Φ(z) for z ≥ 0, to 7.5e-8: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17. */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI)) * series;
}
