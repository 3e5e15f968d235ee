import { canonicalJson } from '#app/domain/canonical-json.ts';
import type { TieBreak } from '#app/domain/contests/contest-rules.ts';
import { decidingRulesOf } from '#app/domain/contests/deciding-rules.ts';
import { isOnStep } from '#app/domain/contests/rubric.ts';
import {
  type DecidingRules,
  type RecordBody,
  type RecordedStanding,
  type RecordKind,
  recordBodies,
} from '#app/domain/history/record/record-body.ts';
import { type AwardRule, type Decidable, type Decided, decideRound } from '#app/domain/judging/deciding.ts';
import { placesByPublishedMark, publishedMark, sheetTotal } from '#app/domain/judging/scoring.ts';
import { criteriaOf, type EntryStanding, roundStandings, type SheetTotal } from '#app/domain/judging/standings.ts';
import { hashOfJson } from '#app/domain/sha256.ts';
import type { BundledRecord } from './bundle.ts';

/** A record that does not follow from those before it. */
export class Contradiction extends Error {
  constructor(
    readonly record: number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Walks through a chain and insists that every record is possible after those before it, and that rankings and passes are what
 * rules and ballots give. Where records are withheld, what can be seen is held against itself. Bodies must be of their kinds.
 * Throws Contradiction.
 */
export async function replay(records: readonly BundledRecord[]): Promise<void> {
  const walk = new Walk(records.at(-1)!.n === records.length);
  for (const record of records) await walk.take(record);
}

type Criteria = DecidingRules['rounds'][number]['rubrics'][number]['criteria'];
type Ballot = { entry: string; judge: string; marks: readonly number[] };
type Round = {
  number: number;
  rules: DecidingRules['rounds'][number];
  /** `entry judge` of every pair that stands. */
  pairs: Set<string>;
  /** By `entry judge reading`. */
  ballots: Map<string, Ballot>;
  /** Handed in, and given back to the judge since. */
  reopened: Set<string>;
  closed: boolean;
  ranked: RecordBody<'round-ranked'> | null;
  /** What the ballots say beside marks and ranks, by entry; empty where ballots are withheld. */
  counted: Map<string, Counted>;
  decided: readonly Decided[] | null;
  awarded: boolean;
  published: boolean;
};
type Counted = Pick<Decidable, 'median' | 'sd' | 'criteria' | 'zeroed'>;

class Walk {
  private n = 0;
  private rules: DecidingRules | null = null;
  private readonly entries = new Map<string, { division: string; withdrawn: boolean }>();
  private readonly outside = new Set<string>();
  private readonly rounds = new Map<number, Round>();

  constructor(private readonly whole: boolean) {}

  async take(record: BundledRecord): Promise<void> {
    this.n = record.n;
    const kind = record.kind as RecordKind;
    if (this.whole && this.n === 1)
      this.insist(kind === 'contest-opened', 'a record begins with the opening of its contest');
    if (kind === 'rules-frozen') {
      await this.freeze(record);
    } else if (kind === 'contest-opened') {
      this.insist(this.n === 1, 'a contest opens once');
    } else {
      this.insist(this.rules !== null, 'comes before any rules');
      const take = this.takers[kind] as (body: unknown) => void;
      take(recordBodies[kind].parse(record.body));
    }
  }

  private readonly takers: {
    [Kind in Exclude<RecordKind, 'contest-opened' | 'rules-frozen'>]: (body: RecordBody<Kind>) => void;
  } = {
    'entry-made': ({ entry, division }) => {
      this.insist(!this.entries.has(entry), 'the entry was made before');
      this.place(entry, division);
    },
    'entry-changed': ({ entry, division }) => {
      this.insist(this.stands(entry), `no entry ${entry} stands`);
      this.place(entry, division);
    },
    'entry-withdrawn': ({ entry }) => {
      this.insist(this.stands(entry), `no entry ${entry} stands`);
      this.entries.get(entry)!.withdrawn = true;
    },
    'entry-outside': ({ entry, outside }) => {
      this.insist(this.stands(entry), `no entry ${entry} stands`);
      this.insist(this.outside.has(entry) !== outside, 'nothing changes');
      if (outside) this.outside.add(entry);
      else this.outside.delete(entry);
    },
    assigned: ({ round, added, removed }) => {
      const { pairs } = this.round(round);
      for (const [entry, judge] of removed)
        this.insist(pairs.delete(`${entry} ${judge}`), `${judge} did not read ${entry}`);
      for (const [entry, judge] of added) {
        this.insist(this.stands(entry), `no entry ${entry} stands`);
        this.insist(!pairs.has(`${entry} ${judge}`), `${judge} reads ${entry} already`);
        pairs.add(`${entry} ${judge}`);
      }
    },
    recused: ({ round, entry, judge }) => {
      this.insist(this.round(round).pairs.delete(`${entry} ${judge}`), `${judge} did not read ${entry}`);
    },
    ballot: ({ round: number, entry, judge, reading, marks }) => {
      const round = this.round(number);
      const key = `${entry} ${judge} ${reading}`;
      this.insist(this.stands(entry), `no entry ${entry} stands`);
      this.insist(round.pairs.has(`${entry} ${judge}`), `${judge} was not given ${entry} to read`);
      this.insist(!round.ballots.has(key), 'handed in twice');
      this.insist(!round.closed || round.reopened.has(key), 'handed in after the round was closed');
      const criteria = this.criteriaFor(round, entry);
      this.insist(criteria.length === marks.length, 'marks: not one for each criterion');
      for (const [at, criterion] of criteria.entries()) {
        this.insist(isOnStep(criterion, marks[at]!), `marks.${at}: not a mark the rubric allows`);
      }
      round.ballots.set(key, { entry, judge, marks });
    },
    'ballot-reopened': ({ round: number, entry, judge, reading }) => {
      const round = this.round(number);
      const key = `${entry} ${judge} ${reading}`;
      this.insist(round.ballots.delete(key), 'no such ballot was handed in');
      round.reopened.add(key);
    },
    'round-closed': ({ round: number, missing }) => {
      const round = this.round(number);
      this.insist(!round.closed, 'the round was closed before');
      round.closed = true;
      const handedIn = new Set([...round.ballots.values()].map(({ entry, judge }) => `${entry} ${judge}`));
      const open = [...round.pairs].filter((pair) => this.stands(pair.split(' ')[0]!) && !handedIn.has(pair));
      const said = missing.map((pair) => pair.join(' '));
      this.insist(
        canonicalJson(said.sort()) === canonicalJson(open.sort()),
        'missing: not the sheets that are missing',
      );
    },
    'round-reopened': ({ round: number }) => {
      const round = this.round(number);
      this.insist(round.closed, 'the round was not closed');
      this.insist(!round.published, 'the results were published before');
      round.closed = false;
    },
    'round-ranked': (ranked) => {
      const round = this.round(ranked.round);
      this.insist(ranked.method === round.rules.method, 'method: not the one the rules froze');
      const codes = new Set(ranked.standings.map(({ entry }) => entry));
      this.insist(codes.size === ranked.standings.length, 'standings: an entry stands twice');
      if (this.whole) this.recount(round, ranked);
      this.checkPlaces(ranked);
      round.ranked = ranked;
    },
    'round-decided': (decided) => this.decide(this.round(decided.round), decided),
    'round-awarded': (awarded) => this.award(this.round(awarded.round), awarded),
    'round-published': ({ round: number }) => {
      const round = this.round(number);
      this.insist(round.ranked !== null, 'published before it was ranked');
      this.insist(round.rules.pass === null || round.decided !== null, 'published before it was decided who passes');
      this.insist(
        this.awardRules(round).length === 0 || round.awarded,
        'published before it was decided who is awarded',
      );
      round.published = true;
    },
    'appeal-decided': ({ round: number, entry, passed, award }) => {
      const round = this.round(number);
      const own = round.decided?.find((one) => one.entry === entry);
      const outside = own?.because.includes('outside');
      this.insist(!outside || (!passed && award === null), `${entry} is outside the competition`);
      this.insist(round.published, 'an appeal before the results were published');
      this.insist(
        round.ranked!.standings.some((standing) => standing.entry === entry),
        `${entry} was not ranked`,
      );
      this.insist((award ?? 0) <= this.awardRules(round).length, 'award: the rules have no such award');
    },
  };

  private insist(holds: unknown, why: string): asserts holds {
    if (!holds) throw new Contradiction(this.n, why);
  }

  private async freeze({ body, opened }: BundledRecord): Promise<void> {
    const frozen = recordBodies['rules-frozen'].parse(body);
    if (opened !== undefined) {
      this.insist((await hashOfJson(opened.content)) === frozen.hash, 'body.hash: not the hash of the rules');
      const deciding = decidingRulesOf(opened.content);
      this.insist(
        deciding !== null && canonicalJson(deciding) === canonicalJson(frozen.deciding),
        'body.deciding: not what the rules say',
      );
    }
    this.rules = frozen.deciding;
    for (const round of this.rounds.values()) {
      const rules = this.rules.rounds.find(({ number }) => number === round.number);
      this.insist(rules !== undefined, `the rules leave out round ${round.number}`);
      round.rules = rules;
    }
  }

  private round(number: number): Round {
    const known = this.rounds.get(number);
    if (known !== undefined) return known;
    const rules = this.rules!.rounds.find((round) => round.number === number);
    this.insist(rules !== undefined, `no round ${number} in the rules`);
    const round: Round = {
      number,
      rules,
      pairs: new Set(),
      ballots: new Map(),
      reopened: new Set(),
      closed: false,
      ranked: null,
      counted: new Map(),
      decided: null,
      awarded: false,
      published: false,
    };
    this.rounds.set(number, round);
    return round;
  }

  private place(entry: string, division: string): void {
    this.insist(this.rules!.divisions.includes(division), `no division ${division} in the rules`);
    this.entries.set(entry, { division, withdrawn: false });
  }

  private stands(entry: string): boolean {
    return this.entries.get(entry)?.withdrawn === false;
  }

  private criteriaFor({ rules: { rubrics } }: Round, entry: string): Criteria {
    const { division } = this.entries.get(entry)!;
    const rubric = rubrics.find((one) => one.division === division) ?? rubrics.find((one) => one.division === null);
    this.insist(rubric !== undefined, `no rubric for division ${division}`);
    return rubric.criteria;
  }

  private inForce(round: Round): Ballot[] {
    return [...round.ballots.values()].filter(
      ({ entry, judge }) => this.stands(entry) && round.pairs.has(`${entry} ${judge}`),
    );
  }

  /** Counts everything again, from the ballots in force. */
  private recount(round: Round, ranked: RecordBody<'round-ranked'>): void {
    const aside = new Set(ranked.aside.map((pair) => pair.join(' ')));
    for (const pair of aside) this.insist(round.pairs.has(pair), `aside: ${pair} was not assigned`);
    const ballots = this.inForce(round).filter(({ entry, judge }) => !aside.has(`${entry} ${judge}`));
    this.insist(ballots.length === ranked.ballots, 'ballots: not as many as are in force');
    const divisionOf = new Map([...this.entries].map(([entry, { division }]) => [entry, division]));
    const sheets = ballots.map(({ entry, judge, marks }): SheetTotal => {
      const criteria = this.criteriaFor(round, entry);
      this.insist(criteria.length === marks.length, `standings: ${entry}: its ballots are of another rubric`);
      const named = criteria.map((criterion, at) => ({ ...criterion, id: String(at) }));
      const total = sheetTotal(named, new Map(marks.map((mark, at) => [String(at), mark])))!;
      return { entry, judge, total, marks, least: marks.some((mark, at) => mark === criteria[at]!.min) };
    });
    const criteria = criteriaOf(sheets);
    const { standings } = roundStandings({ sheets, divisionOf, method: ranked.method, seed: ranked.seed });
    round.counted = new Map(standings.map(({ entry, median, sd }) => [entry, { median, sd, ...criteria.get(entry)! }]));
    const again = new Map(standings.map((standing) => [standing.entry, standing]));
    this.insist(again.size === ranked.standings.length, 'standings: not the entries that were judged');
    for (const said of ranked.standings) {
      const counted = again.get(said.entry);
      this.insist(counted !== undefined, `standings: ${said.entry} was not judged`);
      const wrong = difference(said, counted);
      this.insist(wrong === null, `standings: ${said.entry}: ${wrong}`);
    }
  }

  /** Ranks are places by the published marks that stand beside them, within division and component. */
  private checkPlaces({ method, standings }: RecordBody<'round-ranked'>): void {
    const byAdjusted = method === 'ADJUSTED' && standings.every(({ adjusted }) => adjusted !== null);
    const groups = new Map<string, RecordedStanding[]>();
    for (const standing of standings) {
      const group = `${standing.division} ${standing.component}`;
      groups.set(group, [...(groups.get(group) ?? []), standing]);
    }
    for (const group of groups.values()) {
      const places = placesByPublishedMark(group.map(({ adjusted, mean }) => (byAdjusted ? adjusted! : mean)));
      for (const [at, { entry, rank }] of group.entries()) {
        this.insist(rank === places[at], `standings: ${entry}: rank ${rank} where its mark has place ${places[at]}`);
      }
    }
  }

  private decide(round: Round, body: RecordBody<'round-decided'>): void {
    const { ranked } = round;
    this.insist(ranked !== null, 'decided before it was ranked');
    const rule = round.rules.pass;
    const standing = new Set(ranked.standings.map(({ entry }) => entry));
    const said = new Set(body.passed);
    const overridden = new Map(body.overrides.map(({ entry, passed }) => [entry, passed]));
    const places = new Map(body.places);
    const zeroed = new Set(body.zeroed);
    this.insist(
      said.size === body.passed.length && overridden.size === body.overrides.length,
      'an entry is named twice',
    );
    const outside = new Set(body.outside ?? []);
    for (const entry of [...said, ...overridden.keys(), ...places.keys(), ...zeroed, ...outside]) {
      this.insist(standing.has(entry), `${entry} was not ranked`);
    }
    for (const entry of overridden.keys())
      this.insist(!outside.has(entry), `overrides: ${entry} is outside the competition`);
    if (this.whole) {
      for (const entry of standing) {
        this.insist(outside.has(entry) === this.outside.has(entry), `outside: ${entry}`);
      }
    }
    const quotas = (body.quotas ?? []).map((quota) => ({ ...quota }));
    for (const { division, places: own } of quotas) {
      const panels = new Set(
        ranked.standings.filter((one) => one.division === division).map(({ component }) => component),
      );
      this.insist(panels.size > 1, `quotas: ${division} has one panel, and the rules hold`);
      this.insist(own.length === this.awardRules(round).length, `quotas: ${division}: not one for each award`);
    }
    this.checkBrokenTies(ranked, places);
    const byRule = decideRound(
      ranked.standings.map(
        ({ entry, rank, ...one }): Decidable =>
          this.whole
            ? { ...one, entry, rank, ...round.counted.get(entry)! }
            : {
                ...one,
                entry,
                rank: places.get(entry) ?? rank,
                median: one.mean,
                sd: null,
                criteria: [],
                zeroed: zeroed.has(entry),
              },
      ),
      {
        pass: rule,
        thresholds: this.rules!.thresholds ?? 'RAW',
        ties: this.whole ? ((this.rules!.ties ?? []) as TieBreak[]) : [],
        awards: this.awardRules(round),
        places: this.awardRules(round).length === 0 ? [] : (this.rules!.places ?? []),
        quotas,
        overrides: [],
        outside: [...outside],
      },
    );
    const rankOf = new Map(ranked.standings.map(({ entry, rank }) => [entry, rank]));
    for (const { entry, place, passed, because } of byRule) {
      this.insist(place === (places.get(entry) ?? rankOf.get(entry)), `places: ${entry} has place ${place}`);
      const expected = overridden.get(entry) ?? passed;
      // Records from before they named who has a criterion at its least: without the ballots nobody can see it.
      const untold = !this.whole && rule?.noZero && body.zeroed === undefined && expected && !overridden.has(entry);
      this.insist(
        said.has(entry) === expected || untold,
        expected
          ? `passed: ${entry} is missing`
          : `passed: ${entry} did not pass (${because.join(', ') || 'override'})`,
      );
      if (this.whole && body.zeroed !== undefined) {
        this.insist(zeroed.has(entry) === round.counted.get(entry)!.zeroed, `zeroed: ${entry}`);
      }
    }
    round.decided = byRule;
  }

  /** A broken tie moves an entry within the places its rank shares, and two only share one where nothing sets them apart. */
  private checkBrokenTies({ standings }: RecordBody<'round-ranked'>, places: ReadonlyMap<string, number>): void {
    for (const { entry, division, component, rank } of standings) {
      const place = places.get(entry) ?? rank;
      const equals = standings.filter(
        (one) => one.division === division && one.component === component && one.rank === rank,
      );
      this.insist(place >= rank && place < rank + equals.length, `places: ${entry}: place ${place} at rank ${rank}`);
      const before = equals.filter((one) => (places.get(one.entry) ?? rank) < place).length;
      this.insist(place === rank + before, `places: ${entry}: place ${place} with ${before} of its rank before it`);
    }
  }

  /** Awards are given in the last round. */
  private awardRules({ number }: Round): readonly AwardRule[] {
    const last = Math.max(...this.rules!.rounds.map((round) => round.number));
    return number === last ? (this.rules!.awards ?? []) : [];
  }

  private award(round: Round, { awarded, overrides }: RecordBody<'round-awarded'>): void {
    this.insist(round.decided !== null, 'awarded before it was decided');
    const said = new Map(awarded);
    const overridden = new Map(overrides.map(({ entry, award }) => [entry, award]));
    for (const { entry, because } of round.decided) {
      this.insist(
        !because.includes('outside') || !overridden.has(entry),
        `overrides: ${entry} is outside the competition`,
      );
    }
    this.insist(said.size === awarded.length && overridden.size === overrides.length, 'an entry is named twice');
    const standing = new Set(round.decided.map(({ entry }) => entry));
    for (const entry of [...said.keys(), ...overridden.keys()]) {
      this.insist(standing.has(entry), `${entry} was not ranked`);
    }
    const most = this.awardRules(round).length;
    for (const award of said.values()) this.insist(award <= most, `awarded: the rules have no award ${award}`);
    for (const { entry, ruleAward } of round.decided) {
      const expected = overridden.has(entry) ? overridden.get(entry)! : ruleAward;
      this.insist(
        (said.get(entry) ?? null) === expected,
        `awarded: ${entry}: ${said.get(entry) ?? 'none'} where the rules give ${expected ?? 'none'}`,
      );
    }
    round.awarded = true;
  }
}

/** Marks are published to 0.01, and arithmetic may differ in the last bits between machines. */
const sameMark = 0.01 + 1e-9;

function difference(said: RecordedStanding, counted: EntryStanding): string | null {
  if (said.division !== counted.division) return 'division';
  if (said.component !== counted.component) return 'component';
  if (said.sheets !== counted.sheets) return 'sheets';
  if (Math.abs(said.mean - publishedMark(counted.mean)) > sameMark) return 'mean';
  if ((said.adjusted === null) !== (counted.adjusted === null)) return 'adjusted';
  if (said.adjusted !== null && Math.abs(said.adjusted - publishedMark(counted.adjusted!)) > sameMark)
    return 'adjusted';
  for (const bound of ['rankLow', 'rankHigh'] as const) {
    if ((said[bound] === null) !== (counted[bound] === null)) return bound;
    if (said[bound] !== null && Math.abs(said[bound] - counted[bound]!) > 1) return bound;
  }
  return null;
}
