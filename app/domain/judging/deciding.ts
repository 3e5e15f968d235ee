import type { TieBreak } from '#app/domain/contests/contest-rules.ts';
import { publishedMark } from './scoring.ts';
import { type PassReason, type PassRule, passing } from './standings.ts';

/** What deciding looks at of an entry's standing. */
export interface Decidable {
  readonly entry: string;
  readonly division: string;
  readonly component: number;
  readonly rank: number;
  readonly mean: number;
  readonly adjusted: number | null;
  readonly median: number;
  readonly sd: number | null;
  /** Mean mark of each criterion, in the order of the rubric. */
  readonly criteria: readonly number[];
  /** Some criterion is at its least on a sheet that counts. */
  readonly zeroed: boolean;
}

export interface AwardRule {
  readonly from: number | null;
  readonly places: number | null;
}

/** What the chair sets for one panel of a division whose panels cannot be compared. */
export interface PanelQuota {
  readonly division: string;
  readonly component: number;
  readonly top: number | null;
  /** One for each award of the rules. */
  readonly places: readonly (number | null)[];
}

export interface Override {
  readonly entry: string;
  readonly passed: boolean;
  readonly award: number | null;
}

export interface DecidingBy {
  /** Null where the rules set no condition: everyone passes. */
  readonly pass: PassRule | null;
  readonly thresholds: 'RAW' | 'ADJUSTED';
  readonly ties: readonly TieBreak[];
  /** Best first; empty in every round but the last. */
  readonly awards: readonly AwardRule[];
  /** Divisions that give other numbers of these awards: one for each award. */
  readonly places?: readonly { readonly division: string; readonly places: readonly (number | null)[] }[];
  readonly quotas: readonly PanelQuota[];
  readonly overrides: readonly Override[];
  /** Ngoài giải: entries that are ranked and shown, and take no place and no award. */
  readonly outside?: readonly string[];
}

/** Why an entry has no award, or a lower one than its mark reaches. */
export type AwardReason = 'not-passed' | 'below-mark' | 'places-taken';

export interface Decided {
  readonly entry: string;
  readonly division: string;
  readonly component: number;
  /** Within division and component, ties broken. */
  readonly place: number;
  /** What set it apart from others of its mark; `shared` where nothing did; null where nobody has its mark. */
  readonly tie: TieBreak | 'shared' | null;
  readonly because: readonly PassReason[];
  readonly rulePassed: boolean;
  readonly passed: boolean;
  /** Place of the award in the rules, from 1. */
  readonly ruleAward: number | null;
  readonly award: number | null;
  readonly awardBecause: AwardReason | null;
  readonly overridden: boolean;
}

/**
 * Applies the frozen rules to a ranked round: who passes and why not, who is given which award, and where the chair decided
 * otherwise; both are kept. Marks are compared as they are published (to 0.01). Entries that nothing sets apart share a
 * place, and what the place brings: all of them pass, all of them are awarded. A place taken from an entry by the chair
 * stays empty until the chair gives it to another. Entries outside the competition keep the place their marks give them; whether others
 * pass, and what they are awarded, is decided as if those were not there. The order of `standings` changes nothing.
 */
export function decideRound(standings: readonly Decidable[], by: DecidingBy): Decided[] {
  const groups = new Map<string, Decidable[]>();
  for (const standing of standings) {
    const key = JSON.stringify([standing.division, standing.component]);
    groups.set(key, [...(groups.get(key) ?? []), standing]);
  }
  const overrides = new Map(by.overrides.map((one) => [one.entry, one]));
  return [...groups.values()]
    .flatMap((group) => decideGroup(group, by, overrides))
    .sort(
      (a, b) =>
        order(a.division, b.division) || a.component - b.component || a.place - b.place || order(a.entry, b.entry),
    );
}

