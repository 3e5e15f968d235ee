import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import { db } from '#app/platform/db/db.server.ts';

const open = { acceptedAt: null, declinedAt: null, withdrawnAt: null };

/** An offer of the lead as the member sees it who was asked. NotFound for everyone else and once it was answered. */
export async function findLeadOffer({ by, id }: { by: Actor; id: string }) {
  const offer = isUuid(id)
    ? await db.leadHandover.findFirst({
        where: { id, toId: by.id, ...open },
        select: {
          id: true,
          askedAt: true,
          from: { select: { fullName: true } },
          idea: { select: { slug: true, draft: { select: { title: true } } } },
        },
      })
    : null;
  if (offer === null) throw new NotFound({ key: 'ideas:refusals.noLeadOffer' });
  const { from, idea, ...rest } = offer;
  return { ...rest, from: from.fullName, idea: { slug: idea.slug, title: idea.draft?.title ?? '' } };
}

/** Offers of the lead that wait for this person's answer. */
export async function findLeadOffersWaiting({ by }: { by: Actor }): Promise<{ id: string; title: string; at: Date }[]> {
  const offers = await db.leadHandover.findMany({
    where: { toId: by.id, ...open, idea: { state: { not: 'WITHDRAWN' } } },
    orderBy: { askedAt: 'asc' },
    select: { id: true, askedAt: true, idea: { select: { draft: { select: { title: true } } } } },
  });
  return offers.map(({ id, askedAt, idea }) => ({ id, at: askedAt, title: idea.draft?.title ?? '' }));
}
