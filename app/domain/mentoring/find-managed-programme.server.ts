import { insistThat } from '#app/domain/ideas/insist.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { compareNames } from '#app/domain/people/name-order.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { fitIn, type MatchAnswer, type MatchProblem, unservedWhy } from './match-plan.ts';
import { mayRunProgramme } from './mentoring-access.ts';
import { programmePhase } from './programme.ts';
import { proposalState, requestState } from './proposal.ts';

/**
 * A programme as its organisers see it: teams, mentors, the newest dry run with the reason of each pair and of each team left
 * over, and what became of the proposals. Titles and names; no contact of anyone.
 */
export async function findManagedProgramme({ by, slug }: { by: Actor; slug: string }) {
  const programme = await db.mentoringProgramme.findUnique({
    where: { slug },
    select: {
      id: true,
      slug: true,
      name: true,
      summary: true,
      opensAt: true,
      closesAt: true,
      daysToAccept: true,
      endedAt: true,
      unit: { select: { slug: true, name: true, path: true } },
    },
  });
  if (programme === null) throw new NotFound();
  insistThat(mayRunProgramme(by, { unitPath: programme.unit.path }));
  const at = now();
  const mentors = await db.programmeMentor.findMany({
    where: { programmeId: programme.id },
    select: {
      leftAt: true,
      mentor: {
        select: {
          id: true,
          capacity: true,
          hoursPerMonth: true,
          pausedAt: true,
          checkedAt: true,
          declinedAt: true,
          person: { select: { fullName: true } },
          _count: { select: { mentorships: { where: { endedAt: null } } } },
        },
      },
    },
  });
  const requests = await db.mentorRequest.findMany({
    where: { programmeId: programme.id },
    orderBy: { askedAt: 'asc' },
    take: 1000,
    select: {
      id: true,
      askedAt: true,
      aspects: true,
      withdrawnAt: true,
      servedAt: true,
      unservedAt: true,
      idea: { select: { slug: true, publishedVersion: { select: { title: true } } } },
      proposals: {
        orderBy: { proposedAt: 'desc' },
        select: {
          id: true,
          mentorId: true,
          expiresAt: true,
          mentorAcceptedAt: true,
          teamAcceptedAt: true,
          declinedAt: true,
          declinedBySide: true,
          lapsedAt: true,
        },
      },
    },
  });
  const plan = await db.matchPlan.findFirst({
    where: { programmeId: programme.id },
    orderBy: { at: 'desc' },
    select: { id: true, at: true, appliedAt: true, problem: true, answer: true },
  });
  const nameOf = new Map(mentors.map(({ mentor }) => [mentor.id, mentor.person.fullName]));
  const titleOf = new Map(requests.map(({ id, idea }) => [id, idea.publishedVersion?.title ?? '']));
  return {
    programme: { ...programme, phase: programmePhase(programme, at) },
    mentors: mentors
      .filter(({ leftAt }) => leftAt === null)
      .map(({ mentor: { person, _count, ...mentor } }) => ({
        ...mentor,
        name: person.fullName,
        teams: _count.mentorships,
      }))
      .sort((one, other) => compareNames(one.name, other.name)),
    requests: requests.map(({ idea, proposals, ...request }) => ({
      ...request,
      state: requestState(request),
      idea: { slug: idea.slug, title: idea.publishedVersion?.title ?? '' },
      proposals: proposals.map((proposal) => ({
        ...proposal,
        state: proposalState(proposal, at),
        mentor: nameOf.get(proposal.mentorId) ?? '',
      })),
    })),
    plan: plan === null ? null : readPlan(plan, nameOf, titleOf),
  };
}

function readPlan(
  plan: { id: string; at: Date; appliedAt: Date | null; problem: unknown; answer: unknown },
  nameOf: ReadonlyMap<string, string>,
  titleOf: ReadonlyMap<string, string>,
) {
  const problem = plan.problem as MatchProblem;
  const answer = plan.answer as MatchAnswer;
  return {
    id: plan.id,
    at: plan.at,
    appliedAt: plan.appliedAt,
    teams: problem.requests.length,
    mentors: problem.mentors.length,
    places: problem.mentors.reduce((sum, { places }) => sum + places, 0),
    served: answer.served,
    total: answer.total,
    pairs: answer.pairs.map(([request, mentor]) => {
      const fit = fitIn(problem, request, mentor);
      return {
        request,
        title: titleOf.get(request) ?? '',
        mentor: nameOf.get(mentor) ?? '',
        score: fit === null || 'misfit' in fit ? 0 : fit.score,
        reasons: fit === null || 'misfit' in fit ? [] : fit.reasons,
      };
    }),
    unserved: answer.unserved.map(({ team, cause }) => ({
      request: team,
      title: titleOf.get(team) ?? '',
      why: unservedWhy(problem, team, cause),
    })),
  };
}
