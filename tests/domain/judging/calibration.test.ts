import { expect, test } from 'vitest';
import { publishRound } from '#app/domain/awards/publish-round.server.ts';
import { composeDocument } from '#app/domain/contests/compose-document.server.ts';
import { assignByHand } from '#app/domain/judging/assign-by-hand.server.ts';
import { chooseCalibration } from '#app/domain/judging/choose-calibration.server.ts';
import { closeRound } from '#app/domain/judging/close-round.server.ts';
import { findDesk } from '#app/domain/judging/find-desk.server.ts';
import { findRoundBoard } from '#app/domain/judging/find-round-board.server.ts';
import { findSheet } from '#app/domain/judging/find-sheet.server.ts';
import { openRound } from '#app/domain/judging/open-round.server.ts';
import { type Bundle, writeBundle } from '#app/domain/judging/record/bundle.ts';
import { findFullBundle } from '#app/domain/judging/record/find-bundles.server.ts';
import { layRecord } from '#app/domain/judging/record/lay-record.server.ts';
import { verifyBundle } from '#app/domain/judging/record/verify-bundle.ts';
import { recuse } from '#app/domain/judging/recuse.server.ts';
import { reopenCalibration } from '#app/domain/judging/reopen-calibration.server.ts';
import { saveMarks } from '#app/domain/judging/save-marks.server.ts';
import { submitSheet } from '#app/domain/judging/submit-sheet.server.ts';
import { hashOfJson } from '#app/domain/sha256.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson } from '#tests/support/builders.ts';
import { aContest, aJudge, anEntry, aSheet, criteriaOf, theOfficersOf } from '#tests/support/contest-builders.ts';
import { actorOf } from '#tests/support/idea-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';

/** Three entries; the first is the one to mark first, and two judges read the other two. */
async function aCalibratedRound() {
  const contest = await aContest({ state: 'CLOSED', rounds: [{ reviewsPerEntry: 2 }] });
  const officers = await theOfficersOf(contest);
  const entries = [await anEntry(contest), await anEntry(contest), await anEntry(contest)];
  const people = [await aPerson(), await aPerson()];
  const seats = [];
  for (const person of people) {
    const seat = await aJudge(contest, { personId: person.id });
    seats.push(seat);
    for (const entry of entries.slice(1)) await aSheet(contest.round, entry, seat);
  }
  const where = { by: await actorOf(officers.secretary), slug: contest.slug, number: 1 };
  const chair = await actorOf(officers.chair);
  await chooseCalibration({ ...where, entryNumber: 1 });
  const judges = await Promise.all(people.map((person) => actorOf(person)));
  return { contest, where, chair, entries, seats, judges };
}

type Round = Awaited<ReturnType<typeof aCalibratedRound>>;

async function mark({ contest }: Round, by: Round['judges'][number], sheetId: string, values: number[]) {
  const criteria = await criteriaOf(contest.round);
  const marks = values.map((value, at) => ({
    criterionId: criteria[at]!.id,
    typed: String(value),
    basedOn: 0,
    key: crypto.randomUUID(),
    settles: [],
    markedAt: null,
  }));
  return saveMarks({ by, sheetId, marks });
}

