import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { insistThat, whyNotAppoint } from './contest-access.ts';
import { insistOnPools } from './insist-on-pools.server.ts';
import { insistOnUnfinished, lockContest } from './lock-contest.server.ts';
import { insistOnFields, type Seat } from './seat.server.ts';

/** Loads, panels and fields of a seat. What is assigned already stays. */
export async function changeSeat({
  by,
  slug,
  judgeId,
  seat,
}: {
  by: Actor;
  slug: string;
  judgeId: string;
  seat: Seat;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const contest = await lockContest(tx, { slug });
    insistThat(whyNotAppoint(by, contest, 'JUDGE'));
    insistOnUnfinished(contest);
    await insistOnFields(tx, seat.fieldIds);
    await insistOnPools(tx, { contestId: contest.id, pools: seat.pools });
    const { count } = await tx.judge.updateMany({
      where: { id: judgeId, contestId: contest.id },
      data: { ...seat, fieldIds: [...new Set(seat.fieldIds)], pools: [...new Set(seat.pools)] },
    });
    if (count === 0) throw new NotFound();
    await recordEvent(tx, { kind: 'contest.changed', by: by.id, contestId: contest.id, payload: { judgeId } });
  });
}
