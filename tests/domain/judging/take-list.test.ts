import { expect, test } from 'vitest';
import { takeList } from '#app/domain/judging/take-list.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { readTable } from '#app/platform/spreadsheet.server.ts';
import { writeList } from '#app/ui/papers/excel-lists.server.ts';
import { aPerson } from '#tests/support/builders.ts';
import { aContest, aJudge, anEntry, aSheet, theOfficersOf } from '#tests/support/contest-builders.ts';
import { actorOf } from '#tests/support/idea-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';

test('contacts and marks for those who run this contest, on record; nobody else, and no judge while it is blind', async () => {
  const contest = await aContest({ state: 'CLOSED', rounds: [{ state: 'OPEN' }] });
  const officers = await theOfficersOf(contest);
  const lead = await aPerson({ fullName: '=cmd|Nguyễn', phone: '0901234567' });
  const child = await aPerson({ birthDate: new Date('2015-01-01'), phone: '0907654321' });
  const entry = await anEntry(contest, { leadId: lead.id, memberIds: [child.id], text: { title: '+84 cây xanh' } });
  await anEntry(await aContest({ hostId: contest.hostId }));
  const judge = await aPerson();
  const seat = await aJudge(contest, { personId: judge.id });
  await aSheet(contest.round, entry, seat, { marks: [2, 5] });
  const by = await actorOf(officers.secretary);
  const take = (kind: 'contacts' | 'files' | 'marks', who = by, round: number | null = null) =>
    takeList({ by: who, slug: contest.slug, kind, round });

  const contacts = await take('contacts');
  expect(contacts.rows.map((row) => row.slice(5)).sort()).toEqual(
    [
      ['LEAD', '=cmd|Nguyễn', lead.email, '0901234567'],
      ['MEMBER', child.fullName, child.email, null],
    ].sort(),
  );
  const marks = await take('marks', by, 1);
  expect(marks.rows).toEqual([
    [1, 'Bảng chung', 1, 'Tính mới', 1, 1, 5, 2, 62.5],
    [1, 'Bảng chung', 1, 'Khả thi', 1, 1, 5, 5, 62.5],
  ]);
  const events = await db.event.findMany({ where: { contestId: contest.id, kind: 'contest.exported' } });
  expect(events.map(({ byId, payload }) => [byId, payload])).toEqual([
    [officers.secretary.id, { list: 'contacts', round: null, rows: 2 }],
    [officers.secretary.id, { list: 'marks', round: 1, rows: 2 }],
  ]);

  // Text stays text in the file, whatever it begins with.
  const file = await writeList({
    sheet: 'Liên hệ',
    columns: ['a', 'b'],
    rows: [
      ['=1+1', '+84 cây xanh'],
      ['@x', 7],
    ],
  });
  expect((await readTable(file)).map(({ cells }) => cells)).toEqual([
    ['a', 'b'],
    ['=1+1', '+84 cây xanh'],
    ['@x', '7'],
  ]);

  const elsewhere = await theOfficersOf(await aContest());
  for (const person of [judge, lead, elsewhere.secretary, elsewhere.organiser]) {
    expect(await refusalOf(take('contacts', await actorOf(person)))).toMatch(/^not-allowed/);
    expect(await refusalOf(take('marks', await actorOf(person), 1))).toMatch(/^not-allowed/);
  }
  // A secretary who judges too.
  await aJudge(contest, { personId: officers.secretary.id });
  const both = await actorOf(officers.secretary);
  expect(await refusalOf(take('contacts', both))).toBe('not-allowed: judging:refusals.listBlind');
  expect(await refusalOf(take('files', both))).toBe('not-allowed: judging:refusals.listBlind');
  expect(await refusalOf(take('marks', both, 1))).toBe('not-allowed: judging:refusals.judgesToo');
  expect(await refusalOf(take('marks', await actorOf(officers.chair), 9))).toMatch(/^not-found/);
  expect(await db.event.count({ where: { contestId: contest.id, kind: 'contest.exported' } })).toBe(2);
});
