import { insistThat } from '#app/domain/contests/contest-access.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockRound } from './lock-round.server.ts';
import { whyNotManageRound } from './round-access.ts';

/**
 * Staff write down a conflict that no relation shows. It counts at once: a sheet of this pair that exists takes no more marks
 * and stops counting.
 */
export async function declareConflict({
  by,
  slug,
  number,
  entryNumber,
  judgeNumber,
  reason,
}: {
  by: Actor;
  slug: string;
  number: number;
  entryNumber: number;
  judgeNumber: number;
  reason: string;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const { contest } = await lockRound(tx, { slug, number });
    insistThat(whyNotManageRound(by, contest));
    const entry = await tx.entry.findUnique({
      where: { contestId_number: { contestId: contest.id, number: entryNumber } },
      select: { id: true },
    });
    const judge = await tx.judge.findUnique({
      where: { contestId_number: { contestId: contest.id, number: judgeNumber } },
      select: { personId: true },
    });
    if (entry === null || judge === null) {
      throw new NotValid({
        ...(entry === null ? { entryNumber: [{ key: 'judging:problems.noSuchEntry' }] } : {}),
        ...(judge === null ? { judgeNumber: [{ key: 'judging:problems.noSuchJudge' }] } : {}),
      });
    }
    const conflict = await tx.conflict.create({
      data: {
        entryId: entry.id,
        personId: judge.personId,
        kind: 'DECLARED_BY_STAFF',
        reason,
        declaredById: by.id,
        declaredAt: now(),
      },
      select: { id: true },
    });
    await recordEvent(tx, {
      kind: 'conflict.declared',
      by: by.id,
      contestId: contest.id,
      entryId: entry.id,
      payload: { conflictId: conflict.id },
    });
  });
}
