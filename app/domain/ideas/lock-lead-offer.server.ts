import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { findStanding, type StandingIdea } from './lock-idea.server.ts';

export type LeadOffer = { id: string; ideaId: string; fromId: string; toId: string };

const open = { acceptedAt: null, declinedAt: null, withdrawnAt: null };

/** An open offer of the lead, to the two people it is between, with its idea locked. NotFound for everyone else and once it was answered. */
export async function lockLeadOffer(
  tx: Tx,
  { id, by }: { id: string; by: Actor },
): Promise<{ offer: LeadOffer; idea: StandingIdea }> {
  const find = () =>
    tx.leadHandover.findFirst({
      where: { id, ...open, OR: [{ fromId: by.id }, { toId: by.id }] },
      select: { id: true, ideaId: true, fromId: true, toId: true },
    });
  const first = isUuid(id) ? await find() : null;
  if (first === null) throw new NotFound({ key: 'ideas:refusals.noLeadOffer' });
  await tx.$queryRaw`select 1 from "Idea" where id = ${first.ideaId}::uuid for update`;
  const [offer, idea] = [await find(), await findStanding(tx, first.ideaId)];
  if (offer === null || idea === null) throw new NotFound({ key: 'ideas:refusals.noLeadOffer' });
  return { offer, idea };
}
