import type { Actor } from '#app/domain/people/actor.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { mentorState } from './mentor.ts';
import { proposalState } from './proposal.ts';

/** What a mentor has offered and what came of it; null for who offered nothing. One query. */
export async function findOwnMentoring({ by }: { by: Actor }) {
  const found = await db.mentor.findUnique({
    where: { personId: by.id },
    select: {
      id: true,
      about: true,
      fieldIds: true,
      aspects: true,
      languages: true,
      online: true,
      provinceId: true,
      capacity: true,
      hoursPerMonth: true,
      offeredAt: true,
      checkedAt: true,
      declinedAt: true,
      declineReason: true,
      pausedAt: true,
      unit: { select: { id: true, slug: true, name: true } },
      programmes: { where: { leftAt: null }, select: { programme: { select: { slug: true, name: true } } } },
      proposals: {
        orderBy: { proposedAt: 'desc' },
        take: 50,
        select: {
          id: true,
          proposedAt: true,
          expiresAt: true,
          mentorAcceptedAt: true,
          teamAcceptedAt: true,
          declinedAt: true,
          lapsedAt: true,
          request: {
            select: { idea: { select: { slug: true, publishedVersion: { select: { title: true } } } } },
          },
        },
      },
      mentorships: {
        orderBy: [{ endedAt: { sort: 'desc', nulls: 'first' } }, { startedAt: 'desc' }],
        select: {
          id: true,
          startedAt: true,
          endedAt: true,
          idea: { select: { slug: true, publishedVersion: { select: { title: true } } } },
          sessions: { orderBy: { heldAt: 'desc' }, take: 1, select: { heldAt: true } },
        },
      },
    },
  });
  if (found === null) return null;
  const at = now();
  const { proposals, mentorships, programmes, ...mentor } = found;
  return {
    ...mentor,
    state: mentorState(mentor),
    programmes: programmes.map(({ programme }) => programme),
    proposals: proposals.map(({ request, ...proposal }) => ({
      ...proposal,
      state: proposalState(proposal, at),
      idea: { slug: request.idea.slug, title: request.idea.publishedVersion?.title ?? '' },
    })),
    mentorships: mentorships.map(({ idea, sessions, ...mentorship }) => ({
      ...mentorship,
      idea: { slug: idea.slug, title: idea.publishedVersion?.title ?? '' },
      lastSessionAt: sessions[0]?.heldAt ?? null,
    })),
  };
}
