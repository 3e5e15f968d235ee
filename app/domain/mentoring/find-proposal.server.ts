import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { fitOf } from './fit.ts';
import { sideOf } from './mentoring-access.ts';
import { proposalState } from './proposal.ts';
import type { WeakCriterion } from './weak-criteria.ts';

/** A proposal as either side sees it before both have accepted: the idea and the need, the mentor's own words; no contact of anyone. */
export async function findProposal({ by, id }: { by: Actor; id: string }) {
  if (!isUuid(id)) throw new NotFound();
  const found = await db.mentorProposal.findUnique({
    where: { id },
    select: {
      id: true,
      proposedAt: true,
      expiresAt: true,
      mentorAcceptedAt: true,
      teamAcceptedAt: true,
      declinedAt: true,
      declinedBySide: true,
      declineReason: true,
      lapsedAt: true,
      mentorship: { select: { id: true } },
      mentor: {
        select: {
          id: true,
          personId: true,
          about: true,
          fieldIds: true,
          aspects: true,
          languages: true,
          online: true,
          provinceId: true,
          hoursPerMonth: true,
          person: { select: { fullName: true } },
        },
      },
      request: {
        select: {
          aspects: true,
          weak: true,
          note: true,
          language: true,
          online: true,
          mentorId: true,
          programme: { select: { slug: true, name: true } },
          idea: {
            select: {
              slug: true,
              fieldId: true,
              provinceId: true,
              state: true,
              publishedVersion: { select: { title: true, abstract: true } },
              members: {
                where: { confirmedAt: { not: null }, leftAt: null, personId: { not: null } },
                select: { personId: true, kind: true },
              },
            },
          },
        },
      },
    },
  });
  if (found === null) throw new NotFound();
  const { mentor, request, mentorship, ...proposal } = found;
  const team = request.idea.members.map(({ personId, kind }) => ({ personId: personId!, lead: kind === 'LEAD' }));
  const side = sideOf(by, { mentorPersonId: mentor.personId, team });
  if (side === null) throw new NotFound();
  const fit = fitOf({ ...request, ...request.idea, wishes: request.mentorId }, mentor);
  const { idea } = request;
  return {
    ...proposal,
    side,
    state: proposalState(proposal, now()),
    accepted: side === 'mentor' ? proposal.mentorAcceptedAt !== null : proposal.teamAcceptedAt !== null,
    mentorshipId: mentorship?.id ?? null,
    reasons: 'misfit' in fit ? [] : fit.reasons,
    mentor: { name: mentor.person.fullName, about: mentor.about, hoursPerMonth: mentor.hoursPerMonth },
    idea: {
      slug: idea.slug,
      title: idea.publishedVersion?.title ?? '',
      abstract: idea.publishedVersion?.abstract ?? '',
    },
    need: {
      aspects: request.aspects,
      note: request.note,
      weak: request.weak as unknown as WeakCriterion[],
    },
    programme: request.programme,
  };
}
