import { NotFound } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import type { Tx } from '#app/platform/db/db.server.ts';

const columns = {
  id: true,
  mentorId: true,
  expiresAt: true,
  mentorAcceptedAt: true,
  teamAcceptedAt: true,
  declinedAt: true,
  lapsedAt: true,
  mentor: { select: { personId: true } },
  request: {
    select: {
      id: true,
      programmeId: true,
      ideaId: true,
      withdrawnAt: true,
      servedAt: true,
      unservedAt: true,
      idea: {
        select: {
          members: {
            where: { confirmedAt: { not: null }, leftAt: null, personId: { not: null } },
            select: { personId: true, kind: true },
          },
        },
      },
    },
  },
} as const;

/**
 * A proposal with its request, both held until the transaction ends; where it belongs to a programme, that is held first, so
 * that only one is passed on at a time. Throws NotFound.
 */
export async function lockProposal(tx: Tx, { id }: { id: string }) {
  if (!isUuid(id)) throw new NotFound();
  const place = await tx.mentorProposal.findUnique({
    where: { id },
    select: { requestId: true, request: { select: { programmeId: true } } },
  });
  if (place === null) throw new NotFound();
  const { programmeId } = place.request;
  if (programmeId !== null) {
    await tx.$queryRaw`select 1 from "MentoringProgramme" where id = ${programmeId}::uuid for update`;
  }
  await tx.$queryRaw`select 1 from "MentorRequest" where id = ${place.requestId}::uuid for update`;
  await tx.$queryRaw`select 1 from "MentorProposal" where id = ${id}::uuid for update`;
  const { mentor, request, ...proposal } = await tx.mentorProposal.findUniqueOrThrow({
    where: { id },
    relationLoadStrategy: 'join',
    select: columns,
  });
  const { idea, ...rest } = request;
  return {
    ...proposal,
    request: rest,
    mentorPersonId: mentor.personId,
    team: idea.members.map(({ personId, kind }) => ({ personId: personId!, lead: kind === 'LEAD' })),
  };
}

export type LockedProposal = Awaited<ReturnType<typeof lockProposal>>;
