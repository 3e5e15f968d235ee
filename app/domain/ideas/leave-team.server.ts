import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotAllowed, NotFound, NotNow } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { isLead } from './idea-access.ts';
import { lockIdea } from './lock-idea.server.ts';

/**
 * A member leaves, the lead removes one, or the lead takes an invitation back. The lead stays as long as the idea does.
 * Entries keep the team they were made by.
 */
export async function leaveTeam({
  by,
  slug,
  memberId,
}: {
  by: Actor;
  slug: string;
  memberId: string;
}): Promise<{ slug: string; self: boolean }> {
  return db.$transaction(async (tx) => {
    const idea = await lockIdea(tx, { slug, by });
    if (!isUuid(memberId)) throw new NotFound();
    const member = await tx.ideaMember.findFirst({
      where: { id: memberId, ideaId: idea.id, leftAt: null, declinedAt: null },
      select: { id: true, personId: true, kind: true },
    });
    const self = member?.personId === by.id;
    if (member === null || !(self || isLead(by, idea))) {
      if (member !== null && idea.team.some((one) => one.personId === by.id)) {
        throw new NotAllowed({ key: 'ideas:refusals.leadOnly' });
      }
      throw new NotFound();
    }
    if (member.kind === 'LEAD') throw new NotNow({ key: 'ideas:refusals.leadStays' });
    await tx.ideaMember.update({ where: { id: member.id }, data: { leftAt: now() } });
    await recordEvent(tx, {
      kind: 'idea-member.left',
      by: by.id,
      ideaId: idea.id,
      personId: member.personId ?? undefined,
      payload: { memberId: member.id, self },
    });
    return { slug: idea.slug, self };
  });
}
