import { NotFound } from '#app/domain/refusal.ts';
import type { Tx } from '#app/platform/db/db.server.ts';

/** The programme at an address, held until the transaction ends. Throws NotFound. */
export async function lockProgramme(tx: Tx, { slug }: { slug: string }) {
  await tx.$queryRaw`select 1 from "MentoringProgramme" where slug = ${slug} for update`;
  const programme = await tx.mentoringProgramme.findUnique({
    where: { slug },
    include: { unit: { select: { path: true } } },
  });
  if (programme === null) throw new NotFound();
  const { unit, ...rest } = programme;
  return { ...rest, unitPath: unit.path };
}