test('everyone marks it first: other sheets are shut until it is handed in, and its marks count nowhere', async () => {
  const world = await aCalibratedRound();
  const { contest, where, chair, judges } = world;
  await openRound(where);
  const [one, two] = judges as [Round['judges'][number], Round['judges'][number]];
  const desk = async (by: typeof one) => (await findDesk({ by }))[0]!.sheets;
  expect((await desk(one)).map(({ number, calibration, locked }) => [number, calibration, locked])).toEqual([
    [1, true, false],
    [2, false, true],
    [3, false, true],
  ]);
  const [first, second] = await desk(one);
  const shut = await findSheet({ id: second!.id, by: one });
  expect(shut).toMatchObject({ text: null, files: [], answers: [], calibrateFirst: first!.id });
  expect(shut.whyNotMark).toEqual({ key: 'judging:refusals.calibrateFirst' });
  // A mark that comes all the same is kept aside as late, and the sheet cannot be handed in.
  expect((await mark(world, one, second!.id, [5, 5])).late).toEqual({ key: 'judging:refusals.calibrateFirst' });
  expect(await refusalOf(submitSheet({ by: one, sheetId: second!.id }))).toBe(
    'not-now: judging:refusals.calibrateFirst',
  );
  expect(await findSheet({ id: first!.id, by: one })).toMatchObject({ calibration: true, calibrateFirst: null });
  await mark(world, one, first!.id, [1, 1]);
  await submitSheet({ by: one, sheetId: first!.id });
  expect((await desk(one)).map(({ locked }) => locked)).toEqual([false, false, false]);
  const opened = await findSheet({ id: second!.id, by: one });
  expect([opened.text === null, opened.calibrateFirst, opened.whyNotMark]).toEqual([false, null, null]);
  // The other judge's are still shut: it is each one's own.
  expect((await desk(two)).map(({ locked }) => locked)).toEqual([false, true, true]);
  const ofTwo = (await desk(two))[0]!;
  await mark(world, two, ofTwo.id, [5, 4]);
  await submitSheet({ by: two, sheetId: ofTwo.id });
  const board = await findRoundBoard(where);
  expect(board.calibration).toMatchObject({ entry: { number: 1 }, handedIn: 2, totals: [0, 87.5], mean: 43.75 });
  expect(board.calibration!.rows.map(({ total, from }) => [total, from])).toEqual([
    [0, -43.75],
    [87.5, 43.75],
  ]);
  expect(board.coverage).toMatchObject({ entries: 3, assigned: 4, submitted: 0, missing: 6, unread: 3 });
  expect(board.totals).toEqual([]);
  expect((await findDesk({ by: one }))[0]!.totals).toEqual([]);
  for (const [by, marks] of [
    [one, [3, 3]],
    [two, [4, 4]],
  ] as const) {
    for (const sheet of (await desk(by)).slice(1)) {
      await mark(world, by, sheet.id, [...marks]);
      await submitSheet({ by, sheetId: sheet.id });
    }
  }
  await closeRound({ ...where, by: chair, reason: 'Bài số 1 chỉ để chấm thử.' });
  const ranking = await db.ranking.findFirstOrThrow({
    where: { roundId: contest.round.id },
    include: { standings: { include: { entry: true } } },
  });
  expect(ranking.sheets).toBe(4);
  expect(ranking.standings.map(({ entry, sheets, mean }) => [entry.number, sheets, mean]).sort()).toEqual([
    [2, 2, 62.5],
    [3, 2, 62.5],
  ]);
});

test('chosen before the opening, by who may assign; a judge with a tie reads without; who joins later marks it first too', async () => {
  const world = await aCalibratedRound();
  const { contest, where, entries, seats, judges } = world;
  expect(await refusalOf(chooseCalibration({ ...where, entryNumber: 99 }))).toBe(
    'not-valid: entry judging:problems.noSuchEntry',
  );
  expect(await refusalOf(chooseCalibration({ ...where, by: judges[0]!, entryNumber: 2 }))).toMatch(/^not-allowed/);
  await db.conflict.create({
    data: {
      entryId: entries[0]!.id,
      personId: judges[1]!.id,
      kind: 'DECLARED_BY_STAFF',
      declaredById: where.by.id,
      declaredAt: new Date(),
    },
  });
  await openRound(where);
  expect(await refusalOf(chooseCalibration({ ...where, entryNumber: null }))).toBe(
    'not-now: judging:refusals.roundOpenedAlready',
  );
  expect((await findDesk({ by: judges[1]! }))[0]!.sheets.map(({ locked }) => locked)).toEqual([false, false]);
  const late = await aPerson();
  await aJudge(contest, { personId: late.id });
  await assignByHand({ ...where, entryNumber: 2, judgeNumber: 3, insteadOf: null });
  const by = await actorOf(late);
  expect((await findDesk({ by }))[0]!.sheets.map(({ number, calibration }) => [number, calibration])).toEqual([
    [1, true],
    [2, false],
  ]);
  // Stepping back from it, with a tie nobody knew of, opens the rest and writes nothing into the record.
  const [first] = (await findDesk({ by }))[0]!.sheets;
  const records = await db.contestRecord.count({ where: { contestId: contest.id, kind: 'recused' } });
  await recuse({ by, sheetId: first!.id, reason: 'Cháu tôi', conflict: true });
  expect((await findDesk({ by }))[0]!.sheets.map(({ locked }) => locked)).toEqual([false, false]);
  expect(await db.contestRecord.count({ where: { contestId: contest.id, kind: 'recused' } })).toBe(records);
  // The entry itself may be read for real by somebody who marked it first.
  expect(
    await refusalOf(assignByHand({ ...where, entryNumber: 1, judgeNumber: seats[0]!.number, insteadOf: null })),
  ).toBe('taken');
});

