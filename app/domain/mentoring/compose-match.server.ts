import { now } from '#app/platform/clock.ts';
import type { db, Tx } from '#app/platform/db/db.server.ts';
import { findAvailableMentors } from './find-available-mentors.server.ts';
import { findTies } from './find-ties.server.ts';
import type { MatchProblem } from './match-plan.ts';
import { openProposals } from './proposal.ts';

/**
 * What is to be matched in a programme, as it stands at this moment: teams that wait without a proposal, its mentors with the
 * places they have left, and every pair that must not be.
 */
export async function composeMatch(
  reader: Tx | typeof db,
  { programmeId }: { programmeId: string },
): Promise<MatchProblem> {
  const requests = await reader.mentorRequest.findMany({
    where: {
      programmeId,
      withdrawnAt: null,
      servedAt: null,
      unservedAt: null,
      idea: { publishedVersionId: { not: null }, state: { not: 'WITHDRAWN' } },
      proposals: { none: openProposals(now()) },
    },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      ideaId: true,
      aspects: true,
      language: true,
      online: true,
      idea: { select: { fieldId: true, provinceId: true } },
      proposals: { select: { mentorId: true } },
    },
  });
  const mentors = await findAvailableMentors(reader, { programmeId });
  const ties = await findTies(reader, {
    ideaIds: requests.map(({ ideaId }) => ideaId),
    personIds: mentors.map(({ personId }) => personId),
  });
  return {
    requests: requests.map(({ idea, proposals: _, ...request }) => ({ ...request, ...idea })),
    mentors: mentors.map(({ id, fieldIds, aspects, languages, online, provinceId, places }) => ({
      id,
      fieldIds: fieldIds.toSorted(),
      aspects: aspects.toSorted(),
      languages: languages.toSorted(),
      online,
      provinceId,
      places,
    })),
    exclusions: requests.flatMap(({ id, ideaId, proposals }) =>
      mentors.flatMap((mentor): MatchProblem['exclusions'] => {
        const tie = ties.get(ideaId)?.get(mentor.personId);
        if (tie !== undefined) return [[id, mentor.id, tie]];
        return proposals.some(({ mentorId }) => mentorId === mentor.id) ? [[id, mentor.id, 'asked-before']] : [];
      }),
    ),
  };
}
