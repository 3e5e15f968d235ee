import { expect, test } from 'vitest';
import { appendRecords } from '#app/domain/history/record/append-records.server.ts';
import { askReopening } from '#app/domain/judging/ask-reopening.server.ts';
import { decideReopening } from '#app/domain/judging/decide-reopening.server.ts';
import { findRoundBoard } from '#app/domain/judging/find-round-board.server.ts';
import { findSheet } from '#app/domain/judging/find-sheet.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson } from '#tests/support/builders.ts';
import { aContest, aJudge, anEntry, aSheet, theOfficersOf } from '#tests/support/contest-builders.ts';
import { actorOf } from '#tests/support/idea-builders.ts';

type Rule = 'CLOSED' | 'SUBMITTED';

/** Three judges of an entry, the first of them with a person to ask as, and marks of other entries and rounds that could leak. */
async function aPanel(othersMarks: Rule) {
  const contest = await aContest({ state: 'CLOSED', rounds: [{ state: 'OPEN' }, {}] });
  await db.round.update({ where: { id: contest.round.id }, data: { othersMarks } });
  await db.$transaction((tx) =>
    appendRecords(tx, {
      contestId: contest.id,
      records: [{ kind: 'contest-opened', body: { contest: contest.id, host: contest.hostId, before: null } }],
    }),
  );
  const officers = await theOfficersOf(contest);
  const person = await aPerson();
  const people = [person, await aPerson({ fullName: 'Lộ Thị Tên' }), await aPerson({ fullName: 'Hở Văn Danh' })];
  const seats = [];
  for (const { id } of people) seats.push(await aJudge(contest, { personId: id }));
  const [own, second, third] = seats as [(typeof seats)[0], (typeof seats)[0], (typeof seats)[0]];
  const [entry, other] = [await anEntry(contest), await anEntry(contest)];
  await aSheet(contest.round, other, second, { marks: [1, 1] });
  await aSheet(contest.rounds[1]!, entry, second, { marks: [2, 2] });
  return {
    contest,
    entry,
    own,
    second,
    third,
    judge: await actorOf(person),
    where: { by: await actorOf(officers.chair), slug: contest.slug, number: 1 },
  };
}

const both = [
  { judge: 2, total: 75, marks: [3, 5] },
  { judge: 3, total: 12.5, marks: [1, 2] },
];

test.each([
  ['CLOSED', 'OPEN', false, null],
  ['CLOSED', 'OPEN', true, null],
  ['CLOSED', 'CLOSED', true, both],
  ['CLOSED', 'CLOSED', false, both],
  ['CLOSED', 'PUBLISHED', true, both],
  ['SUBMITTED', 'OPEN', false, null],
  ['SUBMITTED', 'OPEN', true, both],
  ['SUBMITTED', 'CLOSED', false, both],
] as const)(
  'shown by the rule %s while the round is %s, own sheet handed in: %s',
  async (rule, state, submitted, shown) => {
    const { contest, entry, own, second, third, judge } = await aPanel(rule);
    const sheet = await aSheet(contest.round, entry, own, { marks: [4, 4], submitted });
    await aSheet(contest.round, entry, third, { marks: [1, 2] });
    await aSheet(contest.round, entry, second, { marks: [3, 5] });
    await db.round.update({ where: { id: contest.round.id }, data: { state } });
    const page = await findSheet({ id: sheet.id, by: judge });
    expect(page.others).toEqual(shown);
    expect(JSON.stringify(page)).not.toMatch(/Lộ Thị Tên|Hở Văn Danh/);
  },
);

test('only sheets that are handed in and count; nothing to who stepped back or may not judge, nor of the entry all mark first', async () => {
  const { contest, entry, own, second, third, judge } = await aPanel('SUBMITTED');
  const sheet = await aSheet(contest.round, entry, own, { marks: [4, 4] });
  const others = async () => (await findSheet({ id: sheet.id, by: judge })).others;
  expect(await others()).toEqual([]);
  await aSheet(contest.round, entry, second, { marks: [3, 5], submitted: false });
  const recused = await aSheet(contest.round, entry, third, { marks: [1, 2] });
  expect(await others()).toEqual([both[1]]);
  const barred = await db.conflict.create({
    data: {
      roundId: contest.round.id,
      entryId: entry.id,
      personId: third.personId,
      kind: 'DECLARED_BY_STAFF',
      declaredById: third.personId,
      declaredAt: new Date(),
    },
  });
  expect(await others()).toEqual([]);
  await db.conflict.update({ where: { id: barred.id }, data: { withdrawnAt: new Date() } });
  expect(await others()).toEqual([both[1]]);
  await db.scoresheet.update({ where: { id: sheet.id }, data: { calibration: true } });
  expect(await others()).toBeNull();
  await db.scoresheet.update({ where: { id: sheet.id }, data: { calibration: false } });
  await db.recusal.create({ data: { scoresheetId: recused.id, byId: third.personId, at: new Date(), reason: 'Bận' } });
  expect(await others()).toEqual([]);
  await db.recusal.create({ data: { scoresheetId: sheet.id, byId: own.personId, at: new Date(), reason: 'Bận' } });
  expect(await others()).toBeNull();
});

