import { compareNames } from '#app/domain/people/name-order.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { type AvailableMentor, findAvailableMentors } from './find-available-mentors.server.ts';
import { type ProgrammePhase, programmePhase } from './programme.ts';

export type ProgrammeRow = {
  slug: string;
  name: string;
  summary: string;
  unit: { slug: string; name: string };
  opensAt: Date;
  closesAt: Date;
  phase: ProgrammePhase;
  mentors: number;
  requests: number;
};

/** Mentors somebody signed in may read about, by name: their own words, what they help with; never how to reach them. */
export async function findMentors(): Promise<Omit<AvailableMentor, 'personId'>[]> {
  const mentors = await findAvailableMentors(db, { most: 300 });
  return mentors.map(({ personId: _, ...mentor }) => mentor).sort((one, other) => compareNames(one.name, other.name));
}

/** Programmes, those that take requests first. */
export async function findProgrammes({ unitPaths }: { unitPaths?: readonly string[] } = {}): Promise<ProgrammeRow[]> {
  const at = now();
  const rows = await db.mentoringProgramme.findMany({
    where:
      unitPaths === undefined
        ? { endedAt: null }
        : { OR: unitPaths.map((path) => ({ unit: { path: { startsWith: path } } })) },
    orderBy: [{ closesAt: 'desc' }],
    take: 200,
    select: {
      slug: true,
      name: true,
      summary: true,
      opensAt: true,
      closesAt: true,
      endedAt: true,
      unit: { select: { slug: true, name: true } },
      _count: {
        select: {
          mentors: { where: { leftAt: null } },
          requests: { where: { withdrawnAt: null, servedAt: null, unservedAt: null } },
        },
      },
    },
  });
  const order: ProgrammePhase[] = ['open', 'announced', 'matching', 'ended'];
  return rows
    .map(({ endedAt, _count, ...row }) => ({ ...row, phase: programmePhase({ ...row, endedAt }, at), ..._count }))
    .sort((a, b) => order.indexOf(a.phase) - order.indexOf(b.phase));
}
