import { db } from '#app/platform/db/db.server.ts';

/** Whether the database answers within a second; for whoever watches over the site. */
export async function checkHealth(): Promise<{ ok: boolean }> {
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, 1_000, false).unref());
  const answers = db.$queryRaw`select 1`.then(
    () => true,
    () => false,
  );
  return { ok: await Promise.race([answers, late]) };
}
