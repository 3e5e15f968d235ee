import { assign } from '#app/domain/judging/assignment/assign.ts';
import { solverProblem } from '#app/domain/judging/assignment-plan.ts';
import { type Decided, decideRound } from '#app/domain/judging/deciding.ts';
import { entriesApart, type PanelsInRound, panelStandings } from '#app/domain/judging/panels.ts';
import { fillNormal, seededRandom, shuffle } from '#app/domain/judging/random.ts';
import { minutesFor } from '#app/domain/judging/scoresheet.ts';
import { sheetTotal } from '#app/domain/judging/scoring.ts';
import { criteriaOf, roundStandings, type SheetTotal } from '#app/domain/judging/standings.ts';
import type {
  DivisionReport,
  RehearsalProblem,
  RehearsalReport,
  RehearsedEntry,
  RehearsedRound,
  RoundReport,
  Spread,
} from './rehearsal.ts';

type Entry = RehearsedEntry & { division: string };
type Pair = readonly [entry: string, judge: string];

/** Seconds the solver may take for a round of the first play. */
const patience = 30;

/** How much marks on single criteria differ from the whole sheet's, as a share of their range. */
const unevenness = 0.09;

/**
 * Plays a contest through `plays` times by its own rules: the real solver says who reads what (in the first play, and in the
 * first round of all), judges mark as the model has them mark, and the real ranking and deciding say what comes of it. The same
 * problem gives the same report, as long as the solver is not stopped by its clock.
 *
 * Blocks its thread: a server plays in a thread of its own.
 *
 * @param told hears after each play how many are done
 */
export async function playRehearsal(
  problem: RehearsalProblem,
  told: (done: number) => void = () => {},
): Promise<RehearsalReport> {
  const entries = problem.divisions.flatMap(({ slug, entries: own }) =>
    own.map((entry): Entry => ({ ...entry, division: slug })),
  );
  const first = await assignRound(problem, problem.rounds[0]!, entries);
  const plays: Play[] = [];
  for (let number = 0; number < problem.plays; number += 1) {
    plays.push(await playOnce(problem, entries, { number, first: first.pairs }));
    told(number + 1);
  }
  return reportOf(problem, plays, first.report);
}

interface RoundPlay {
  field: Entry[];
  decided: Decided[];
  comparable: boolean;
  noModel: boolean;
  thirdReaders: number;
  zeroed: Map<string, number>;
  tooClose: Map<string, number>;
  assigned: RoundReport['assigned'];
}
interface Play {
  rounds: RoundPlay[];
  /** The best of each division by what it is truly worth. */
  best: Map<string, string>;
}

async function playOnce(
  problem: RehearsalProblem,
  entries: readonly Entry[],
  { number, first }: { number: number; first: readonly Pair[] },
): Promise<Play> {
  const random = seededRandom(problem.seed + number * 1_000_003);
  const { model } = problem;
  const drawn = normals(random, entries.length + problem.judges.length);
  const worth = new Map(entries.map(({ id, quality }, at) => [id, quality ?? model.mean + model.entry * drawn[at]!]));
  const leniency = new Map(problem.judges.map(({ id }, at) => [id, model.judge * drawn[entries.length + at]!]));
  const best = new Map<string, string>();
  for (const { id, division } of entries) {
    const before = best.get(division);
    if (before === undefined || worth.get(id)! > worth.get(before)!) best.set(division, id);
  }
  const rounds: RoundPlay[] = [];
  let field = [...entries];
  for (const [index, round] of problem.rounds.entries()) {
    const planned = index > 0 && number === 0 ? await assignRound(problem, round, field) : null;
    const pairs = index === 0 ? first : (planned?.pairs ?? spreadOut(problem, round, field, random));
    const sheets = markedSheets(problem, round, { field, pairs, worth, leniency, random });
    const played = decide(problem, round, field, sheets, index === problem.rounds.length - 1);
    rounds.push({ ...played, assigned: planned?.report ?? null });
    const passed = new Set(played.decided.flatMap(({ entry, passed: on }) => (on ? entry : [])));
    field = field.filter(({ id }) => passed.has(id));
  }
  return { rounds, best };
}

function normals(random: () => number, count: number): Float64Array {
  // The generator fills by twos.
  const values = new Float64Array(count + (count % 2));
  fillNormal(values, random);
  return values;
}

