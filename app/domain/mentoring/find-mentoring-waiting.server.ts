import type { Actor } from '#app/domain/people/actor.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { staffedPaths } from './find-mentors-to-check.server.ts';
import { openProposals } from './proposal.ts';

export type MentoringWaiting = {
  /** Proposals that wait for this person's yes or no. */
  proposals: { id: string; title: string; due: Date; side: 'mentor' | 'lead' }[];
  /** Offers to mentor that wait for staff. */
  offers: { count: number; oldest: Date | null };
};

/** What of mentoring waits for somebody. Three queries. */
export async function findMentoringWaiting({ by }: { by: Actor }): Promise<MentoringWaiting> {
  const at = now();
  const open = openProposals(at);
  const rows = await db.mentorProposal.findMany({
    where: {
      ...open,
      AND: {
        OR: [
          { mentorAcceptedAt: null, mentor: { personId: by.id } },
          {
            teamAcceptedAt: null,
            request: {
              idea: { members: { some: { personId: by.id, kind: 'LEAD', confirmedAt: { not: null }, leftAt: null } } },
            },
          },
        ],
      },
    },
    orderBy: { expiresAt: 'asc' },
    take: 50,
    select: {
      id: true,
      expiresAt: true,
      mentor: { select: { personId: true } },
      request: { select: { idea: { select: { publishedVersion: { select: { title: true } } } } } },
    },
  });
  const paths = staffedPaths(by);
  const waiting =
    paths.length === 0
      ? []
      : await db.mentor.findMany({
          where: {
            checkedAt: null,
            declinedAt: null,
            personId: { not: by.id },
            OR: paths.map((path) => ({ unit: { path: { startsWith: path } } })),
          },
          orderBy: { offeredAt: 'asc' },
          select: { offeredAt: true },
        });
  return {
    proposals: rows.map(({ id, expiresAt, mentor, request }) => ({
      id,
      title: request.idea.publishedVersion?.title ?? '',
      due: expiresAt,
      side: mentor.personId === by.id ? 'mentor' : 'lead',
    })),
    offers: { count: waiting.length, oldest: waiting[0]?.offeredAt ?? null },
  };
}
