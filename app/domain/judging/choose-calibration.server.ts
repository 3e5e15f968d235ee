import { insistThat, judges as judgesIn } from '#app/domain/contests/contest-access.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow, NotValid } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockRound } from './lock-round.server.ts';
import { whyNotSeeSheets } from './round-access.ts';

/**
 * The entry every judge of a round marks before the others open, to find a common scale; null: none. Chosen before the round opens. Throws
 * NotValid beside `entry` where it does not stand in this contest, NotNow once judges have begun.
 */
export async function chooseCalibration({
  by,
  slug,
  number,
  entryNumber,
}: {
  by: Actor;
  slug: string;
  number: number;
  entryNumber: number | null;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const { contest, round } = await lockRound(tx, { slug, number });
    insistThat(whyNotSeeSheets(by, contest, { isJudge: judgesIn(by, contest), state: round.state }));
    if (round.state !== 'PLANNED') throw new NotNow({ key: 'judging:refusals.roundOpenedAlready' });
    const entry =
      entryNumber === null
        ? null
        : await tx.entry.findFirst({
            where: { contestId: contest.id, number: entryNumber, withdrawal: { is: null } },
            select: { id: true },
          });
    if (entryNumber !== null && entry === null) {
      throw new NotValid({ entry: [{ key: 'judging:problems.noSuchEntry' }] });
    }
    await tx.round.update({ where: { id: round.id }, data: { calibrationId: entry?.id ?? null } });
    await recordEvent(tx, {
      kind: 'round.changed',
      by: by.id,
      contestId: contest.id,
      entryId: entry?.id,
      payload: { roundId: round.id, number, calibration: entry !== null },
    });
  });
}
