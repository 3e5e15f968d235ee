import { db } from '#app/platform/db/db.server.ts';

/** Every postponement of a contest, the newest first. One query. */
export async function findPostponements({ contestId }: { contestId: string }) {
  return db.postponement.findMany({
    where: { contestId },
    orderBy: { at: 'desc' },
    select: {
      id: true,
      days: true,
      reason: true,
      letter: true,
      at: true,
      resumedAt: true,
      resumeReason: true,
      resumeLetter: true,
    },
  });
}
