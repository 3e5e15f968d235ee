import { expect, test } from 'vitest';
import { firstRules } from '#app/domain/contests/contest-rules.ts';
import { inviteTeams } from '#app/domain/contests/invite-teams.server.ts';
import { previewTeams } from '#app/domain/contests/preview-teams.server.ts';
import type { TeamRow } from '#app/domain/contests/team-table.ts';
import { matchUnits } from '#app/domain/units/match-units.server.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, aRole, aUnit, nextWord } from '#tests/support/builders.ts';
import { aContest, aJudge, anEntry, theOfficersOf } from '#tests/support/contest-builders.ts';
import { actorOf } from '#tests/support/idea-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';
import { get, post } from '#tests/support/visits.ts';

const head = 'Tên đội;Tên ý tưởng;Bảng;Đơn vị;Trưởng nhóm;Thư trưởng nhóm;Ngày sinh;Thành viên 1;Thành viên 2';

const keysOf = (rows: TeamRow[]) =>
  rows.map(({ line, problems }) => [
    line,
    Object.fromEntries(Object.entries(problems).map(([column, found]) => [column, found.map(({ key }) => key)])),
  ]);

const rawOf = (rows: TeamRow[]) =>
  JSON.stringify(rows.map(({ invitation: _invitation, problems: _problems, ...row }) => row));

/** A province with two communes, one of which took another up; and a commune of the same name elsewhere. */
async function aPlace() {
  const word = nextWord('bến').replaceAll('-', ' ');
  const host = await aUnit({ name: `Tỉnh ${word}` });
  const ward = await aUnit({ name: `Phường Tân ${word}`, parentId: host.id });
  const gone = await aUnit({ name: `Xã Cũ ${word}`, parentId: host.id, endsOn: new Date('2025-07-01') });
  await db.unitSuccession.create({ data: { oldId: gone.id, successorId: ward.id, on: new Date('2025-07-01') } });
  await db.formerUnitName.create({ data: { unitId: ward.id, name: `Xã Xưa ${word}`, folded: `xa xua ${word}` } });
  const elsewhere = await aUnit({ name: `Tỉnh Xa ${word}` });
  const twin = await aUnit({ name: `Phường Tân ${word}`, parentId: elsewhere.id });
  const farOnly = await aUnit({ name: `Xã Lạc ${word}`, parentId: elsewhere.id });
  return { word, host, ward, elsewhere, twin, farOnly };
}

test('a name means a unit by itself, by what it was called, by its province; what is not clear is offered', async () => {
  const { word, host, ward, elsewhere, twin } = await aPlace();
  const texts = [
    `phuong tan ${word}`,
    `Đoàn phường Tân ${word}`,
    `Xã Xưa ${word}`,
    `Xã Cũ ${word}`,
    `Tân ${word}, Tỉnh Xa ${word}`,
    `Tam ${word}`,
    'Không Đâu Có Tên Này Cả',
    '  ',
  ];
  const found = await matchUnits({ texts, preferred: host.path });
  expect(texts.map((text) => found.get(text)?.unit?.id ?? null)).toEqual([
    ward.id,
    ward.id,
    ward.id,
    ward.id,
    twin.id,
    null,
    null,
    null,
  ]);
  expect(found.get(`Tam ${word}`)!.near[0]).toBe(`Phường Tân ${word}, Tỉnh ${word}`);
  expect(found.get('Không Đâu Có Tên Này Cả')!.near.length).toBeLessThanOrEqual(3);
  // Of two that are called the same, the one below the host is meant; without a host that has one, both are offered.
  const [, both] = [...(await matchUnits({ texts: [`Tân ${word}`], preferred: '/khong/' })).entries()][0]!;
  expect(both).toEqual({
    unit: null,
    near: [`Phường Tân ${word}, Tỉnh ${word}`, `Phường Tân ${word}, Tỉnh Xa ${word}`],
  });
  expect(elsewhere.id).not.toBe(host.id);
});

