import { insistThat } from '#app/domain/contests/contest-access.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockRound } from './lock-round.server.ts';
import { whyNotManageRound } from './round-access.ts';

/** A relation that was laid down by mistake counts no longer; who laid it and when stays on record. Throws NotFound. */
export async function withdrawRelation({
  by,
  slug,
  number,
  relationId,
}: {
  by: Actor;
  slug: string;
  number: number;
  relationId: string;
}): Promise<void> {
  if (!isUuid(relationId)) throw new NotFound();
  await db.$transaction(async (tx) => {
    const { contest } = await lockRound(tx, { slug, number });
    insistThat(whyNotManageRound(by, contest));
    const seats = { some: { contestId: contest.id } };
    const relation = await tx.relation.findFirst({
      where: {
        id: relationId,
        withdrawnAt: null,
        OR: [{ person: { judgeSeats: seats } }, { other: { judgeSeats: seats } }],
      },
      select: { id: true, personId: true },
    });
    if (relation === null) throw new NotFound();
    await tx.relation.update({ where: { id: relation.id }, data: { withdrawnAt: now() } });
    await recordEvent(tx, {
      kind: 'relation.withdrawn',
      by: by.id,
      contestId: contest.id,
      personId: relation.personId,
      payload: { relationId: relation.id },
    });
  });
}
