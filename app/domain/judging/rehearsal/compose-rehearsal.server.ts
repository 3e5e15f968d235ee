import { placesIn, readRules, upwardsFrom } from '#app/domain/contests/contest-rules.ts';
import { unitOfPanel } from '#app/domain/contests/round-panels.ts';
import { findPanels } from '#app/domain/judging/find-panels.server.ts';
import type { db, Tx } from '#app/platform/db/db.server.ts';
import type {
  RehearsalModel,
  RehearsalProblem,
  RehearsedDivision,
  RehearsedEntry,
  RehearsedRound,
} from './rehearsal.ts';
import type { RehearsalOptions } from './rehearsal-form.ts';

/** What marks are like where no last year tells: standard deviations on 0–100. */
export const assumed: RehearsalModel = { mean: 68, entry: 9, judge: 5, residual: 7 };

/** Length of a text where there is none yet. */
export const assumedCharacters = 6_000;

/** So many sheets are marked in all plays together, about; more plays where there are few. */
const sheetsInAll = 12_000;
const plays = { least: 8, most: 40 };

type LastYear = {
  divisions: Map<string, RehearsedEntry[]>;
  model: RehearsalModel;
  count: number;
  /** As they are in the tables, and which of them a code stands for. */
  entries: { id: string; pool: string | null; division: { id: string; slug: string; name: string } }[];
  ids: Map<string, string>;
};

/**
 * What a contest would be played by, as its rules and its panel stand now. The same options and the same state give the same
 * problem. Judges who left and deputies are left out. Throws where there is no such contest.
 */
export async function composeRehearsal(
  reader: Tx | typeof db,
  { contestId, options }: { contestId: string; options: RehearsalOptions },
): Promise<RehearsalProblem> {
  const contest = await reader.contest.findUniqueOrThrow({
    where: { id: contestId },
    relationLoadStrategy: 'join',
    select: {
      clonedFromId: true,
      rules: { orderBy: { number: 'desc' }, take: 1, select: { body: true } },
      divisions: { orderBy: { position: 'asc' }, select: { id: true, slug: true, name: true } },
      judges: {
        where: { roleGrant: { endedAt: null }, deputy: false },
        orderBy: { number: 'asc' },
        select: { id: true, minLoad: true, maxLoad: true, pools: true, fieldIds: true },
      },
      rounds: {
        orderBy: { number: 'asc' },
        select: {
          id: true,
          panels: true,
          number: true,
          opensAt: true,
          closesAt: true,
          reviewsPerEntry: true,
          method: true,
          rubrics: {
            select: {
              divisionId: true,
              criteria: {
                orderBy: { position: 'asc' },
                select: { weight: true, min: true, max: true, step: true },
              },
            },
          },
        },
      },
    },
  });
  const rules = readRules(contest.rules[0]?.body);
  const last =
    options.source === 'last' && contest.clonedFromId !== null
      ? await findLastYear(reader, contest.clonedFromId)
      : null;
  const divisions = contest.divisions.map(
    ({ slug }): RehearsedDivision => ({
      slug,
      entries: last?.divisions.get(slug) ?? (last === null ? drawn(slug, options.entries[slug] ?? 0) : []),
      places: placesIn(rules, slug),
      upwards: upwardsFrom(rules, slug),
    }),
  );
  const parts = new Map<number, RehearsedRound['parted']>();
  for (const { id, number, panels } of contest.rounds) {
    if (panels === 'NONE') continue;
    const found = await findPanels(reader, { round: { id, panels }, entries: last?.entries ?? [] });
    const known =
      panels === 'DIVISION' ? contest.divisions.map(({ slug, name }) => ({ key: slug, name })) : found.panels;
    const codes = divisions.flatMap(({ slug, entries }) => entries.map((entry) => ({ slug, ...entry })));
    const panelOf = codes.flatMap(({ id: code, slug }, at): [string, string][] => {
      if (panels === 'DIVISION') return [[code, slug]];
      // Drawn entries come from every panel alike.
      const own = last === null ? known[at % Math.max(1, known.length)]?.key : found.panelOf.get(last.ids.get(code)!);
      return own ? [[code, own]] : [];
    });
    parts.set(number, {
      panels: known,
      panelOf: Object.fromEntries(panelOf),
      seats: Object.fromEntries(contest.judges.map((judge) => [judge.id, found.seatIn(judge.pools)])),
    });
  }
  const rounds = contest.rounds.map(({ number, opensAt, closesAt, reviewsPerEntry, method, rubrics }) => {
    const pass = rules.pass.find((one) => one.round === number);
    const criteriaOf = (divisionId: string) =>
      (
        rubrics.find((one) => one.divisionId === divisionId && one.criteria.length > 0) ??
        rubrics.find((one) => one.divisionId === null)
      )?.criteria ?? [];
    return {
      number,
      reviewsPerEntry,
      method,
      pass: pass === undefined ? null : { top: pass.top, minMean: pass.minMean, noZero: pass.noZero },
      criteria: Object.fromEntries(contest.divisions.map(({ id, slug }) => [slug, criteriaOf(id)])),
      days: Math.max(0, (closesAt.getTime() - opensAt.getTime()) / 86_400_000),
      ...(parts.has(number) ? { parted: parts.get(number) } : {}),
    };
  });
  const sheets = (rounds[0]?.reviewsPerEntry ?? 1) * divisions.reduce((sum, { entries }) => sum + entries.length, 0);
  return {
    seed: options.seed,
    plays: Math.min(plays.most, Math.max(plays.least, Math.floor(sheetsInAll / Math.max(1, sheets)))),
    divisions,
    judges:
      contest.judges.length > 0
        ? contest.judges.map(({ id, minLoad, maxLoad, pools, fieldIds }) => ({
            id,
            min: minLoad,
            max: maxLoad,
            pools: pools.filter((pool) => unitOfPanel(pool) === null).sort(),
            fieldIds: [...fieldIds].sort(),
          }))
        : Array.from({ length: options.judges }, (_, at) => ({
            id: `g${String(at + 1).padStart(3, '0')}`,
            min: 0,
            max: options.load,
            pools: [],
            fieldIds: [],
          })),
    rounds,
    thresholds: rules.thresholds,
    ties: rules.ties,
    awards: rules.awards.map(({ from, places }) => ({ from, places })),
    gap: rules.judging.gap,
    model: last?.model ?? assumed,
  };
}

