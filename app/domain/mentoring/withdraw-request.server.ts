import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { isLead } from '#app/domain/ideas/idea-access.ts';
import { lockIdea } from '#app/domain/ideas/lock-idea.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotAllowed, NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';

/** The lead takes the team's open request back; proposals that came of it are over. */
export async function withdrawRequest({ by, slug }: { by: Actor; slug: string }): Promise<{ slug: string }> {
  return db.$transaction(async (tx) => {
    const idea = await lockIdea(tx, { slug, by });
    if (!isLead(by, idea)) throw new NotAllowed({ key: 'mentoring:refusals.leadOnly' });
    const open = { ideaId: idea.id, withdrawnAt: null, servedAt: null, unservedAt: null };
    await tx.$queryRaw`select 1 from "MentorRequest" where "ideaId" = ${idea.id}::uuid for update`;
    const request = await tx.mentorRequest.findFirst({ where: open, select: { id: true } });
    if (request === null) throw new NotNow({ key: 'mentoring:refusals.nothingAsked' });
    const at = now();
    await tx.mentorRequest.update({ where: { id: request.id }, data: { withdrawnAt: at } });
    await tx.mentorProposal.updateMany({
      where: { requestId: request.id, declinedAt: null, lapsedAt: null },
      data: { lapsedAt: at },
    });
    const payload = { requestId: request.id };
    await recordEvent(tx, { kind: 'mentor-request.withdrawn', by: by.id, ideaId: idea.id, payload });
    return { slug: idea.slug };
  });
}