function decideGroup(group: readonly Decidable[], by: DecidingBy, overrides: ReadonlyMap<string, Override>): Decided[] {
  const { division, component } = group[0]!;
  const quota = by.quotas.find((one) => one.division === division && one.component === component);
  const rule = by.pass ?? { top: null, minMean: null, noZero: false };
  const placed = brokenTies(group, by.ties);
  const thresholdMark = ({ mean, adjusted }: Decidable) =>
    by.thresholds === 'ADJUSTED' && adjusted !== null ? adjusted : mean;
  const outside = new Set(by.outside ?? []);
  const competing = placed.filter(({ standing }) => !outside.has(standing.entry));
  const passes = new Map(
    passing(
      quota === undefined ? rule : { ...rule, top: quota.top },
      competing.map(({ standing, place }) => ({
        entry: standing.entry,
        rank: 1 + competing.filter((other) => other.place < place).length,
        mean: thresholdMark(standing),
      })),
      (entry) => group.some((one) => one.entry === entry && one.zeroed),
    ).map((one) => [one.entry, one]),
  );
  for (const { standing } of placed) {
    if (!outside.has(standing.entry)) continue;
    const noPlaces = by.pass === null && by.awards.length === 0;
    passes.set(standing.entry, { entry: standing.entry, passed: noPlaces, because: noPlaces ? [] : ['outside'] });
  }
  const own = by.places?.find((one) => one.division === division)?.places;
  const left = by.awards.map(({ places }, at) =>
    quota !== undefined ? (quota.places[at] ?? null) : own === undefined ? places : (own[at] ?? null),
  );
  const awarded = new Map<string, { award: number | null; why: AwardReason | null }>();
  // Those who share a place are served together, so that none of them is first by chance.
  for (const place of [...new Set(placed.map((one) => one.place))].sort((a, b) => a - b)) {
    const sharers = placed.filter((one) => one.place === place);
    const taken = new Map<number, number>();
    for (const { standing } of sharers) {
      const { entry } = standing;
      if (outside.has(entry)) {
        awarded.set(entry, { award: null, why: null });
        continue;
      }
      if (!passes.get(entry)!.passed) {
        awarded.set(entry, { award: null, why: by.awards.length === 0 ? null : 'not-passed' });
        continue;
      }
      const mark = publishedMark(thresholdMark(standing));
      const reached = by.awards.findIndex(({ from }) => from === null || mark >= from);
      const at = by.awards.findIndex(({ from }, index) => (from === null || mark >= from) && left[index] !== 0);
      if (at !== -1) taken.set(at, (taken.get(at) ?? 0) + 1);
      awarded.set(entry, {
        award: at === -1 ? null : at + 1,
        why: at === reached ? (at === -1 && by.awards.length > 0 ? 'below-mark' : null) : 'places-taken',
      });
    }
    for (const [at, count] of taken) if (left[at] !== null) left[at] = Math.max(0, left[at]! - count);
  }
  return placed.map(({ standing: { entry }, place, tie }): Decided => {
    const { passed: rulePassed, because } = passes.get(entry)!;
    const { award: ruleAward, why } = awarded.get(entry)!;
    const override = outside.has(entry) ? undefined : overrides.get(entry);
    return {
      entry,
      division,
      component,
      place,
      tie,
      because,
      rulePassed,
      passed: override?.passed ?? rulePassed,
      ruleAward,
      award: override === undefined ? ruleAward : override.award,
      awardBecause: why,
      overridden: override !== undefined,
    };
  });
}

function brokenTies(
  group: readonly Decidable[],
  ties: readonly TieBreak[],
): { standing: Decidable; place: number; tie: Decided['tie'] }[] {
  const first = (a: Decidable, b: Decidable): { sign: number; by: TieBreak | null } => {
    if (a.rank !== b.rank) return { sign: a.rank - b.rank, by: null };
    for (const by of ties) {
      const sign = tieValue(b, by) - tieValue(a, by);
      if (sign !== 0) return { sign, by };
    }
    return { sign: 0, by: null };
  };
  return group.map((standing) => {
    const equals = group.filter((other) => other.rank === standing.rank && other.entry !== standing.entry);
    const compared = equals.map((other) => first(standing, other));
    const worse = compared.filter(({ sign }) => sign > 0).length;
    // The last thing that had to be looked at tells how the tie was broken.
    const looked = compared.reduce((most, { by }) => Math.max(most, by === null ? -1 : ties.indexOf(by)), -1);
    const shared = compared.some(({ sign }) => sign === 0);
    return {
      standing,
      place: standing.rank + worse,
      tie: equals.length === 0 ? null : shared ? 'shared' : ties[looked]!,
    };
  });
}

/** Higher goes first. What an entry has not (a spread of one sheet, a criterion its rubric has not) goes last. */
function tieValue(standing: Decidable, by: TieBreak): number {
  const value =
    by === 'mean'
      ? standing.mean
      : by === 'adjusted'
        ? standing.adjusted
        : by === 'median'
          ? standing.median
          : by === 'spread'
            ? standing.sd === null
              ? null
              : -standing.sd
            : standing.criteria[Number(by.slice('criterion-'.length)) - 1];
  return value == null ? Number.MIN_SAFE_INTEGER : publishedMark(value);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
