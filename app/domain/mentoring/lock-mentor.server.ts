import { NotFound } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import type { Tx } from '#app/platform/db/db.server.ts';

/** The mentor, held until the transaction ends: what they take on is counted by one at a time. Throws NotFound. */
export async function lockMentor(tx: Tx, where: { id: string } | { personId: string }) {
  if ('id' in where) {
    if (!isUuid(where.id)) throw new NotFound();
    await tx.$queryRaw`select 1 from "Mentor" where id = ${where.id}::uuid for update`;
  } else await tx.$queryRaw`select 1 from "Mentor" where "personId" = ${where.personId}::uuid for update`;
  const mentor = await tx.mentor.findUnique({
    where: 'id' in where ? { id: where.id } : { personId: where.personId },
    include: { unit: { select: { path: true } } },
  });
  if (mentor === null) throw new NotFound();
  const { unit, ...rest } = mentor;
  return { ...rest, unitPath: unit.path };
}

export type LockedMentor = Awaited<ReturnType<typeof lockMentor>>;
