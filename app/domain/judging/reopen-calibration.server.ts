import { insistThat, judges as judgesIn } from '#app/domain/contests/contest-access.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound, NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockRound } from './lock-round.server.ts';
import { whyNotSeeSheets } from './round-access.ts';

/**
 * Chair or secretary let a judge mark the entry all mark first anew, with a reason: a slip there would bend everybody's scale. The marks as
 * they stood stay on record. It is no ballot, so the contest's record says nothing of it. Throws NotFound and NotNow.
 */
export async function reopenCalibration({
  by,
  slug,
  number,
  judge,
  reason,
}: {
  by: Actor;
  slug: string;
  number: number;
  /** The judge's number on the panel. */
  judge: number;
  reason: string;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const { contest, round } = await lockRound(tx, { slug, number });
    insistThat(whyNotSeeSheets(by, contest, { isJudge: judgesIn(by, contest), state: round.state }));
    const found = await tx.scoresheet.findFirst({
      where: { roundId: round.id, calibration: true, judge: { number: judge }, recusal: { is: null } },
      select: { id: true },
    });
    if (found === null) throw new NotFound();
    await tx.$queryRaw`select 1 from "Scoresheet" where id = ${found.id}::uuid for update`;
    const sheet = await tx.scoresheet.findUniqueOrThrow({
      where: { id: found.id },
      select: {
        entryId: true,
        submittedAt: true,
        marks: { where: { standing: 'IN_FORCE' }, select: { criterionId: true, value: true, revision: true } },
      },
    });
    if (round.state !== 'OPEN') throw new NotNow({ key: 'judging:refusals.roundNotOpen' });
    if (sheet.submittedAt === null) throw new NotNow({ key: 'judging:refusals.notSubmitted' });
    const at = now();
    const { id } = await tx.reopening.create({
      data: {
        scoresheetId: found.id,
        askedById: by.id,
        askedAt: at,
        reason,
        decidedById: by.id,
        decidedAt: at,
        granted: true,
        before: sheet.marks,
        submittedAt: sheet.submittedAt,
      },
      select: { id: true },
    });
    await tx.scoresheet.update({ where: { id: found.id }, data: { submittedAt: null } });
    await recordEvent(tx, {
      kind: 'reopening.decided',
      by: by.id,
      contestId: contest.id,
      entryId: sheet.entryId,
      payload: { roundId: round.id, sheetId: found.id, reopeningId: id, granted: 1 },
    });
  });
}