/** Who reads what in a round, by the solver; where it says that nobody can, the readings are spread out all the same. */
async function assignRound(
  problem: RehearsalProblem,
  round: RehearsedRound,
  field: readonly Entry[],
): Promise<{ pairs: readonly Pair[]; report: RoundReport['assigned'] }> {
  if (field.length === 0) return { pairs: [], report: null };
  const { parted } = round;
  const answer = await assign(
    solverProblem({
      entries: field.map(({ id, pool, fieldId }) => ({
        id,
        reviews: round.reviewsPerEntry,
        pool: parted ? (parted.panelOf[id] ?? null) : pool,
        fieldId,
      })),
      judges: problem.judges.map((judge) => ({
        ...judge,
        pools: [...(parted ? (parted.seats[judge.id] ?? []) : judge.pools)],
        fieldIds: [...judge.fieldIds],
      })),
      ...(parted ? { parted: true } : {}),
      conflicts: [],
      options: { mode: 'best-total', links: 0, seed: problem.seed },
    }),
    { seconds: patience },
  );
  if (answer.status === 'infeasible') {
    const shortages = answer.shortages.map(({ kind, entries, judges, needed, available }) => ({
      kind,
      entries: entries.length,
      judges: [...judges],
      needed,
      available,
    }));
    const pairs = spreadOut(problem, round, field, seededRandom(problem.seed));
    return { pairs, report: { status: 'infeasible', shortages } };
  }
  const length = new Map(field.map(({ id, characters }) => [id, characters]));
  const divisionOf = new Map(field.map(({ id, division }) => [id, division]));
  const minutes = new Map<string, number>();
  for (const [entry, judge] of answer.pairs) {
    const criteria = round.criteria[divisionOf.get(entry)!]?.length ?? 0;
    const taken = minutesFor({ characters: length.get(entry)!, criteria });
    minutes.set(judge, (minutes.get(judge) ?? 0) + taken);
  }
  const loads = Object.entries(answer.loads).map(([judge, sheets]) => ({
    judge,
    sheets,
    minutes: minutes.get(judge) ?? 0,
  }));
  return { pairs: answer.pairs, report: { status: answer.status, connected: answer.connected, loads } };
}

/** Everybody reads about as much as everybody else: for the plays after the first, and where there are too few judges. */
function spreadOut(
  { judges }: RehearsalProblem,
  { reviewsPerEntry, parted }: RehearsedRound,
  field: readonly Entry[],
  random: () => number,
): Pair[] {
  const loads = new Map(judges.map(({ id }) => [id, 0]));
  /** 1 for who reads for another panel: only where there are too few of the entry's own. */
  const outside = (entry: string, judge: string) => {
    const seat = parted?.seats[judge] ?? [];
    return seat.length === 0 || seat.includes(parted?.panelOf[entry] ?? '') ? 0 : 1;
  };
  return field.flatMap(({ id }) =>
    shuffle([...loads.keys()], random)
      .sort((a, b) => outside(id, a) - outside(id, b) || loads.get(a)! - loads.get(b)!)
      .slice(0, reviewsPerEntry)
      .map((judge): Pair => {
        loads.set(judge, loads.get(judge)! + 1);
        return [id, judge];
      }),
  );
}

function markedSheets(
  { model }: RehearsalProblem,
  { criteria }: RehearsedRound,
  {
    field,
    pairs,
    worth,
    leniency,
    random,
  }: {
    field: readonly Entry[];
    pairs: readonly Pair[];
    worth: ReadonlyMap<string, number>;
    leniency: ReadonlyMap<string, number>;
    random: () => number;
  },
): SheetTotal[] {
  const divisionOf = new Map(field.map(({ id, division }) => [id, division]));
  return pairs.map(([entry, judge]): SheetTotal => {
    const rubric = criteria[divisionOf.get(entry)!]!;
    const drawn = normals(random, rubric.length + 1);
    const total = worth.get(entry)! + leniency.get(judge)! + model.residual * drawn[rubric.length]!;
    const marks = rubric.map(({ min, max, step }, at) => {
      const share = Math.min(1, Math.max(0, total / 100 + unevenness * drawn[at]!));
      return Number((min + Math.round(((max - min) * share) / step) * step).toFixed(9));
    });
    const named = rubric.map((criterion, at) => ({ ...criterion, id: String(at) }));
    return {
      entry,
      judge,
      total: sheetTotal(named, new Map(marks.map((mark, at) => [String(at), mark])))!,
      marks,
      least: marks.some((mark, at) => mark === rubric[at]!.min),
    };
  });
}

function decide(
  problem: RehearsalProblem,
  round: RehearsedRound,
  field: readonly Entry[],
  sheets: readonly SheetTotal[],
  last: boolean,
): Omit<RoundPlay, 'assigned'> {
  const divisionOf = new Map(field.map(({ id, division }) => [id, division]));
  const ranked = roundStandings({ sheets, divisionOf, method: round.method, seed: problem.seed });
  const { standings } = ranked;
  const criteria = criteriaOf(sheets);
  const decided = decideRound(
    standings.map((standing) => ({ ...standing, ...criteria.get(standing.entry)! })),
    {
      pass: round.pass,
      thresholds: problem.thresholds,
      ties: problem.ties,
      awards: last ? problem.awards : [],
      places: last ? problem.divisions.map(({ slug, places }) => ({ division: slug, places })) : [],
      quotas: [],
      overrides: [],
    },
  );
  const zeroed = new Map<string, number>();
  for (const { division, because } of decided) {
    if (because.length === 1 && because[0] === 'zero') zeroed.set(division, (zeroed.get(division) ?? 0) + 1);
  }
  const tooClose = new Map<string, number>();
  const top = round.pass?.top ?? null;
  for (const { division, rankLow, rankHigh } of standings) {
    if (top === null || rankLow === null || rankHigh === null || rankLow > top || rankHigh <= top) continue;
    tooClose.set(division, (tooClose.get(division) ?? 0) + 1);
  }
  return {
    field: [...field],
    decided,
    comparable: ranked.comparable,
    noModel: round.method === 'ADJUSTED' && field.length > 0 && ranked.model === 'none',
    thirdReaders: problem.gap === null ? 0 : apart(sheets, problem.gap),
    zeroed,
    tooClose,
  };
}

