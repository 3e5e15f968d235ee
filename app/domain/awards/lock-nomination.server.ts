import { NotFound } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { answerColumns } from './nomination-answers.server.ts';

/** A nomination, held until the transaction ends. Throws NotFound. */
export async function lockNomination(tx: Tx, id: string) {
  if (!isUuid(id)) throw new NotFound();
  await tx.$queryRaw`select 1 from "Nomination" where id = ${id}::uuid for update`;
  const nomination = await tx.nomination.findUnique({
    where: { id },
    relationLoadStrategy: 'join',
    select: {
      ...answerColumns,
      id: true,
      acceptedAt: true,
      declinedAt: true,
      withdrawnAt: true,
      takenId: true,
      toUnit: { select: { id: true, path: true } },
      entry: {
        select: {
          ...answerColumns.entry.select,
          id: true,
          number: true,
          ideaId: true,
          version: { select: { id: true, number: true } },
          contest: { select: { id: true, slug: true } },
        },
      },
    },
  });
  if (nomination === null) throw new NotFound();
  return nomination;
}

export type LockedNomination = Awaited<ReturnType<typeof lockNomination>>;
