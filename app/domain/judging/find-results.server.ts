import { type ContestState, hidesTeams } from '#app/domain/contests/contest.ts';
import { readRules } from '#app/domain/contests/contest-rules.ts';
import { consentColumns } from '#app/domain/people/consent.ts';
import { publicFaceOfTeam } from '#app/domain/people/publication.ts';
import { unitTitle } from '#app/domain/units/unit.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { publishedMark } from './scoring.ts';

export type ResultRow = {
  number: number;
  title: string;
  /** The public page of the idea, where it has one. */
  ideaSlug: string | null;
  names: string[];
  unnamed: number;
  unit: string | null;
  sheets: number;
  mean: number;
  median: number;
  sd: number | null;
  adjusted: number | null;
  se: number | null;
  rank: number;
  rankLow: number | null;
  rankHigh: number | null;
  tooClose: boolean;
  /** What came of it, the edition in force first; empty for a round published before outcomes were kept. */
  outcomes: PublishedOutcome[];
};

export type PublishedOutcome = {
  edition: number;
  place: number;
  tie: string | null;
  passed: boolean;
  rulePassed: boolean;
  because: string[];
  award: number | null;
  ruleAward: number | null;
  awardBecause: string | null;
  overridden: boolean;
};

export type RoundResults = {
  number: number;
  name: string;
  /** What ranks were decided by. */
  method: 'RAW' | 'ADJUSTED';
  /** Null where a model could be fitted; otherwise why not. */
  why: string | null;
  computedAt: Date;
  reviewsPerEntry: number;
  cut: number | null;
  /** The contest has no round after it. */
  last: boolean;
  /** Awards of the rules, best first; empty in every round but the last. */
  awards: { name: string; places: number | null }[];
  divisions: {
    slug: string;
    name: string;
    /** Entries that can be held against one another; more than one group is never shown in one order. */
    groups: ResultRow[][];
  }[];
};

/**
 * The published results of a contest, the last round first: null where there is no such contest, and no rounds where nothing
 * is published, so that nothing can be learnt early. Names and units only as the rule of publication lets them be shown on
 * this day, and none while a later round is still judged blind. The number of queries does not depend on the entries.
 */
export async function findResults({ slug }: { slug: string }): Promise<{
  contest: { slug: string; name: string; host: string; state: ContestState; prizes: string };
  rounds: RoundResults[];
} | null> {
  const on = now();
  const contest = await db.contest.findUnique({
    where: { slug, openedAt: { not: null } },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      slug: true,
      name: true,
      state: true,
      host: { select: { name: true, kind: true, code: true } },
      rules: { orderBy: { number: 'desc' }, take: 1, select: { body: true } },
      divisions: { orderBy: { position: 'asc' }, select: { id: true, slug: true, name: true } },
      rounds: {
        orderBy: { number: 'desc' },
        select: { id: true, number: true, name: true, state: true, blind: true, reviewsPerEntry: true },
      },
    },
  });
  if (contest === null) return null;
  const rules = readRules(contest.rules[0]?.body);
  const published = contest.rounds.filter(({ state }) => state === 'PUBLISHED');
  const rankings = await db.ranking.findMany({
    where: { roundId: { in: published.map(({ id }) => id) } },
    orderBy: { computedAt: 'desc' },
    distinct: ['roundId'],
    select: { id: true, roundId: true, method: true, why: true, computedAt: true },
  });
  const standings = await findStandings(rankings.map(({ id }) => id));
  const outcomes = await db.outcome.findMany({
    where: { roundId: { in: published.map(({ id }) => id) } },
    orderBy: { edition: 'desc' },
    select: outcomeColumns,
  });
  const outcomesOf = new Map<string, PublishedOutcome[]>();
  for (const { roundId, entryId, ...outcome } of outcomes) {
    const key = `${roundId} ${entryId}`;
    outcomesOf.set(key, [...(outcomesOf.get(key) ?? []), outcome]);
  }
  const last = Math.max(...contest.rounds.map(({ number }) => number));
  const hidden = hidesTeams(contest);
  const rounds = published.flatMap((round): RoundResults[] => {
    const ranking = rankings.find(({ roundId }) => roundId === round.id);
    if (ranking === undefined) return [];
    const cut = rules.pass.find((pass) => pass.round === round.number)?.top ?? null;
    const rows = standings.filter(({ rankingId }) => rankingId === ranking.id);
    return [
      {
        number: round.number,
        name: round.name,
        method: ranking.method,
        why: ranking.why,
        computedAt: ranking.computedAt,
        reviewsPerEntry: round.reviewsPerEntry,
        cut,
        last: round.number === last,
        awards: round.number === last ? rules.awards.map(({ name, places }) => ({ name, places })) : [],
        divisions: contest.divisions.flatMap(({ id, slug: at, name }) => {
          const own = rows.filter(({ entry }) => entry.divisionId === id);
          return own.length === 0
            ? []
            : [
                {
                  slug: at,
                  name,
                  groups: grouped(own, {
                    cut,
                    hidden,
                    on,
                    outcomes: (id) => outcomesOf.get(`${round.id} ${id}`) ?? [],
                  }),
                },
              ];
        }),
      },
    ];
  });
  const { name, state, host } = contest;
  return { contest: { slug: contest.slug, name, host: unitTitle(host), state, prizes: rules.prizes }, rounds };
}

