import { insistThat } from '#app/domain/contests/contest-access.ts';
import { readRules } from '#app/domain/contests/contest-rules.ts';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import { findOutcomes } from '#app/domain/judging/find-outcomes.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { appealsUntil, type Recount } from './appeal.ts';

export type OwnAppeal = {
  round: { number: number; name: string };
  until: Date | null;
  /** The captain may appeal now. */
  open: boolean;
  appeal: {
    at: Date;
    text: string;
    recount: Recount | null;
    decision: 'UPHELD' | 'REJECTED' | null;
    reason: string | null;
  } | null;
};

/** What a team may appeal against, and what came of it: a line for each published round. */
export async function findOwnAppeals({
  entryId,
  personId,
}: {
  entryId: string;
  personId: string;
}): Promise<OwnAppeal[]> {
  const outcomes = await db.outcome.findMany({
    where: { entryId, edition: 1 },
    orderBy: { round: { number: 'asc' } },
    select: {
      at: true,
      round: {
        select: {
          number: true,
          name: true,
          appeals: {
            where: { entryId },
            select: { at: true, text: true, recount: true, decision: true, reason: true },
          },
          contest: { select: { rules: { orderBy: { number: 'desc' }, take: 1, select: { body: true } } } },
        },
      },
      entry: { select: { members: { where: { personId, kind: 'LEAD' }, select: { personId: true } } } },
    },
  });
  const at = now();
  return outcomes.map(({ at: publishedAt, round, entry }) => {
    const [appeal] = round.appeals;
    const until = appealsUntil({ publishedAt, days: readRules(round.contest.rules[0]?.body).appealDays });
    return {
      round: { number: round.number, name: round.name },
      until,
      open: appeal === undefined && until !== null && at.getTime() <= until.getTime() && entry.members.length > 0,
      appeal: appeal === undefined ? null : { ...appeal, recount: appeal.recount as Recount | null },
    };
  });
}

/** The appeals of a round as those who run the contest see them. */
export async function findAppeals({ slug, number, by }: { slug: string; number: number; by: Actor }) {
  const contest = await findManagedContest({ slug, by });
  const round = contest.rounds.find((one) => one.number === number);
  if (round === undefined) throw new NotFound();
  insistThat(contest.may.seeTeams ? null : { key: 'contests:refusals.notOfficer' });
  const appeals = await db.appeal.findMany({
    where: { roundId: round.id },
    orderBy: { at: 'asc' },
    select: {
      id: true,
      at: true,
      text: true,
      recount: true,
      recountedAt: true,
      decision: true,
      decidedAt: true,
      reason: true,
      entry: {
        select: {
          number: true,
          version: { select: { title: true } },
          outcomes: {
            where: { roundId: round.id },
            orderBy: { edition: 'asc' },
            select: { passed: true, award: true, because: true },
          },
        },
      },
    },
  });
  const staged = await findOutcomes(db, { contestId: contest.id, number });
  return {
    contest,
    round: { number: round.number, name: round.name, state: round.state },
    last: number === Math.max(...contest.rounds.map((one) => one.number)),
    awards: (staged?.awardNames ?? []).map((name) => ({ name })),
    appeals: appeals.map(({ entry, recount, ...appeal }) => ({
      ...appeal,
      recount: recount as Recount | null,
      entry: { number: entry.number, title: entry.version.title },
      outcomes: entry.outcomes,
    })),
  };
}
