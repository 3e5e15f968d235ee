import { isLead, isOnTeam } from '#app/domain/ideas/idea-access.ts';
import { findStanding, ideaIdAt } from '#app/domain/ideas/lock-idea.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { findAvailableMentors } from './find-available-mentors.server.ts';
import { findTies } from './find-ties.server.ts';
import { findWeakCriteria } from './find-weak-criteria.server.ts';
import { proposalState, requestState } from './proposal.ts';
import type { WeakCriterion } from './weak-criteria.ts';

/** Mentors offered by name at most; more are found by their programmes. */
const mostListed = 60;

/**
 * Everything about mentors of one idea, for its team: who walks with it, what it asked and how that stands, and, for the lead
 * while nothing is asked, whom it can ask now, with the weak criteria of its last published round. NotFound for anyone else.
 */
export async function findTeamMentoring({ by, slug }: { by: Actor; slug: string }) {
  const id = await ideaIdAt(db, slug);
  const standing = id === null ? null : await findStanding(db, id);
  if (standing === null || !isOnTeam(by, standing)) throw new NotFound();
  const at = now();
  const idea = await db.idea.findUniqueOrThrow({
    where: { id: standing.id },
    select: {
      draft: { select: { title: true } },
      publishedVersion: { select: { title: true } },
      mentorships: {
        orderBy: { startedAt: 'desc' },
        select: {
          id: true,
          startedAt: true,
          endedAt: true,
          mentor: { select: { person: { select: { fullName: true } } } },
          _count: { select: { sessions: true } },
        },
      },
      mentorRequests: {
        orderBy: { askedAt: 'desc' },
        take: 5,
        select: {
          id: true,
          askedAt: true,
          aspects: true,
          weak: true,
          note: true,
          withdrawnAt: true,
          servedAt: true,
          unservedAt: true,
          programme: { select: { slug: true, name: true, closesAt: true } },
          mentor: { select: { person: { select: { fullName: true } } } },
          proposals: {
            orderBy: { proposedAt: 'desc' },
            select: {
              id: true,
              proposedAt: true,
              expiresAt: true,
              mentorAcceptedAt: true,
              teamAcceptedAt: true,
              declinedAt: true,
              declinedBySide: true,
              lapsedAt: true,
              mentor: { select: { person: { select: { fullName: true } } } },
            },
          },
        },
      },
    },
  });
  const requests = idea.mentorRequests.map(({ mentor, proposals, weak, ...request }) => ({
    ...request,
    state: requestState(request),
    weak: weak as unknown as WeakCriterion[],
    mentor: mentor?.person.fullName ?? null,
    proposals: proposals.map(({ mentor: proposed, ...proposal }) => ({
      ...proposal,
      state: proposalState(proposal, at),
      mentor: proposed.person.fullName,
    })),
  }));
  const asking =
    isLead(by, standing) && standing.published && standing.state !== 'WITHDRAWN' && requests[0]?.state !== 'open';
  return {
    slug: standing.slug,
    title: idea.publishedVersion?.title ?? idea.draft?.title ?? '',
    lead: isLead(by, standing),
    published: standing.published && standing.state !== 'WITHDRAWN',
    mentorships: idea.mentorships.map(({ mentor, _count, ...mentorship }) => ({
      ...mentorship,
      mentor: mentor.person.fullName,
      sessions: _count.sessions,
    })),
    requests,
    asking: asking ? await findAskable(standing.id, at) : null,
  };
}

async function findAskable(ideaId: string, at: Date) {
  const programmes = await db.mentoringProgramme.findMany({
    where: { endedAt: null, opensAt: { lte: at }, closesAt: { gte: at } },
    orderBy: { closesAt: 'asc' },
    take: 50,
    select: { id: true, name: true, closesAt: true, unit: { select: { name: true } } },
  });
  const mentors = (await findAvailableMentors(db)).filter(({ places }) => places > 0);
  const ties = (await findTies(db, { ideaIds: [ideaId], personIds: mentors.map(({ personId }) => personId) })).get(
    ideaId,
  )!;
  const last = await findWeakCriteria(db, { ideaId });
  return {
    last,
    programmes: programmes.map(({ unit, ...programme }) => ({ ...programme, unit: unit.name })),
    mentors: mentors
      .filter(({ personId }) => !ties.has(personId))
      .slice(0, mostListed)
      .map(({ id, name, about, fieldIds, aspects }) => ({ id, name, about, fieldIds, aspects })),
  };
}
