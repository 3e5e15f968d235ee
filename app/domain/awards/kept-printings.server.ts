import { db } from '#app/platform/db/db.server.ts';

/** Those of these keys under which printed certificates are kept. */
export async function keptPrintings(keys: readonly string[]): Promise<string[]> {
  const rows = await db.certificatePrinting.findMany({ where: { file: { in: [...keys] } }, select: { file: true } });
  return rows.flatMap(({ file }) => file ?? []);
}
