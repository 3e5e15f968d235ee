import { expect, test } from 'vitest';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, nextWord } from '#tests/support/builders.ts';
import { aContest, aJudge, anEntry, theOfficersOf } from '#tests/support/contest-builders.ts';
import { get, post } from '#tests/support/visits.ts';

type Preview = { rows: { line: number; email: string; seat: object; problems: Record<string, { key: string }[]> }[] };

test('a table is looked at row by row and nothing is written until it is sent; then the rows that are right are invited', async () => {
  const contest = await aContest({ divisions: ['nong-nghiep', 'moi-truong'] });
  const officers = await theOfficersOf(contest);
  await db.field.createMany({
    data: [{ id: 'moi-truong', nameVi: 'Môi trường', nameEn: 'Environment', position: 1 }],
    skipDuplicates: true,
  });
  const [lead, sitting] = [await aPerson(), await aPerson()];
  await anEntry(contest, { leadId: lead.id });
  await aJudge(contest, { personId: sitting.id });
  const good = `${nextWord('gk')}@thu.example`;
  const csv = `\uFEFFHọ và tên;Địa chỉ thư điện tử;Lĩnh vực;Số giờ;Bảng;Số bài nhiều nhất;Dự khuyết
Trần Thị Giỏi;${good.toUpperCase()};môi trường;3;Bảng moi-truong;12;x
Lặp Lại;${good};;;;;
Sai Thư;khong-phai-thu;;;;;
Sai Đủ Thứ;${nextWord('gk')}@thu.example;Phép thuật;0;Bảng Z;nhiều;
Đang Thi;${lead.email};;;;;
Đã Ngồi;${sitting.email};;;;;
;;;2;;;
`;
  const path = `/quan-tri/cuoc-thi/${contest.slug}/hoi-dong/nhap`;
  const file = new File([csv], 'giam-khao.csv', { type: 'text/csv' });
  const looked = await post(path, { as: officers.secretary, form: { file } });
  expect(looked.status).toBe(200);
  const { rows } = looked.data as Preview;
  const keys = rows.map(({ line, problems }) => [
    line,
    Object.fromEntries(Object.entries(problems).map(([column, found]) => [column, found.map(({ key }) => key)])),
  ]);
  expect(keys).toEqual([
    [2, {}],
    [3, { email: ['judging:problems.mailTwice'] }],
    [4, { email: ['controls:problems.mail'] }],
    [
      5,
      {
        fields: ['judging:problems.unknownField'],
        pool: ['judging:problems.unknownPool'],
        hours: ['judging:problems.hours'],
        maxLoad: ['controls:problems.number'],
      },
    ],
    [6, { email: ['organising:problems.takesPart'] }],
    [7, { email: ['organising:problems.appointedAlready'] }],
    [8, { email: ['controls:problems.required'] }],
  ]);
  expect(await db.judgeInvitation.count({ where: { contestId: contest.id } })).toBe(0);
  expect(await db.event.count({ where: { contestId: contest.id, kind: 'judge-invitation.made' } })).toBe(0);

  const raw = rows.map(({ seat: _seat, problems: _problems, ...row }) => row);
  const sent = await post(`${path}/gui`, { as: officers.secretary, form: { rows: JSON.stringify(raw) } });
  expect([sent.status, sent.location]).toEqual([302, `/quan-tri/cuoc-thi/${contest.slug}/hoi-dong/moi`]);
  const made = await db.judgeInvitation.findMany({ where: { contestId: contest.id } });
  expect(made).toMatchObject([
    {
      email: good,
      name: 'Trần Thị Giỏi',
      fieldIds: ['moi-truong'],
      hours: 3,
      pools: ['moi-truong'],
      maxLoad: 12,
      deputy: true,
      acceptedAt: null,
    },
  ]);
  // Sent twice: nobody is written to again.
  const again = await post(`${path}/gui`, { as: officers.secretary, form: { rows: JSON.stringify(raw) } });
  expect(again.status).toBe(422);
  expect(await db.judgeInvitation.count({ where: { contestId: contest.id } })).toBe(1);
  // Anyone else neither looks nor sends, and what is no table says so beside the file.
  const other = await theOfficersOf(await aContest());
  for (const as of [other.secretary, lead]) {
    expect((await get(path, { as })).status).toBe(403);
    expect((await post(path, { as, form: { file } })).status).toBe(403);
    expect((await post(`${path}/gui`, { as, form: { rows: JSON.stringify(raw) } })).status).toBe(403);
  }
  const nothing = await post(path, { as: officers.secretary, form: { file: new File(['a;b\n1;2\n'], 'x.csv') } });
  expect(nothing).toMatchObject({ status: 422 });
  expect(nothing.text).toContain('judging:problems.noMailColumn');
  const odd = await post(`${path}/gui`, { as: officers.secretary, form: { rows: '[{"line":"x"}]' } });
  expect(odd.status).toBe(422);
});