/** Entries two of whose sheets differ by more than `gap`. */
function apart(sheets: readonly SheetTotal[], gap: number): number {
  const bounds = new Map<string, [number, number]>();
  for (const { entry, total } of sheets) {
    const [least, most] = bounds.get(entry) ?? [total, total];
    bounds.set(entry, [Math.min(least, total), Math.max(most, total)]);
  }
  return [...bounds.values()].filter(([least, most]) => most - least > gap).length;
}

function spreadOf(values: readonly number[]): Spread {
  return {
    least: values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
    most: values.reduce((most, value) => Math.max(most, value), 0),
    mean: Math.round((100 * values.reduce((sum, value) => sum + value, 0)) / values.length) / 100,
  };
}

/** Which panels of a round are short, and how many entries belong to none. */
function panelsReported(
  { judges }: RehearsalProblem,
  { parted, reviewsPerEntry }: RehearsedRound,
  field: readonly Entry[],
): NonNullable<RoundReport['panels']> {
  const { panels, panelOf, seats } = parted!;
  const inRound: PanelsInRound = {
    parted: true,
    panels: [...panels],
    panelOf: new Map(field.map(({ id }) => [id, panelOf[id] ?? null])),
    seatIn: (pools) => [...pools],
  };
  const standings = panelStandings({
    panels: inRound,
    entries: field,
    judges: judges.map(({ id, max }) => ({ pools: seats[id] ?? [], maxLoad: max })),
    sheets: [],
    reviews: reviewsPerEntry,
  });
  return { short: standings.filter(({ short }) => short !== null), apart: entriesApart(inRound, field).length };
}

function reportOf(problem: RehearsalProblem, plays: readonly Play[], first: RoundReport['assigned']): RehearsalReport {
  const count = (holds: (play: Play) => boolean) => plays.filter(holds).length;
  const rounds = problem.rounds.map((round, index): RoundReport => {
    const played = plays.map((play) => play.rounds[index]!);
    return {
      number: round.number,
      entries: spreadOf(played.map(({ field }) => field.length)),
      assigned: index === 0 ? first : played[0]!.assigned,
      ...(round.parted ? { panels: panelsReported(problem, round, played[0]!.field) } : {}),
      notComparable: played.filter(({ comparable }) => !comparable).length,
      noModel: played.filter(({ noModel }) => noModel).length,
      thirdReaders: spreadOf(played.map(({ thirdReaders }) => thirdReaders)),
      divisions: problem.divisions.map(({ slug }) => {
        const entries = played.map(({ field }) => field.filter(({ division }) => division === slug).length);
        const passed = played.map(({ decided }) => decided.filter((one) => one.division === slug && one.passed).length);
        const top = round.pass?.top ?? null;
        const over = passed.map((on) => (top === null ? 0 : Math.max(0, on - top)));
        return {
          slug,
          entries: spreadOf(entries),
          passed: spreadOf(passed),
          tied: over.filter((more) => more > 0).length,
          mostOver: Math.max(...over),
          short: top === null ? 0 : passed.filter((on) => on < top).length,
          nobody: passed.filter((on, at) => on === 0 && entries[at]! > 0).length,
          zeroed: spreadOf(played.map(({ zeroed }) => zeroed.get(slug) ?? 0)),
          tooClose: spreadOf(played.map(({ tooClose }) => tooClose.get(slug) ?? 0)),
        };
      }),
    };
  });
  const divisions = problem.divisions.map(({ slug, entries, places, upwards }): DivisionReport => {
    const finals = plays.map((play) => play.rounds.at(-1)!.decided.filter(({ division }) => division === slug));
    return {
      slug,
      entries: entries.length,
      awards: problem.awards.map((_, at) => {
        const given = finals.map((decided) => decided.filter(({ award }) => award === at + 1).length);
        const most = places[at] ?? null;
        return {
          given: spreadOf(given),
          none: given.filter((number) => number === 0).length,
          over: most === null ? 0 : given.filter((number) => number > most).length,
        };
      }),
      upwardsShort:
        upwards === null
          ? 0
          : finals.filter((decided) => decided.filter(({ passed }) => passed).length < upwards).length,
      bestFirst:
        entries.length === 0
          ? null
          : count(({ best, rounds: played }) =>
              played
                .at(-1)!
                .decided.some(({ entry, place, passed }) => passed && place === 1 && entry === best.get(slug)),
            ),
    };
  });
  return { plays: plays.length, rounds, divisions };
}