function drawn(division: string, count: number): RehearsedEntry[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `${division}-${String(at + 1).padStart(5, '0')}`,
    quality: null,
    pool: division,
    fieldId: null,
    characters: assumedCharacters,
  }));
}

function codeOf(number: number): string {
  return `b${String(number).padStart(5, '0')}`;
}

/** Entries of a published contest with the marks of its first round, under codes of their own; null where there is nothing to go by. */
export async function findLastYear(reader: Tx | typeof db, contestId: string): Promise<LastYear | null> {
  const ranking = await reader.ranking.findFirst({
    where: { round: { contestId, number: 1, state: 'PUBLISHED' } },
    orderBy: { computedAt: 'desc' },
    select: {
      mu: true,
      varianceEntry: true,
      varianceJudge: true,
      varianceResidual: true,
      standings: { select: { entryId: true, mean: true, adjusted: true } },
    },
  });
  if (ranking === null || ranking.standings.length === 0) return null;
  const entries = await reader.entry.findMany({
    where: { contestId, withdrawal: null },
    relationLoadStrategy: 'join',
    orderBy: { number: 'asc' },
    select: {
      id: true,
      number: true,
      pool: true,
      division: { select: { id: true, slug: true, name: true } },
      version: {
        select: { fieldId: true, abstract: true, problem: true, solution: true, novelty: true, method: true },
      },
    },
  });
  const marks = new Map(ranking.standings.map(({ entryId, mean, adjusted }) => [entryId, adjusted ?? mean]));
  const divisions = new Map<string, RehearsedEntry[]>();
  for (const { id, number, pool, division, version } of entries) {
    const { fieldId, ...texts } = version;
    const own = divisions.get(division.slug) ?? [];
    own.push({
      id: codeOf(number),
      quality: marks.get(id) ?? null,
      pool,
      fieldId,
      characters: Object.values(texts).reduce((sum, text) => sum + text.length, 0),
    });
    divisions.set(division.slug, own);
  }
  const sd = (variance: number | null, otherwise: number) => (variance === null ? otherwise : Math.sqrt(variance));
  return {
    divisions,
    entries: entries.map(({ id, pool, division }) => ({ id, pool, division })),
    ids: new Map(entries.map(({ id, number }) => [codeOf(number), id])),
    count: entries.length,
    model: {
      mean: ranking.mu ?? assumed.mean,
      entry: sd(ranking.varianceEntry, assumed.entry),
      judge: sd(ranking.varianceJudge, assumed.judge),
      residual: sd(ranking.varianceResidual, assumed.residual),
    },
  };
}
