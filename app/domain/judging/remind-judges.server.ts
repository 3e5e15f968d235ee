import { insistThat } from '#app/domain/contests/contest-access.ts';
import { insistOnRunning } from '#app/domain/contests/lock-contest.server.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockRound } from './lock-round.server.ts';
import { whyNotManageRound } from './round-access.ts';

/** Hours between two reminders of one round. */
const pause = 4;

/**
 * Reminds every judge who still has sheets of an open round, in the site and by mail. Throws NotNow, soon after the last one and while the contest
 * is put off until further notice too.
 */
export async function remindJudges({ by, slug, number }: { by: Actor; slug: string; number: number }): Promise<void> {
  await db.$transaction(async (tx) => {
    const { contest, round } = await lockRound(tx, { slug, number });
    insistThat(whyNotManageRound(by, contest));
    insistOnRunning(contest);
    if (round.state !== 'OPEN') throw new NotNow({ key: 'judging:refusals.roundNotOpen' });
    const since = new Date(now().getTime() - pause * 3_600_000);
    const [last] = await tx.$queryRaw<{ id: bigint }[]>`
      select id from "Event"
      where kind = 'round.reminded' and "contestId" = ${contest.id}::uuid and payload->>'roundId' = ${round.id}
        and at > ${since} limit 1`;
    if (last !== undefined) throw new NotNow({ key: 'judging:refusals.remindedJustNow', values: { hours: pause } });
    await recordEvent(tx, {
      kind: 'round.reminded',
      by: by.id,
      contestId: contest.id,
      payload: { roundId: round.id },
    });
  });
}
