import { placesIn, readRules, upwardsFrom } from '#app/domain/contests/contest-rules.ts';
import type { db, Tx } from '#app/platform/db/db.server.ts';
import type { RehearsalModel, RehearsalProblem, RehearsedDivision, RehearsedEntry } from './rehearsal.ts';
import type { RehearsalOptions } from './rehearsal-form.ts';

/** What marks are like where no last year tells: standard deviations on 0–100. */
export const assumed: RehearsalModel = { mean: 68, entry: 9, judge: 5, residual: 7 };

/** Length of a text where there is none yet. */
export const assumedCharacters = 6_000;

/** So many sheets are marked in all plays together, about; more plays where there are few. */
const sheetsInAll = 12_000;
const plays = { least: 8, most: 40 };

type LastYear = { divisions: Map<string, RehearsedEntry[]>; model: RehearsalModel; count: number };

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
        select: { id: true, minLoad: true, maxLoad: true, pool: true, fieldIds: true },
      },
      rounds: {
        orderBy: { number: 'asc' },
        select: {
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
    };
  });
  const sheets = (rounds[0]?.reviewsPerEntry ?? 1) * divisions.reduce((sum, { entries }) => sum + entries.length, 0);
  return {
    seed: options.seed,
    plays: Math.min(plays.most, Math.max(plays.least, Math.floor(sheetsInAll / Math.max(1, sheets)))),
    divisions,
    judges:
      contest.judges.length > 0
        ? contest.judges.map(({ id, minLoad, maxLoad, pool, fieldIds }) => ({
            id,
            min: minLoad,
            max: maxLoad,
            pool,
            fieldIds: [...fieldIds].sort(),
          }))
        : Array.from({ length: options.judges }, (_, at) => ({
            id: `g${String(at + 1).padStart(3, '0')}`,
            min: 0,
            max: options.load,
            pool: null,
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
      division: { select: { slug: true } },
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
      id: `b${String(number).padStart(5, '0')}`,
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
    count: entries.length,
    model: {
      mean: ranking.mu ?? assumed.mean,
      entry: sd(ranking.varianceEntry, assumed.entry),
      judge: sd(ranking.varianceJudge, assumed.judge),
      residual: sd(ranking.varianceResidual, assumed.residual),
    },
  };
}
