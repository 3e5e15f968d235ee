import type { Actor } from '#app/domain/people/actor.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { linkTokenFor } from '#app/platform/link-token.server.ts';

/** Seats offered to this person's verified address, and contests they run in which somebody waits to be confirmed. Three queries. */
export async function findJudgeInvitationsWaiting({ by }: { by: Actor }) {
  const at = now();
  const address = await ownAddress(by.id);
  const offered =
    address === null
      ? []
      : await db.judgeInvitation.findMany({
          where: {
            email: address,
            expiresAt: { gt: at },
            acceptedAt: null,
            declinedAt: null,
            withdrawnAt: null,
            contest: { state: { notIn: ['CANCELLED', 'PUBLISHED'] } },
          },
          orderBy: { expiresAt: 'asc' },
          select: { id: true, expiresAt: true, contest: { select: { name: true } } },
        });
  const contestIds = by.roles
    .filter(({ kind }) => kind === 'CHAIR' || kind === 'SECRETARY')
    .flatMap(({ contestId }) => contestId ?? []);
  const waiting =
    contestIds.length === 0
      ? []
      : await db.judgeInvitation.findMany({
          where: {
            contestId: { in: contestIds },
            acceptedAt: { not: null },
            acceptedById: { not: by.id },
            confirmedAt: null,
            withdrawnAt: null,
          },
          orderBy: { acceptedAt: 'asc' },
          select: { acceptedAt: true, contest: { select: { slug: true, name: true } } },
        });
  const bySlug = new Map<string, { slug: string; name: string; since: Date; count: number }>();
  for (const { contest, acceptedAt } of waiting) {
    const one = bySlug.get(contest.slug) ?? { ...contest, since: acceptedAt!, count: 0 };
    bySlug.set(contest.slug, { ...one, count: one.count + 1 });
  }
  return {
    offered: offered.map(({ id, expiresAt, contest }) => ({
      token: linkTokenFor(id),
      contest: contest.name,
      due: expiresAt,
    })),
    toConfirm: [...bySlug.values()],
  };
}

async function ownAddress(personId: string): Promise<string | null> {
  const person = await db.person.findUnique({
    where: { id: personId },
    select: { email: true, emailVerifiedAt: true },
  });
  return person?.emailVerifiedAt ? person.email : null;
}
