import { db } from '#app/platform/db/db.server.ts';

export const entriesPerPage = 100;

/**
 * A page of a contest's entries by number, and how many there are. Names only where `seesTeams`: an officer who judges here
 * learns none while it is blind. Two queries.
 */
export async function findManagedEntries({
  contestId,
  division,
  page,
  seesTeams,
}: {
  contestId: string;
  division: string | null;
  page: number;
  seesTeams: boolean;
}) {
  const where = { contestId, ...(division === null ? {} : { division: { slug: division } }) };
  const [rows, total] = await Promise.all([
    db.entry.findMany({
      where,
      relationLoadStrategy: 'join',
      orderBy: { number: 'asc' },
      skip: (page - 1) * entriesPerPage,
      take: entriesPerPage,
      select: {
        id: true,
        number: true,
        enteredAt: true,
        pool: true,
        withdrawal: { select: { at: true } },
        outside: { where: { withdrawnAt: null }, select: { id: true } },
        division: { select: { name: true } },
        version: { select: { title: true, unit: { select: { name: true } } } },
        members: { orderBy: { kind: 'asc' }, select: { kind: true, person: { select: { fullName: true } } } },
      },
    }),
    db.entry.count({ where }),
  ]);
  return {
    entries: rows.map(({ members, version, division: into, withdrawal, outside, ...entry }) => ({
      ...entry,
      outside: outside.length > 0,
      title: version.title,
      division: into.name,
      withdrawnAt: withdrawal?.at ?? null,
      unit: seesTeams ? (version.unit?.name ?? null) : null,
      team: seesTeams ? members.map(({ person }) => person.fullName) : [],
    })),
    total,
    pages: Math.max(1, Math.ceil(total / entriesPerPage)),
  };
}
