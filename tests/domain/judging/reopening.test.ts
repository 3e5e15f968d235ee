import { expect, test } from 'vitest';
import { askReopening } from '#app/domain/judging/ask-reopening.server.ts';
import { decideReopening } from '#app/domain/judging/decide-reopening.server.ts';
import { findDesk } from '#app/domain/judging/find-desk.server.ts';
import { findRoundBoard } from '#app/domain/judging/find-round-board.server.ts';
import { remindJudges } from '#app/domain/judging/remind-judges.server.ts';
import { saveMarks } from '#app/domain/judging/save-marks.server.ts';
import { submitSheet } from '#app/domain/judging/submit-sheet.server.ts';
import { writeNotices } from '#app/domain/notifications/write-notices.server.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { aContest, aJudge, anEntry, aSheet, criteriaOf, theOfficersOf } from '#tests/support/contest-builders.ts';
import { actorOf } from '#tests/support/idea-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';

async function aSubmittedSheet() {
  const contest = await aContest({
    state: 'CLOSED',
    rules: { judging: { gap: 20, quorum: 2 } },
    rounds: [{ state: 'OPEN', reviewsPerEntry: 2 }],
  });
  const officers = await theOfficersOf(contest);
  const person = await aPerson();
  const seat = await aJudge(contest, { personId: person.id });
  const entry = await anEntry(contest);
  const sheet = await aSheet(contest.round, entry, seat, { marks: [3, 5] });
  const where = { by: await actorOf(officers.secretary), slug: contest.slug, number: 1 };
  return { contest, officers, person, judge: await actorOf(person), entry, seat, sheet, where };
}

test('a judge asks with a reason, the secretary decides; both values stay, and the record says it was reopened', async () => {
  const { contest, judge, sheet, where } = await aSubmittedSheet();
  const [first] = await criteriaOf(contest.round);
  const mark = (typed: string) =>
    saveMarks({
      by: judge,
      sheetId: sheet.id,
      marks: [{ criterionId: first!.id, typed, basedOn: 1, key: crypto.randomUUID(), settles: [], markedAt: null }],
    });
  const inForce = async () =>
    (
      await db.mark.findMany({
        where: { scoresheetId: sheet.id, standing: 'IN_FORCE' },
        orderBy: { criterion: { position: 'asc' } },
      })
    ).map(({ value }) => value);
  // Until it is reopened a mark changes nothing.
  await mark('1');
  expect(await inForce()).toEqual([3, 5]);
  const stranger = await actorOf(await aPerson());
  expect(await refusalOf(askReopening({ by: stranger, sheetId: sheet.id, reason: 'x' }))).toMatch(/^not-found/);
  await askReopening({ by: judge, sheetId: sheet.id, reason: 'Gõ nhầm điểm' });
  expect(await refusalOf(askReopening({ by: judge, sheetId: sheet.id, reason: 'Lại' }))).toBe(
    'not-now: judging:refusals.reopeningAsked',
  );
  const { id: reopeningId } = await db.reopening.findFirstOrThrow({ where: { scoresheetId: sheet.id } });
  const decide = (granted: boolean, by = where.by) => decideReopening({ ...where, by, reopeningId, granted });
  expect(await refusalOf(decide(true, judge))).toMatch(/^not-allowed/);
  await decide(true);
  expect(await refusalOf(decide(false))).toBe('not-now: judging:refusals.reopeningDecided');
  await mark('4');
  await submitSheet({ by: judge, sheetId: sheet.id });
  expect(await inForce()).toEqual([4, 5]);
  const board = await findRoundBoard(where);
  expect(board.reopenings).toMatchObject([
    { reason: 'Gõ nhầm điểm', granted: true, changes: [{ criterion: 'Tính mới', was: 3, is: 4 }] },
  ]);
  expect(await db.mark.count({ where: { scoresheetId: sheet.id } })).toBe(4);
});

test('not once the round is closed; a wish that is declined changes nothing', async () => {
  const { contest, judge, sheet, where } = await aSubmittedSheet();
  await askReopening({ by: judge, sheetId: sheet.id, reason: 'Gõ nhầm' });
  const { id: reopeningId } = await db.reopening.findFirstOrThrow({ where: { scoresheetId: sheet.id } });
  await db.round.update({ where: { id: contest.round.id }, data: { state: 'CLOSED' } });
  expect(await refusalOf(decideReopening({ ...where, reopeningId, granted: true }))).toBe(
    'not-now: judging:refusals.roundClosed',
  );
  await decideReopening({ ...where, reopeningId, granted: false });
  expect((await db.scoresheet.findUniqueOrThrow({ where: { id: sheet.id } })).submittedAt).not.toBe(null);
  expect(await refusalOf(askReopening({ by: judge, sheetId: sheet.id, reason: 'Nữa' }))).toBe(
    'not-now: judging:refusals.roundClosed',
  );
});

test('the chair sees whom a third reader is due, who is below the quorum; the judge sees their own totals', async () => {
  const { contest, judge, entry, where } = await aSubmittedSheet();
  await aSheet(contest.round, entry, await aJudge(contest), { marks: [1, 1] });
  const lonely = await anEntry(contest);
  const board = await findRoundBoard(where);
  expect([board.gap, board.quorum]).toEqual([20, 2]);
  expect(board.entries.map(({ number, spread, submitted }) => [number, spread, submitted])).toEqual([
    [entry.number, 75, 2],
    [lonely.number, null, 0],
  ]);
  expect((await findDesk({ by: judge }))[0]?.totals).toEqual([75]);
});

test('judges with sheets left are reminded, not twice in a short while, and nobody else is', async () => {
  const { contest, where, seat } = await aSubmittedSheet();
  const late = await aJudge(contest);
  await aSheet(contest.round, await anEntry(contest), late);
  await remindJudges(where);
  expect(await refusalOf(remindJudges(where))).toBe('not-now: judging:refusals.remindedJustNow');
  const events = await db.event.findMany({ where: { contestId: contest.id, kind: 'round.reminded' } });
  await db.$transaction((tx) => writeNotices(tx, events as never));
  const told = await db.notice.findMany({ where: { personId: { in: [late.personId, seat.personId] } } });
  expect(told.map(({ personId, kind }) => [personId === late.personId, kind])).toEqual([[true, 'sheets-assigned']]);
  atTime(new Date(now().getTime() + 5 * 3_600_000));
  await remindJudges(where);
});
