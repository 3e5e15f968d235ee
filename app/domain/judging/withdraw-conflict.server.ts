import { insistThat } from '#app/domain/contests/contest-access.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotAllowed, NotFound } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockRound } from './lock-round.server.ts';
import { whyNotManageRound } from './round-access.ts';

/** Takes back what staff declared by mistake. What a judge said of themselves is not staff's to take back. */
export async function withdrawConflict({
  by,
  slug,
  number,
  conflictId,
}: {
  by: Actor;
  slug: string;
  number: number;
  conflictId: string;
}): Promise<void> {
  if (!isUuid(conflictId)) throw new NotFound();
  await db.$transaction(async (tx) => {
    const { contest } = await lockRound(tx, { slug, number });
    insistThat(whyNotManageRound(by, contest));
    const conflict = await tx.conflict.findFirst({
      where: { id: conflictId, withdrawnAt: null, entry: { contestId: contest.id } },
      select: { id: true, kind: true, entryId: true },
    });
    if (conflict === null) throw new NotFound();
    if (conflict.kind !== 'DECLARED_BY_STAFF') throw new NotAllowed({ key: 'judging:refusals.notStaffsConflict' });
    await tx.conflict.update({ where: { id: conflict.id }, data: { withdrawnAt: now() } });
    await recordEvent(tx, {
      kind: 'conflict.withdrawn',
      by: by.id,
      contestId: contest.id,
      entryId: conflict.entryId,
      payload: { conflictId: conflict.id },
    });
  });
}