test('a table of teams is looked at row by row and nothing is written until it is sent; then the rows that are right are invited', async () => {
  const { word, host, ward } = await aPlace();
  const contest = await aContest({
    hostId: host.id,
    divisions: ['a', 'b'],
    rules: { entrants: { from: 'host', minAge: 16, maxAge: 30, ageOn: null, teamMax: 3 } as never },
  });
  const officers = await theOfficersOf(contest);
  const [leading, judging] = [await aPerson(), await aPerson()];
  await anEntry(contest, { leadId: leading.id });
  await aJudge(contest, { personId: judging.id });
  const mail = () => `${nextWord('doi')}@thu.example`;
  const [good, bare] = [mail(), mail()];
  const lines = [
    head,
    `Mầm Xanh;Máy lọc nước;Bảng a;Phường Tân ${word};Nguyễn Văn Giỏi;${good.toUpperCase()};22/11/2004;Trần Thị B <${mail()}>;Lê Văn C`,
    ';;;;;;;;',
    `Mầm Xanh;máy lọc  nước;;;Nguyễn Văn Giỏi;${good};;;`,
    `;Ý khác;;;Nguyễn Văn Giỏi;${good};;;`,
    `;;Bảng z;Tân ${word} Đông;;khong-phai-thu;31/02/2004;x@;`,
    `;Quá nhỏ;;Xã Lạc ${word};Bé Con;${mail()};01/01/2015;;`,
    `;Đông quá;;Xã Xưa ${word};Đông Người;${mail()};;A; B;`.replace('A; B', '"A; B; C"'),
    `;Đã dẫn một đội;;;Đang Dẫn;${leading.email};;;`,
    `;Giám khảo dự thi;;;Giám Khảo;${judging.email};;;`,
    `;Hai lần một người;;;Hai Lần;${bare};;${bare};`,
    `;Công thức;;;"=CMD(1)";${mail()};;;`,
  ];
  const file = new File([`\uFEFF${lines.join('\r\n')}\r\n`], 'doi.csv', { type: 'text/csv' });
  const path = `/quan-tri/cuoc-thi/${contest.slug}/bai/nhap`;
  const looked = await post(path, { as: officers.secretary, form: { file } });
  expect(looked.status).toBe(200);
  const { rows } = looked.data as { rows: TeamRow[] };
  expect(keysOf(rows)).toEqual([
    [2, {}],
    [4, { email: ['organising:teams.rowTwice'] }],
    [5, { email: ['contests:breaks.leadsTooMany'] }],
    [
      6,
      {
        title: ['controls:problems.required'],
        lead: ['controls:problems.required'],
        email: ['controls:problems.mail'],
        division: ['organising:teams.unknownDivision'],
        unit: ['organising:teams.unitNear'],
        birthDate: ['controls:problems.date'],
        members: ['organising:teams.memberMail'],
      },
    ],
    [7, { unit: ['organising:teams.unitOutside'], birthDate: ['contests:breaks.tooYoung'] }],
    [8, { members: ['contests:breaks.teamTooBig'] }],
    [9, { email: ['contests:breaks.leadsTooMany'] }],
    [10, { email: ['organising:teams.leadJudges'] }],
    [11, { members: ['organising:teams.memberTwice'] }],
    [12, { lead: ['people:problems.name'] }],
  ]);
  expect(await db.entryInvitation.count({ where: { contestId: contest.id } })).toBe(0);
  expect(await db.event.count({ where: { contestId: contest.id, kind: 'entry-invitation.made' } })).toBe(0);

  const sent = await post(`${path}/gui`, { as: officers.secretary, form: { rows: rawOf(rows) } });
  expect([sent.status, sent.location]).toEqual([302, `/quan-tri/cuoc-thi/${contest.slug}/bai/thu-moi`]);
  const made = await db.entryInvitation.findMany({ where: { contestId: contest.id } });
  expect(made).toMatchObject([
    {
      email: good,
      leadName: 'Nguyễn Văn Giỏi',
      leadBirthDate: new Date('2004-11-22'),
      teamName: 'Mầm Xanh',
      title: 'Máy lọc nước',
      division: 'a',
      unitId: ward.id,
      acceptedAt: null,
    },
  ]);
  expect(made[0]!.members).toMatchObject([{ name: 'Trần Thị B' }, { name: 'Lê Văn C', email: null }]);
  expect(await db.event.count({ where: { contestId: contest.id, kind: 'entry-invitation.made' } })).toBe(1);
  expect(await db.entry.count({ where: { contestId: contest.id } })).toBe(1);
  // Sent twice: nobody is written to again.
  expect((await post(`${path}/gui`, { as: officers.secretary, form: { rows: rawOf(rows) } })).status).toBe(422);
  expect(await db.entryInvitation.count({ where: { contestId: contest.id } })).toBe(1);
  // Anyone else neither looks nor sends; a judge who is an officer learns no teams while it is blind.
  const other = await theOfficersOf(await aContest());
  const both = await aPerson();
  await aRole({ kind: 'SECRETARY', personId: both.id, contestId: contest.id });
  await aJudge(contest, { personId: both.id });
  for (const as of [other.secretary, officers.chair, both]) {
    expect((await get(`/quan-tri/cuoc-thi/${contest.slug}/bai/thu-moi`, { as })).status).toBe(403);
    expect((await post(path, { as, form: { file } })).status).toBe(403);
    expect((await post(`${path}/gui`, { as, form: { rows: rawOf(rows) } })).status).toBe(403);
  }
  const template = await get(`${path}/mau.xlsx`, { as: officers.secretary });
  expect([template.status, template.headers.get('content-type')]).toEqual([
    200,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ]);
  const nothing = await post(path, { as: officers.secretary, form: { file: new File(['a;b\n1;2\n'], 'x.csv') } });
  expect(nothing.status).toBe(422);
  expect(nothing.text).toContain('organising:teams.noColumns');
  expect((await post(`${path}/gui`, { as: officers.secretary, form: { rows: '[{"line":"x"}]' } })).status).toBe(422);
});

