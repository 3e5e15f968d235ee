export type AssignmentMode = 'best-total' | 'fairest';

/** Who could read what. Ids are unique among entries and among judges; affinities lie in [0, 1]. */
export interface AssignmentProblem {
  readonly entries: readonly EntryToRead[];
  readonly judges: readonly JudgeWhoReads[];
  /** A pair that is not listed has affinity 0 and may still be used. */
  readonly affinity: readonly (readonly [entry: string, judge: string, affinity: number])[];
  /** Pairs that are never used, whatever their affinity. */
  readonly conflicts: readonly (readonly [entry: string, judge: string, why?: string])[];
  /** How many judges from another pool than its own every entry needs; from 1 on, the result is also connected. */
  readonly links?: number;
  /** Panels: an entry has as many judges from other pools as its links say and no more; everybody else who reads it reads for its pool. */
  readonly within?: boolean;
  readonly mode?: AssignmentMode;
  /** Chooses among equally good assignments. */
  readonly seed?: number;
}

export interface EntryToRead {
  readonly id: string;
  /** How many different judges read it, at least 1. */
  readonly reviews: number;
  readonly pool?: string;
  /** In the place of the problem's links. */
  readonly links?: number;
}

export interface JudgeWhoReads {
  readonly id: string;
  readonly min?: number;
  readonly max: number;
  readonly pool?: string;
  /** Further pools it reads for. */
  readonly pools?: readonly string[];
}

export interface Assigned {
  /** `feasible` when the time ran out before the optimum was proved. */
  readonly status: 'optimal' | 'feasible';
  /** Sum of the affinities over all pairs. */
  readonly total: number;
  /** The smallest sum of affinities of any entry; null without entries. */
  readonly worst: number | null;
  /**
   * What no assignment exceeds: `total` by the rules of the mode (in `fairest`, with this worst or a better one), `worst`
   * by any rules at all.
   */
  readonly bound: { readonly total: number; readonly worst: number | null };
  /** Whether every two entries are joined by a chain of judges. */
  readonly connected: boolean;
  /** By entry id, then judge id. */
  readonly pairs: readonly (readonly [entry: string, judge: string])[];
  /** Number of entries of every judge. */
  readonly loads: Readonly<Record<string, number>>;
}

export interface NotAssigned {
  readonly status: 'infeasible';
  readonly shortages: readonly Shortage[];
}

export type ShortageKind = 'entry-short' | 'capacity' | 'group-short' | 'min-unreachable' | 'links' | 'connectivity';

/**
 * Why nothing satisfies every rule. `entries` and `judges` are irreducible: without any one of its entries (or, where no
 * entries are named, of its judges) this shortage would be gone.
 */
export interface Shortage {
  readonly kind: ShortageKind;
  readonly entries: readonly string[];
  readonly judges: readonly string[];
  readonly needed: number;
  readonly available: number;
  /** For `connectivity`: whether it is proved that no assignment connects, or none was found in the time given. */
  readonly unproved?: boolean;
}
