import { insistThat, judges as judgesIn } from '#app/domain/contests/contest-access.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { removeUnbegun } from './assign-by-hand.server.ts';
import { insistOnAssignable, lockRound } from './lock-round.server.ts';
import { keepAssignment } from './record/keep-assignment.server.ts';
import { whyNotSeeSheets } from './round-access.ts';

/** Takes a sheet that nobody has begun from its judge. One that was begun is never touched: the judge steps back from it. */
export async function releaseSheet({
  by,
  slug,
  number,
  sheetId,
}: {
  by: Actor;
  slug: string;
  number: number;
  sheetId: string;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const { contest, round } = await lockRound(tx, { slug, number });
    insistThat(whyNotSeeSheets(by, contest, { isJudge: judgesIn(by, contest), state: round.state }));
    insistOnAssignable(contest, round, now());
    const { entryId, judgeId } = await removeUnbegun(tx, { sheetId, roundId: round.id });
    await keepAssignment(tx, { contestId: contest.id, round: number, removed: [[entryId, judgeId]] });
    await recordEvent(tx, {
      kind: 'assignment.released',
      by: by.id,
      contestId: contest.id,
      entryId,
      payload: { roundId: round.id, sheetId, judgeId },
    });
  });
}
