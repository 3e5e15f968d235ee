import { now } from '#app/platform/clock.ts';
import type { db, Tx } from '#app/platform/db/db.server.ts';
import type { MentoringAspect } from './aspect.ts';
import { placesLeft } from './mentor.ts';
import { openProposals } from './proposal.ts';

export type AvailableMentor = {
  id: string;
  personId: string;
  name: string;
  about: string;
  fieldIds: string[];
  aspects: MentoringAspect[];
  languages: ('vi' | 'en')[];
  online: boolean;
  provinceId: number | null;
  hoursPerMonth: number;
  /** Further teams they can take now; 0 where they are full or gave no hours. */
  places: number;
};

/**
 * Mentors who may be asked: checked, not paused, with the role still in force; those of one programme, or one by id, or all.
 * One query, however many.
 */
export async function findAvailableMentors(
  reader: Tx | typeof db,
  { programmeId, id, most = 1000 }: { programmeId?: string; id?: string; most?: number } = {},
): Promise<AvailableMentor[]> {
  const at = now();
  const rows = await reader.mentor.findMany({
    where: {
      id,
      checkedAt: { not: null },
      declinedAt: null,
      pausedAt: null,
      person: {
        closedAt: null,
        roles: { some: { kind: 'MENTOR', endedAt: null, OR: [{ until: null }, { until: { gt: at } }] } },
      },
      ...(programmeId === undefined ? {} : { programmes: { some: { programmeId, leftAt: null } } }),
    },
    orderBy: { id: 'asc' },
    take: most,
    select: {
      id: true,
      personId: true,
      about: true,
      fieldIds: true,
      aspects: true,
      languages: true,
      online: true,
      provinceId: true,
      capacity: true,
      hoursPerMonth: true,
      person: { select: { fullName: true } },
      _count: {
        select: { mentorships: { where: { endedAt: null } }, proposals: { where: openProposals(at) } },
      },
    },
  });
  return rows.map(({ person, capacity, _count, ...mentor }) => ({
    ...mentor,
    name: person.fullName,
    places: placesLeft({ ...mentor, capacity, teams: _count.mentorships, waiting: _count.proposals }),
  }));
}
