import { insistThat, judges as judgesIn } from '#app/domain/contests/contest-access.ts';
import { appendRecords } from '#app/domain/history/record/append-records.server.ts';
import { recordCodes } from '#app/domain/history/record/record-codes.server.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound, NotNow } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { hasSeenOthers } from './has-seen-others.server.ts';
import { lockRound } from './lock-round.server.ts';
import { whyNotSeeSheets } from './round-access.ts';

/**
 * Chair or secretary let a judge change a sheet that was handed in, or do not. The marks as they stood and the moment they were handed
 * in stay on record beside those that come after; the contest's record says that the ballot was reopened, and whether others' marks can have been seen. Throws NotFound, NotNow.
 */
export async function decideReopening({
  by,
  slug,
  number,
  reopeningId,
  granted,
}: {
  by: Actor;
  slug: string;
  number: number;
  reopeningId: string;
  granted: boolean;
}): Promise<void> {
  if (!isUuid(reopeningId)) throw new NotFound();
  await db.$transaction(async (tx) => {
    const { contest, round } = await lockRound(tx, { slug, number });
    insistThat(whyNotSeeSheets(by, contest, { isJudge: judgesIn(by, contest), state: round.state }));
    const found = await tx.reopening.findFirst({
      where: { id: reopeningId, scoresheet: { roundId: round.id } },
      select: { id: true, scoresheetId: true, decidedAt: true, reason: true, afterSeeing: true },
    });
    if (found === null) throw new NotFound();
    await tx.$queryRaw`select 1 from "Scoresheet" where id = ${found.scoresheetId}::uuid for update`;
    const sheet = await tx.scoresheet.findUniqueOrThrow({
      where: { id: found.scoresheetId },
      select: {
        id: true,
        entryId: true,
        judgeId: true,
        reading: true,
        submittedAt: true,
        marks: { where: { standing: 'IN_FORCE' }, select: { criterionId: true, value: true, revision: true } },
      },
    });
    if (found.decidedAt !== null) throw new NotNow({ key: 'judging:refusals.reopeningDecided' });
    if (granted && (round.state !== 'OPEN' || sheet.submittedAt === null)) {
      throw new NotNow({ key: 'judging:refusals.roundClosed' });
    }
    // What others gave may have come before the judge's eyes since the asking.
    const afterSeeing = found.afterSeeing || (await hasSeenOthers(tx, { sheet, roundId: round.id }));
    await tx.reopening.update({
      where: { id: found.id },
      data: {
        decidedById: by.id,
        decidedAt: now(),
        granted,
        afterSeeing,
        ...(granted ? { before: sheet.marks, submittedAt: sheet.submittedAt } : {}),
      },
    });
    if (granted) {
      await tx.scoresheet.update({ where: { id: sheet.id }, data: { submittedAt: null } });
      const { entryId, judgeId, reading } = sheet;
      const codes = await recordCodes(tx, { contestId: contest.id, entries: [entryId], judges: [judgeId] });
      const body = {
        round: number,
        entry: codes.entries.get(entryId)!,
        judge: codes.judges.get(judgeId)!,
        reading,
        ...(afterSeeing ? { afterSeeing } : {}),
      };
      const records = [{ kind: 'ballot-reopened' as const, body, content: { reason: found.reason } }];
      await appendRecords(tx, { contestId: contest.id, records });
    }
    await recordEvent(tx, {
      kind: 'reopening.decided',
      by: by.id,
      contestId: contest.id,
      entryId: sheet.entryId,
      payload: { roundId: round.id, sheetId: sheet.id, reopeningId: found.id, granted: granted ? 1 : 0 },
    });
  });
}