/** What the chair's board and the contest's record say of the only reopening there is. */
async function flagsOf({ where, contest }: Awaited<ReturnType<typeof aPanel>>) {
  const board = await findRoundBoard(where);
  const record = await db.contestRecord.findFirst({ where: { contestId: contest.id, kind: 'ballot-reopened' } });
  return [
    board.reopenings.map(({ afterSeeing }) => afterSeeing),
    record === null ? null : ((record.body as { afterSeeing?: boolean }).afterSeeing ?? false),
  ];
}

const grant = async (panel: Awaited<ReturnType<typeof aPanel>>) => {
  const { id } = await db.reopening.findFirstOrThrow({ where: { scoresheet: { roundId: panel.contest.round.id } } });
  await decideReopening({ ...panel.where, reopeningId: id, granted: true });
};

test.each([
  ['SUBMITTED', true, true],
  ['SUBMITTED', false, false],
  ['CLOSED', true, false],
] as const)(
  'a reopening by the rule %s, another sheet handed in: %s, is flagged: %s',
  async (rule, handedIn, flagged) => {
    const panel = await aPanel(rule);
    const { contest, entry, own, second, judge } = panel;
    const sheet = await aSheet(contest.round, entry, own, { marks: [4, 4] });
    await aSheet(contest.round, entry, second, { marks: [3, 5], submitted: handedIn });
    await askReopening({ by: judge, sheetId: sheet.id, reason: 'Gõ nhầm' });
    expect(await flagsOf(panel)).toEqual([[flagged], null]);
    await grant(panel);
    expect(await flagsOf(panel)).toEqual([[flagged], flagged]);
    // While the sheet is open again nothing is shown.
    expect((await findSheet({ id: sheet.id, by: judge })).others).toBeNull();
  },
);

test('flagged too where the others came between the asking and the decision, and after a round that was closed once', async () => {
  const late = await aPanel('SUBMITTED');
  const sheet = await aSheet(late.contest.round, late.entry, late.own, { marks: [4, 4] });
  await askReopening({ by: late.judge, sheetId: sheet.id, reason: 'Gõ nhầm' });
  await aSheet(late.contest.round, late.entry, late.second, { marks: [3, 5] });
  await grant(late);
  expect(await flagsOf(late)).toEqual([[true], true]);

  const again = await aPanel('CLOSED');
  const ours = await aSheet(again.contest.round, again.entry, again.own, { marks: [4, 4] });
  await aSheet(again.contest.round, again.entry, again.second, { marks: [3, 5] });
  await db.roundAct.create({ data: { roundId: again.contest.round.id, to: 'CLOSED', at: new Date() } });
  await askReopening({ by: again.judge, sheetId: ours.id, reason: 'Gõ nhầm' });
  expect((await flagsOf(again))[0]).toEqual([true]);
});

test('a sheet that was shown and reopened since was seen all the same', async () => {
  const panel = await aPanel('SUBMITTED');
  const sheet = await aSheet(panel.contest.round, panel.entry, panel.own, { marks: [4, 4] });
  const shown = await aSheet(panel.contest.round, panel.entry, panel.second, { marks: [3, 5] });
  const second = await actorOf(await db.person.findUniqueOrThrow({ where: { id: panel.second.personId } }));
  await askReopening({ by: second, sheetId: shown.id, reason: 'Gõ nhầm' });
  await grant(panel);
  await askReopening({ by: panel.judge, sheetId: sheet.id, reason: 'Gõ nhầm' });
  expect(await db.reopening.findMany({ orderBy: { askedAt: 'asc' }, select: { afterSeeing: true } })).toEqual(
    expect.arrayContaining([{ afterSeeing: true }, { afterSeeing: true }]),
  );
});
