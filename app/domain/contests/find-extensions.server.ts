import { db } from '#app/platform/db/db.server.ts';

/** Every extension of a contest, newest first, with whom it is for: for those who run it. */
export async function findExtensions({ contestId }: { contestId: string }) {
  const rows = await db.extension.findMany({
    where: { contestId },
    orderBy: { at: 'desc' },
    select: {
      id: true,
      from: true,
      until: true,
      reason: true,
      letter: true,
      at: true,
      person: { select: { fullName: true } },
      by: { select: { fullName: true } },
    },
  });
  return rows.map(({ person, by, ...row }) => ({ ...row, person: person?.fullName ?? null, by: by.fullName }));
}
