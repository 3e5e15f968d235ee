import type { Actor } from '#app/domain/people/actor.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { linkTokenFor } from '#app/platform/link-token.server.ts';

/** Contests this person's verified address is asked into, and those whose prepared entry waits to be made. Three queries. */
export async function findOwnEntryInvitations({ by }: { by: Actor }) {
  const at = now();
  const person = await db.person.findUnique({
    where: { id: by.id },
    select: { email: true, emailVerifiedAt: true },
  });
  const contest = { openedAt: { not: null }, state: 'OPEN' as const, closesAt: { gte: at } };
  const rows = await db.entryInvitation.findMany({
    where: {
      contest,
      withdrawnAt: null,
      declinedAt: null,
      OR: [
        { acceptedById: by.id, idea: { state: { not: 'WITHDRAWN' } } },
        ...(person?.emailVerifiedAt && person.email
          ? [{ email: person.email, acceptedAt: null, expiresAt: { gt: at } }]
          : []),
      ],
    },
    relationLoadStrategy: 'join',
    orderBy: { at: 'asc' },
    take: 50,
    select: {
      id: true,
      title: true,
      acceptedAt: true,
      expiresAt: true,
      ideaId: true,
      contestId: true,
      contest: { select: { name: true, closesAt: true } },
    },
  });
  const entered = await db.entry.findMany({
    where: { withdrawal: null, ideaId: { in: rows.flatMap(({ ideaId }) => ideaId ?? []) } },
    select: { ideaId: true, contestId: true },
  });
  const done = new Set(entered.map((one) => `${one.contestId} ${one.ideaId}`));
  const waiting = rows
    .filter(({ contestId, ideaId }) => !done.has(`${contestId} ${ideaId}`))
    .map((row) => ({
      token: linkTokenFor(row.id),
      contest: row.contest.name,
      title: row.title,
      accepted: row.acceptedAt !== null,
      due: row.acceptedAt === null ? row.expiresAt : row.contest.closesAt,
    }));
  return {
    offered: waiting.filter(({ accepted }) => !accepted),
    prepared: waiting.filter(({ accepted }) => accepted),
  };
}
