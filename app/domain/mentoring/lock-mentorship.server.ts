import { NotFound } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import type { Tx } from '#app/platform/db/db.server.ts';

/** A mentorship with both its sides, held until the transaction ends. Throws NotFound. */
export async function lockMentorship(tx: Tx, { id }: { id: string }) {
  if (!isUuid(id)) throw new NotFound();
  await tx.$queryRaw`select 1 from "Mentorship" where id = ${id}::uuid for update`;
  const found = await tx.mentorship.findUnique({
    where: { id },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      ideaId: true,
      mentorId: true,
      startedAt: true,
      endedAt: true,
      mentor: { select: { personId: true } },
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
  const { mentor, idea, ...mentorship } = found;
  return {
    ...mentorship,
    mentorPersonId: mentor.personId,
    team: idea.members.map(({ personId, kind }) => ({ personId: personId!, lead: kind === 'LEAD' })),
  };
}