const outcomeColumns = {
  roundId: true,
  entryId: true,
  edition: true,
  place: true,
  tie: true,
  passed: true,
  rulePassed: true,
  because: true,
  award: true,
  ruleAward: true,
  awardBecause: true,
  overridden: true,
} as const;

async function findStandings(rankingIds: string[]) {
  return db.standing.findMany({
    where: { rankingId: { in: rankingIds } },
    relationLoadStrategy: 'join',
    orderBy: [{ component: 'asc' }, { rank: 'asc' }, { entryId: 'asc' }],
    select: {
      rankingId: true,
      entryId: true,
      sheets: true,
      mean: true,
      median: true,
      sd: true,
      adjusted: true,
      se: true,
      rank: true,
      rankLow: true,
      rankHigh: true,
      component: true,
      entry: {
        select: {
          number: true,
          divisionId: true,
          idea: { select: { slug: true, publishedVersionId: true } },
          version: {
            select: {
              title: true,
              unit: { select: { name: true, kind: true } },
            },
          },
          members: {
            orderBy: { kind: 'asc' },
            select: {
              person: { select: { fullName: true, birthDate: true, consents: { select: consentColumns } } },
            },
          },
        },
      },
    },
  });
}

type StandingRow = Awaited<ReturnType<typeof findStandings>>[number];

function grouped(
  rows: readonly StandingRow[],
  {
    cut,
    hidden,
    on,
    outcomes,
  }: { cut: number | null; hidden: boolean; on: Date; outcomes: (entryId: string) => PublishedOutcome[] },
): ResultRow[][] {
  const groups = new Map<number, ResultRow[]>();
  for (const { entry, entryId, component, rankingId: _, ...standing } of rows) {
    const people = hidden ? [] : entry.members.map(({ person }) => person);
    const face = publicFaceOfTeam({ people, unit: hidden ? null : entry.version.unit, province: null, on });
    const row: ResultRow = {
      number: entry.number,
      title: entry.version.title,
      ideaSlug: entry.idea.publishedVersionId === null ? null : entry.idea.slug,
      names: face.names,
      unnamed: face.unnamed,
      unit: face.unit?.name ?? null,
      ...standing,
      mean: publishedMark(standing.mean),
      median: publishedMark(standing.median),
      adjusted: standing.adjusted === null ? null : publishedMark(standing.adjusted),
      tooClose:
        cut !== null &&
        standing.rankLow !== null &&
        standing.rankHigh !== null &&
        standing.rankLow <= cut &&
        cut < standing.rankHigh,
      outcomes: outcomes(entryId),
    };
    const group = groups.get(component);
    if (group) group.push(row);
    else groups.set(component, [row]);
  }
  return [...groups.values()];
}
