import type { TieBreak } from '#app/domain/contests/contest-rules.ts';
import type { ShortageKind } from '#app/domain/judging/assignment/problem.ts';
import type { PanelStanding } from '#app/domain/judging/panels.ts';

/** What a contest is played by: everything that decides, who would read, and what is assumed of entries and judges. No names. */
export interface RehearsalProblem {
  readonly seed: number;
  readonly plays: number;
  readonly divisions: readonly RehearsedDivision[];
  readonly judges: readonly RehearsedJudge[];
  /** In their order, at least one. */
  readonly rounds: readonly RehearsedRound[];
  readonly thresholds: 'RAW' | 'ADJUSTED';
  readonly ties: readonly TieBreak[];
  /** Best first. */
  readonly awards: readonly { readonly from: number | null; readonly places: number | null }[];
  /** Two sheets of an entry that differ by more call for a third reader. */
  readonly gap: number | null;
  readonly model: RehearsalModel;
}

/** How marks come about, on 0–100: mean of all, and the standard deviations of entries, judges and the rest. */
export interface RehearsalModel {
  readonly mean: number;
  readonly entry: number;
  readonly judge: number;
  readonly residual: number;
}

export interface RehearsedDivision {
  readonly slug: string;
  readonly entries: readonly RehearsedEntry[];
  /** One for each award; null for no limit. */
  readonly places: readonly (number | null)[];
  readonly upwards: number | null;
}

export interface RehearsedEntry {
  readonly id: string;
  /** Its mark of last year; null for one that is drawn anew in every play. */
  readonly quality: number | null;
  readonly pool: string | null;
  readonly fieldId: string | null;
  /** Length of its text. */
  readonly characters: number;
}

export interface RehearsedJudge {
  readonly id: string;
  readonly min: number;
  readonly max: number;
  /** None for any. */
  readonly pools: readonly string[];
  readonly fieldIds: readonly string[];
}

export interface RehearsedRound {
  readonly number: number;
  readonly reviewsPerEntry: number;
  readonly method: 'RAW' | 'ADJUSTED';
  readonly pass: { readonly top: number | null; readonly minMean: number | null; readonly noZero: boolean } | null;
  /** Criteria by the division's slug. */
  readonly criteria: Readonly<
    Record<
      string,
      readonly { readonly weight: number; readonly min: number; readonly max: number; readonly step: number }[]
    >
  >;
  /** From the beginning of judging to its deadline. */
  readonly days: number;
  /** Where entries are read within panels alone. */
  readonly parted?: {
    readonly panels: readonly { readonly key: string; readonly name: string }[];
    /** Of each entry; an entry that is missing belongs to none. */
    readonly panelOf: Readonly<Record<string, string>>;
    /** The panels of this round that each judge reads for; none for any. */
    readonly seats: Readonly<Record<string, readonly string[]>>;
  };
}

/** The least, the most and the mean over all plays. */
export interface Spread {
  readonly least: number;
  readonly most: number;
  readonly mean: number;
}

export interface RehearsalReport {
  readonly plays: number;
  readonly rounds: readonly RoundReport[];
  readonly divisions: readonly DivisionReport[];
}

export interface RoundReport {
  readonly number: number;
  /** Entries that come into it. */
  readonly entries: Spread;
  /** Of the first play: who reads how much by the solver, or why nobody can. Null where nobody comes so far. */
  readonly assigned:
    | {
        readonly status: 'optimal' | 'feasible';
        readonly connected: boolean;
        readonly loads: readonly { readonly judge: string; readonly sheets: number; readonly minutes: number }[];
      }
    | {
        readonly status: 'infeasible';
        readonly shortages: readonly {
          readonly kind: ShortageKind;
          readonly entries: number;
          readonly judges: readonly string[];
          readonly needed: number;
          readonly available: number;
        }[];
      }
    | null;
  /** Plays in which a division's entries could not be held against one another. */
  readonly notComparable: number;
  /** Plays in which the rules wanted adjusted marks and no model could be fitted. */
  readonly noModel: number;
  /** Entries that called for a third reader. */
  readonly thirdReaders: Spread;
  /** Of the first play, where entries are parted: panels with too few judges or too little room, and how many entries belong to none. */
  readonly panels?: {
    readonly short: readonly PanelStanding[];
    readonly apart: number;
  };
  readonly divisions: readonly {
    readonly slug: string;
    readonly entries: Spread;
    readonly passed: Spread;
    /** Plays in which more went on than the rules say, since the last of them were equal, and by how many at most. */
    readonly tied: number;
    readonly mostOver: number;
    /** Plays in which fewer went on than the rules say, and in which nobody did. */
    readonly short: number;
    readonly nobody: number;
    /** Kept back by a criterion at its least alone. */
    readonly zeroed: Spread;
    /** Whose interval of ranks crosses the cut. */
    readonly tooClose: Spread;
  }[];
}

export interface DivisionReport {
  readonly slug: string;
  readonly entries: number;
  readonly awards: readonly {
    readonly given: Spread;
    /** Plays in which nobody got it. */
    readonly none: number;
    /** Plays in which more got it than there are places, being equal. */
    readonly over: number;
  }[];
  /** Plays in which fewer stood in the end than the division may send upwards. */
  readonly upwardsShort: number;
  /** Plays in which the best entry (by what it truly is worth) came first; null where nobody entered. */
  readonly bestFirst: number | null;
}