test('handed in, reopened with a reason and handed in again, it is never a ballot: the record counts the other sheets alone', async () => {
  const world = await aCalibratedRound();
  const { contest, where, chair, judges } = world;
  const document = await db.$transaction((tx) => composeDocument(tx, contest.id));
  await db.contestRules.create({
    data: {
      contestId: contest.id,
      number: 2,
      body: document.rules,
      document,
      hash: await hashOfJson(document),
      frozenAt: contest.opensAt,
      at: contest.opensAt,
    },
  });
  await openRound(where);
  await db.$transaction((tx) => layRecord(tx, { contestId: contest.id }));
  const [one, two] = judges as [Round['judges'][number], Round['judges'][number]];
  const first = async (by: typeof one) => (await findDesk({ by }))[0]!.sheets[0]!.id;
  const act = { ...where, judge: 1, reason: 'Chấm nhầm thang điểm.' };
  expect(await refusalOf(reopenCalibration(act))).toBe('not-now: judging:refusals.notSubmitted');
  for (const by of [one, two]) {
    await mark(world, by, await first(by), [1, 1]);
    await submitSheet({ by, sheetId: await first(by) });
  }
  expect(await refusalOf(reopenCalibration({ ...act, by: one }))).toMatch(/^not-allowed/);
  expect(await refusalOf(reopenCalibration({ ...act, judge: 9 }))).toBe('not-found: ');
  await reopenCalibration(act);
  const reopened = await first(one);
  expect((await findDesk({ by: one }))[0]!.sheets.map(({ locked }) => locked)).toEqual([false, true, true]);
  const [kept] = await db.reopening.findMany({ where: { scoresheetId: reopened } });
  expect(kept).toMatchObject({ granted: true, reason: act.reason, askedById: where.by.id });
  expect((kept!.before as { value: number }[]).map(({ value }) => value)).toEqual([1, 1]);
  await submitSheet({ by: one, sheetId: reopened });
  for (const by of [one, two]) {
    for (const { id } of (await findDesk({ by }))[0]!.sheets.slice(1)) {
      await mark(world, by, id, [3, 4]);
      await submitSheet({ by, sheetId: id });
    }
  }
  await closeRound({ ...where, by: chair, reason: 'Bài số 1 chỉ để chấm thử.' });
  const kinds = await db.contestRecord.groupBy({
    by: ['kind'],
    where: { contestId: contest.id, kind: { startsWith: 'ballot' } },
    _count: true,
  });
  expect(kinds.map(({ kind, _count }) => [kind, _count])).toEqual([['ballot', 4]]);
  await publishRound({ ...where, by: chair });
  const bundle = (await findFullBundle({ slug: contest.slug, by: where.by })) as Bundle;
  expect(await verifyBundle(writeBundle(bundle))).toMatchObject({ status: 'valid', ballots: true });
});
