import { NotFound } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import type { Tx } from '#app/platform/db/db.server.ts';

/** An offer with its pledge and both sides, held until the transaction ends. Throws NotFound. */
export async function lockOffer(tx: Tx, { id }: { id: string }) {
  if (!isUuid(id)) throw new NotFound();
  await tx.$queryRaw`select 1 from "SupportOffer" where id = ${id}::uuid for update`;
  const found = await tx.supportOffer.findUnique({
    where: { id },
    relationLoadStrategy: 'join',
    include: {
      pledge: { include: { disputes: { select: { id: true } } } },
      business: { select: { verifiedAt: true } },
      idea: {
        select: {
          members: {
            where: { confirmedAt: { not: null }, leftAt: null, personId: { not: null } },
            select: { personId: true, kind: true },
          },
        },
      },
    },
  });
  if (found === null) throw new NotFound();
  const { idea, ...offer } = found;
  return { ...offer, team: idea.members.map(({ personId, kind }) => ({ personId: personId!, lead: kind === 'LEAD' })) };
}

export type LockedOffer = Awaited<ReturnType<typeof lockOffer>>;
