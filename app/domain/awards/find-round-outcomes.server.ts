import { insistThat } from '#app/domain/contests/contest-access.ts';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import { findOutcomes } from '#app/domain/judging/find-outcomes.server.ts';
import { whyNotSeeSheets } from '#app/domain/judging/round-access.ts';
import { publishedMark } from '#app/domain/judging/scoring.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { stagedSeal } from './publish-round.server.ts';

export type OutcomeRow = {
  number: number;
  title: string;
  division: { id: string; name: string };
  component: number;
  place: number;
  tie: string | null;
  mean: number;
  adjusted: number | null;
  rulePassed: boolean;
  passed: boolean;
  because: string[];
  ruleAward: number | null;
  award: number | null;
  awardBecause: string | null;
  /** Where the chair decided otherwise. */
  override: { id: string; reason: string } | null;
};

/**
 * What is staged for a round, or, once it is published, what was published: for those who run the contest. Titles only, no names, so
 * that a judge who is an officer too learns nothing. The number of queries does not depend on the entries.
 */
export async function findRoundOutcomes({ slug, number, by }: { slug: string; number: number; by: Actor }) {
  const contest = await findManagedContest({ slug, by });
  const round = contest.rounds.find((one) => one.number === number);
  if (round === undefined) throw new NotFound();
  const place = { id: contest.id, hostPath: contest.hostPath };
  insistThat(whyNotSeeSheets(by, place, { isJudge: contest.may.isJudge, state: round.state }));
  const common = {
    contest,
    round: { number: round.number, name: round.name, state: round.state },
    last: number === Math.max(...contest.rounds.map((one) => one.number)),
  };
  const staged = await findOutcomes(db, { contestId: contest.id, number });
  if (staged === null || (round.state !== 'CLOSED' && round.state !== 'PUBLISHED')) return { ...common, staged: null };
  const standings = await db.standing.findMany({
    where: { rankingId: staged.rankingId },
    relationLoadStrategy: 'join',
    select: {
      entryId: true,
      mean: true,
      adjusted: true,
      entry: {
        select: {
          number: true,
          division: { select: { id: true, name: true, position: true } },
          version: { select: { title: true } },
        },
      },
    },
  });
  const published = await db.outcome.findMany({
    where: { roundId: round.id },
    orderBy: { edition: 'asc' },
    select: { entryId: true, edition: true, passed: true, award: true },
  });
  const newest = new Map(published.map((one) => [one.entryId, one]));
  const of = new Map(standings.map((one) => [one.entryId, one]));
  const overrides = new Map(staged.overrides.map((one) => [one.entry, one]));
  const rows = staged.decided
    .map(({ entry, division: _, overridden: __, because, ...decided }): OutcomeRow & { position: number } => {
      const { mean, adjusted, entry: own } = of.get(entry)!;
      const override = overrides.get(entry);
      const { position, ...division } = own.division;
      return {
        ...decided,
        ...(newest.get(entry) === undefined
          ? {}
          : { passed: newest.get(entry)!.passed, award: newest.get(entry)!.award }),
        because: [...because],
        number: own.number,
        title: own.version.title,
        division,
        position,
        mean: publishedMark(mean),
        adjusted: adjusted === null ? null : publishedMark(adjusted),
        override: override === undefined ? null : { id: override.id, reason: override.reason },
      };
    })
    .sort((a, b) => a.position - b.position || a.component - b.component || a.place - b.place || a.number - b.number)
    .map(({ position: _, ...row }) => row);
  return {
    ...common,
    staged: {
      seal: await stagedSeal(staged),
      awards: staged.by.awards.map((award, at) => ({ ...award, name: staged.awardNames[at]! })),
      pass: staged.by.pass,
      quotas: staged.by.quotas,
      quotasMissing: staged.quotasMissing.length > 0,
      rows,
    },
  };
}
