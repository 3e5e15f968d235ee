import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound, NotNow } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { mayHandOver } from './idea-access.ts';
import { insistThat } from './insist.server.ts';
import { lockIdea } from './lock-idea.server.ts';

/**
 * The lead asks a confirmed member to lead from now on. Nothing changes until they say yes; one offer stands at a time.
 * Throws NotFound for somebody who is not on the team.
 */
export async function offerLead({
  by,
  slug,
  memberId,
}: {
  by: Actor;
  slug: string;
  memberId: string;
}): Promise<{ slug: string }> {
  return db.$transaction(async (tx) => {
    const idea = await lockIdea(tx, { slug, by });
    insistThat(mayHandOver(by, idea));
    const member = isUuid(memberId)
      ? await tx.ideaMember.findFirst({
          where: { id: memberId, ideaId: idea.id, kind: 'MEMBER', confirmedAt: { not: null }, leftAt: null },
          select: { personId: true },
        })
      : null;
    if (member === null || member.personId === null) throw new NotFound();
    const open = { ideaId: idea.id, acceptedAt: null, declinedAt: null, withdrawnAt: null };
    if ((await tx.leadHandover.count({ where: open })) > 0) throw new NotNow({ key: 'ideas:refusals.leadOffered' });
    const { id } = await tx.leadHandover.create({
      data: { ideaId: idea.id, fromId: by.id, toId: member.personId, askedAt: now() },
      select: { id: true },
    });
    await recordEvent(tx, {
      kind: 'idea-lead.offered',
      by: by.id,
      ideaId: idea.id,
      personId: member.personId,
      payload: { handoverId: id },
    });
    return { slug: idea.slug };
  });
}