test('a thousand rows are one look and one act; one more is refused; neither goes when no entry can come any more', async () => {
  const contest = await aContest({ rules: { entries: { ...firstRules.entries, perLead: 2 } } });
  const { secretary } = await theOfficersOf(contest);
  const by = await actorOf(secretary);
  const table = (count: number) =>
    new TextEncoder().encode(
      [
        'Ý tưởng,Trưởng nhóm,Email',
        ...Array.from(
          { length: count },
          (_, at) => `Ý tưởng số ${at},Người Dự Thi,doi-${at}-${contest.slug}@thu.example`,
        ),
      ].join('\n'),
    );
  const rows = await previewTeams({ by, slug: contest.slug, bytes: table(1_000) });
  expect(rows.filter(({ problems }) => Object.keys(problems).length > 0)).toEqual([]);
  expect(await inviteTeams({ by, slug: contest.slug, rows })).toEqual({ invited: 1_000, left: 0 });
  expect(await db.event.count({ where: { contestId: contest.id, kind: 'entry-invitation.made' } })).toBe(1_000);
  const list = await get(`/quan-tri/cuoc-thi/${contest.slug}/bai/thu-moi?trang=10`, { as: secretary });
  expect(list.data).toMatchObject({ total: 1_000, pages: 10, page: 10, counts: { open: 1_000 } });
  expect((list.data as { invitations: object[] }).invitations).toHaveLength(100);
  const again = await previewTeams({ by, slug: contest.slug, bytes: table(3) });
  expect(again.map(({ problems }) => problems.email)).toEqual(
    Array.from({ length: 3 }, () => [{ key: 'organising:teams.invitedAlready' }]),
  );
  expect(await refusalOf(previewTeams({ by, slug: contest.slug, bytes: table(1_001) }))).toBe(
    'not-valid: file organising:teams.many',
  );
  await db.contest.update({ where: { id: contest.id }, data: { closesAt: new Date(now().getTime() - 1) } });
  expect(await refusalOf(previewTeams({ by, slug: contest.slug, bytes: table(1) }))).toBe(
    'not-now: organising:teams.notNow',
  );
  expect(await refusalOf(inviteTeams({ by, slug: contest.slug, rows: rows.slice(0, 1) }))).toBe(
    'not-now: organising:teams.notNow',
  );
});
