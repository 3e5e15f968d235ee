import { db } from '#app/platform/db/db.server.ts';

/** Those of these keys under which a file of an idea is kept: attached now, or part of a version that was handed in. */
export async function keptIdeaFiles(keys: readonly string[]): Promise<string[]> {
  const rows = await db.ideaFile.findMany({
    where: { key: { in: [...keys] }, OR: [{ removedAt: null }, { versions: { some: {} } }] },
    select: { key: true },
  });
  return rows.map(({ key }) => key);
}
