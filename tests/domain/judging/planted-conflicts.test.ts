import { beforeAll, expect, test } from 'vitest';
import { assignByHand } from '#app/domain/judging/assign-by-hand.server.ts';
import { composeProblem } from '#app/domain/judging/compose-problem.server.ts';
import { pairKey } from '#app/domain/judging/conflict.ts';
import { findConflicts } from '#app/domain/judging/find-conflicts.server.ts';
import { findSheets } from '#app/domain/judging/find-sheets.server.ts';
import { importAssignment } from '#app/domain/judging/import-assignment.server.ts';
import { layRelation } from '#app/domain/judging/lay-relation.server.ts';
import { withdrawRelation } from '#app/domain/judging/withdraw-relation.server.ts';
import { NotValid } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, aUnit, nextWord } from '#tests/support/builders.ts';
import { aContest, aJudge, anEntry, aSheet, theOfficersOf } from '#tests/support/contest-builders.ts';
import { actorOf, aPublishedIdea } from '#tests/support/idea-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';

type Person = Awaited<ReturnType<typeof aPerson>>;
/** One judge and one entry; the tie, or what only looks like one, is laid between the judge and one of the team. */
type Pair = {
  judge: Person;
  seat: { id: string; number: number };
  lead: Person;
  mate: Person;
  /** Lead or mate, in turn. */
  member: Person;
  entry: { id: string; number: number; ideaId: string };
  host: { id: number };
  centre: { id: number };
  /** A ward of the host that belongs to this pair alone. */
  ward: { id: number };
  /** Which of the variations this is. */
  turn: number;
};
type Lay = (pair: Pair) => Promise<unknown>;

const past = new Date('2024-09-01');

async function belongs(person: Person, unit: { id: number }, turn = 0) {
  const [claimedOnly, ended] = [turn % 3 === 1, turn % 3 === 2];
  return db.membership.create({
    data: {
      personId: person.id,
      unitId: unit.id,
      claimedAt: past,
      confirmedAt: claimedOnly ? null : past,
      endedAt: ended ? past : null,
    },
  });
}
const merged = (old: { id: number }, successor: { id: number }) =>
  db.unitSuccession.create({ data: { oldId: old.id, successorId: successor.id, on: new Date('2025-07-01') } });
const oldUnit = (parentId: number, fields: object = {}) =>
  aUnit({ parentId, endsOn: new Date('2025-07-01'), ...fields });
const aSchool = (parentId: number, name: string, fields: object = {}) =>
  aUnit({ parentId, kind: 'SCHOOL', name, folded: name, ...fields });

async function mentors(person: Person, ideaId: string, endedAt: Date | null) {
  const mentor = await db.mentor.create({
    data: {
      personId: person.id,
      unitId: (await aUnit()).id,
      about: '',
      fieldIds: [],
      capacity: 3,
      hoursPerMonth: 4,
      offeredAt: past,
    },
  });
  await db.mentorship.create({ data: { mentorId: mentor.id, ideaId, startedAt: past, endedAt } });
}
async function represents(person: Person, ideaId: string, declinedAt: Date | null) {
  const business = await db.business.create({
    data: { slug: nextWord('dn'), name: 'Công ty Thử', taxCode: nextWord('mst'), registeredAt: past },
  });
  await db.roleGrant.create({
    data: { kind: 'REPRESENTATIVE', personId: person.id, businessId: business.id, grantedAt: past, endedAt: past },
  });
  await db.supportOffer.create({
    data: { businessId: business.id, ideaId, kind: 'TRIAL', text: '', byId: person.id, at: past, declinedAt },
  });
}
const guardianMail = (person: Person, mail: string) =>
  db.consent.create({
    data: { personId: person.id, purpose: 'PUBLISH_NAME', giver: 'GUARDIAN', guardianMail: mail },
  });
const related = (kind: 'GUARDIAN' | 'KIN' | 'MENTOR' | 'SPONSOR', person: Person, other: Person, fields: object = {}) =>
  db.relation.create({
    data: { kind, personId: person.id, otherId: other.id, byId: person.id, at: past, since: past, ...fields },
  });
const phone = (person: Person, number: string) =>
  db.person.update({ where: { id: person.id }, data: { phone: number } });
let dialled = 0;
const freshPhone = () => `09${String(10_000_000 + dialled++)}`;

/** Its entries were put forward by the ward. */
const byUnit = 'the unit that put the idea forward / another unit of the host';

/** Beside each planted tie stands what only looks like it. */
const rows: [name: string, tie: Lay, nearMiss: Lay][] = [
  [
    'a member of the team that entered / invited and never confirmed',
    ({ entry, judge }) => db.entryMember.create({ data: { entryId: entry.id, personId: judge.id, kind: 'MEMBER' } }),
    ({ entry, judge }) => db.ideaMember.create({ data: { ideaId: entry.ideaId, personId: judge.id, invitedAt: past } }),
  ],
  [
    'a co-author in an entry of another contest only / a team with somebody of the same name',
    async ({ judge, member }) => anEntry(await aContest(), { leadId: judge.id, memberIds: [member.id] }),
    async ({ judge, member }) =>
      anEntry(await aContest(), {
        leadId: judge.id,
        memberIds: [(await aPerson({ fullName: member.fullName })).id],
      }),
  ],
  [
    'a co-author of an idea that never was entered / an idea with a friend of a friend',
    ({ judge, member }) => aPublishedIdea({ ownerId: member.id, memberIds: [judge.id] }),
    async ({ judge, member }) => {
      const friend = await aPerson();
      await aPublishedIdea({ ownerId: member.id, memberIds: [friend.id] });
      await aPublishedIdea({ ownerId: judge.id, memberIds: [friend.id] });
    },
  ],
  [
    'one ward / two wards of the host',
    async ({ judge, member, ward, turn }) => {
      await belongs(judge, ward, turn);
      await belongs(member, ward, turn + 1);
    },
    async ({ judge, member, ward, host, turn }) => {
      await belongs(judge, ward, turn);
      await belongs(member, await aUnit({ parentId: host.id }), turn + 1);
    },
  ],
  [
    'communes that merged into one / communes that merged into two',
    async ({ judge, member, ward, host, turn }) => {
      for (const person of [judge, member]) {
        const old = await oldUnit(host.id);
        await merged(old, ward);
        await belongs(person, old, turn);
      }
    },
    async ({ judge, member, ward, host, turn }) => {
      for (const [person, successor] of [
        [judge, ward],
        [member, await aUnit({ parentId: host.id })],
      ] as const) {
        const old = await oldUnit(host.id);
        await merged(old, successor);
        await belongs(person, old, turn);
      }
    },
  ],
  [
    'an old commune of a province that merged into the host, and what it became / both of that old province itself',
    async ({ judge, member, ward, host, centre, turn }) => {
      const province = await oldUnit(centre.id, { kind: 'PROVINCE' });
      const old = await oldUnit(province.id);
      await merged(province, host);
      await merged(old, ward);
      await belongs(judge, old, turn);
      await belongs(member, ward, turn);
    },
    async ({ judge, member, host, centre, turn }) => {
      const province = await oldUnit(centre.id, { kind: 'PROVINCE' });
      await merged(province, host);
      await belongs(judge, province, turn);
      await belongs(member, province, turn);
    },
  ],
  [
    'a school of the ward and the ward / a school of another ward',
    async ({ judge, member, ward, turn }) => {
      await belongs(judge, await aSchool(ward.id, nextWord('truong')), turn);
      await belongs(member, ward, turn);
    },
    async ({ judge, member, ward, host, turn }) => {
      await belongs(judge, await aSchool((await aUnit({ parentId: host.id })).id, nextWord('truong')), turn);
      await belongs(member, ward, turn);
    },
  ],
  [
    'a school that became another / two schools outside the host',
    async ({ judge, member, centre, turn }) => {
      const before = await oldUnit(centre.id, { kind: 'UNIVERSITY' });
      const after = await aUnit({ parentId: centre.id, kind: 'UNIVERSITY' });
      await merged(before, after);
      await belongs(judge, before, turn);
      await belongs(member, after, turn);
    },
    async ({ judge, member, centre, turn }) => {
      await belongs(judge, await aUnit({ parentId: centre.id, kind: 'UNIVERSITY' }), turn);
      await belongs(member, await aUnit({ parentId: centre.id, kind: 'UNIVERSITY' }), turn);
    },
  ],
  [
    'a school written twice, with and without its first word / one name in two provinces',
    async ({ judge, member, host, ward, turn }) => {
      const name = nextWord('thpt nguyen trai');
      const other = await aUnit({ parentId: host.id });
      await belongs(judge, await aSchool(ward.id, `truong ${name}`), turn);
      await belongs(member, await aSchool(other.id, name), turn);
    },
    async ({ judge, member, ward, centre, turn }) => {
      const name = nextWord('thpt nguyen trai');
      const elsewhere = await aUnit({ parentId: centre.id, kind: 'PROVINCE' });
      await belongs(judge, await aSchool(ward.id, name), turn);
      await belongs(member, await aSchool(elsewhere.id, name), turn);
    },
  ],
  [
    'a school under a name it had before / a commune that had the name of a school',
    async ({ judge, member, centre, turn }) => {
      const [now, before] = [nextWord('dai hoc moi'), nextWord('dai hoc cu')];
      const renamed = await aSchool(centre.id, now, { kind: 'UNIVERSITY' });
      await db.formerUnitName.create({ data: { unitId: renamed.id, name: before, folded: before } });
      await belongs(judge, renamed, turn);
      await belongs(member, await aSchool(centre.id, before, { kind: 'UNIVERSITY' }), turn);
    },
    async ({ judge, member, host, ward, turn }) => {
      const before = nextWord('nguyen hue');
      await db.formerUnitName.create({ data: { unitId: ward.id, name: before, folded: before } });
      await belongs(judge, ward, turn);
      await belongs(member, await aSchool((await aUnit({ parentId: host.id })).id, before), turn);
    },
  ],
  [
    'two faculties of one university / both of the centre above the host',
    async ({ judge, member, centre, turn }) => {
      const university = await aUnit({ parentId: centre.id, kind: 'UNIVERSITY' });
      await belongs(judge, await aSchool(university.id, nextWord('khoa')), turn);
      await belongs(member, await aSchool(university.id, nextWord('khoa')), turn);
    },
    async ({ judge, member, centre, turn }) => {
      await belongs(judge, centre, turn);
      await belongs(member, centre, turn);
    },
  ],
  [
    'staff of the ward, long ago / staff of the host',
    async ({ judge, member, ward }) => {
      await db.roleGrant.create({
        data: { kind: 'MODERATOR', personId: judge.id, unitId: ward.id, grantedAt: past, endedAt: past },
      });
      await belongs(member, ward);
    },
    async ({ judge, member, ward, host }) => {
      await db.roleGrant.create({
        data: { kind: 'ORGANISER', personId: judge.id, unitId: host.id, grantedAt: past },
      });
      await belongs(member, ward);
    },
  ],
  [
    'a mentor of two years ago / a mentor of somebody else of the same school of nobody’s',
    ({ judge, entry }) => mentors(judge, entry.ideaId, past),
    async ({ judge }) => mentors(judge, (await aPublishedIdea()).id, null),
  ],
  [
    'a mentor of another idea of a member / who only offered to mentor',
    async ({ judge, member }) => mentors(judge, (await aPublishedIdea({ ownerId: member.id })).id, null),
    async ({ judge }) =>
      db.mentor.create({
        data: {
          personId: judge.id,
          unitId: (await aUnit()).id,
          about: '',
          fieldIds: [],
          capacity: 3,
          hoursPerMonth: 4,
          offeredAt: past,
        },
      }),
  ],
  [
    'a business that offers to support it / one whose offer was declined',
    ({ judge, entry }) => represents(judge, entry.ideaId, null),
    ({ judge, entry }) => represents(judge, entry.ideaId, past),
  ],
  [
    'one phone written in two ways / one digit apart',
    async ({ judge, member }) => {
      const number = freshPhone();
      await phone(judge, `+84${number.slice(1)}`);
      await phone(member, `${number.slice(0, 4)}.${number.slice(4, 7)}.${number.slice(7)}`);
    },
    async ({ judge, member }) => {
      await phone(judge, freshPhone());
      await phone(member, freshPhone());
    },
  ],
  [
    'the phone of a member’s guardian / no phone at all',
    async ({ judge, member }) => {
      const number = freshPhone();
      await phone(judge, number);
      await db.person.update({ where: { id: member.id }, data: { guardianPhone: number } });
    },
    async ({ judge, member }) => {
      await phone(judge, '');
      await db.person.update({ where: { id: member.id }, data: { guardianPhone: '', phone: '' } });
    },
  ],
  [
    'one guardian of both / a guardian each',
    async ({ judge, member }) => {
      const mail = `${nextWord('phu-huynh')}@thu.example`;
      await guardianMail(judge, mail);
      await guardianMail(member, mail.toUpperCase());
    },
    async ({ judge, member }) => {
      await guardianMail(judge, `${nextWord('phu-huynh')}@thu.example`);
      await guardianMail(member, `${nextWord('phu-huynh')}@thu.example`);
    },
  ],
  [
    'one guardian of both, by rows / one mentor of both, by rows',
    async ({ judge, member }) => {
      const guardian = await aPerson();
      await related('GUARDIAN', guardian, judge);
      await related('GUARDIAN', guardian, member);
    },
    async ({ judge, member }) => {
      const teacher = await aPerson();
      await related('MENTOR', teacher, judge);
      await related('MENTOR', teacher, member);
    },
  ],
  [
    'kin / kin of somebody of that name',
    ({ judge, member, turn }) => (turn % 2 === 0 ? related('KIN', judge, member) : related('KIN', member, judge)),
    async ({ judge, member }) => related('KIN', judge, await aPerson({ fullName: member.fullName })),
  ],
  [
    'a guardian by a row / a row that was taken back',
    ({ judge, member }) => related('GUARDIAN', judge, member),
    ({ judge, member }) => related('GUARDIAN', judge, member, { withdrawnAt: past }),
  ],
  [
    'a teacher until last year / a teacher of a teammate in another contest',
    ({ judge, member }) => related('MENTOR', judge, member, { until: new Date('2025-06-01') }),
    async ({ judge, member }) => {
      const friend = await aPerson();
      await anEntry(await aContest(), { leadId: member.id, memberIds: [friend.id] });
      await related('MENTOR', judge, friend);
    },
  ],
  [
    'a sponsor by a row / a sponsor of nobody here',
    ({ judge, member }) => related('SPONSOR', judge, member),
    async ({ judge }) => related('SPONSOR', judge, await aPerson()),
  ],
  [
    'declared by the judge / declared and taken back',
    ({ judge, entry }) =>
      db.conflict.create({
        data: {
          entryId: entry.id,
          personId: judge.id,
          kind: 'DECLARED_BY_JUDGE',
          reason: 'Bạn thân',
          declaredById: judge.id,
          declaredAt: past,
        },
      }),
    ({ judge, entry }) =>
      db.conflict.create({
        data: {
          entryId: entry.id,
          personId: judge.id,
          kind: 'DECLARED_BY_STAFF',
          reason: 'Nhầm',
          declaredById: judge.id,
          declaredAt: past,
          withdrawnAt: past,
        },
      }),
  ],
  [
    byUnit,
    async ({ judge, ward, turn }) => {
      await belongs(judge, ward, turn);
    },
    async ({ judge, host, turn }) => {
      await belongs(judge, await aUnit({ parentId: host.id }), turn);
    },
  ],
];
const turns = 8;

type Planted = Pair & { name: string; tied: boolean; lay: Lay };
let pairs: Planted[];
let where: { by: Awaited<ReturnType<typeof actorOf>>; slug: string; number: number };
let contest: Awaited<ReturnType<typeof aContest>>;
const keyOf = ({ entry, seat }: Pair) => pairKey({ entryId: entry.id, judgeId: seat.id });
const named = (some: Planted[]) =>
  some.map(({ name, tied, turn }) => `${tied ? 'tie' : 'near miss'} ${turn} of: ${name}`);

beforeAll(async () => {
  const centre = await aUnit({ kind: 'CENTRE' });
  const host = await aUnit({ kind: 'PROVINCE', parentId: centre.id });
  contest = await aContest({ hostId: host.id, state: 'CLOSED', rounds: [{ state: 'OPEN', reviewsPerEntry: 1 }] });
  where = { by: await actorOf((await theOfficersOf(contest)).secretary), slug: contest.slug, number: 1 };
  pairs = [];
  for (const [name, tie, nearMiss] of rows) {
    for (let turn = 0; turn < turns; turn++) {
      for (const tied of [true, false]) {
        const [judge, lead, mate] = [await aPerson(), await aPerson(), await aPerson()];
        const seat = await aJudge(contest, { personId: judge.id });
        const ward = await aUnit({ parentId: host.id });
        const unitId = name === byUnit ? ward.id : null;
        const entry = await anEntry(contest, { leadId: lead.id, memberIds: [mate.id], unitId });
        const member = turn % 2 === 0 ? lead : mate;
        const lay = tied ? tie : nearMiss;
        pairs.push({ judge, lead, mate, member, entry, seat, host, centre, ward, turn, name, tied, lay });
      }
    }
  }
}, 120_000);

test('200 planted ties and 200 near-misses: added late, at assignment, by import and by swap', async () => {
  expect([pairs.filter(({ tied }) => tied).length, pairs.filter(({ tied }) => !tied).length]).toEqual([200, 200]);

  // Late: everybody has a sheet of their entry already.
  for (const { entry, seat } of pairs) await aSheet(contest.round, entry, seat);
  const scope = { contestId: contest.id, roundId: contest.round.id };
  const before = await findSheets(db, scope);
  expect(before.filter(({ state }) => state !== 'assigned')).toEqual([]);
  for (const pair of pairs) await pair.lay(pair);
  const states = new Map((await findSheets(db, scope)).map((sheet) => [pairKey(sheet), sheet.state]));
  expect(named(pairs.filter((pair) => states.get(keyOf(pair)) !== (pair.tied ? 'blocked' : 'assigned')))).toEqual([]);

  // Each block says its way, naming the judge; and no tie reaches beyond its pair.
  const found = await findConflicts(db, scope);
  const tied = new Map(pairs.filter((pair) => pair.tied).map((pair) => [keyOf(pair), pair]));
  expect(found.filter((conflict) => !tied.has(pairKey(conflict)))).toEqual([]);
  expect(new Set(found.map(pairKey)).size).toBe(200);
  for (const conflict of found) {
    expect(conflict.path.values).toMatchObject({ judge: tied.get(pairKey(conflict))!.judge.fullName });
  }

  // At assignment: the solver never gets a tied pair, and gets every other.
  await db.scoresheet.deleteMany({ where: { roundId: contest.round.id } });
  const problem = await composeProblem(db, {
    contestId: contest.id,
    round: contest.round,
    options: { mode: 'best-total', links: 0, seed: 1 },
  });
  const barred = new Set(problem.conflicts.map(([entryId, judgeId]) => pairKey({ entryId, judgeId })));
  expect(named(pairs.filter((pair) => barred.has(keyOf(pair)) !== pair.tied))).toEqual([]);

  // By import: every tied line is named, none is taken; the others are.
  const lines = (some: Planted[]) =>
    some.map(({ entry, seat }, at) => ({ line: at + 1, entry: entry.number, judge: seat.number }));
  const refused = await importAssignment({ ...where, pairs: lines(pairs) }).catch((thrown: unknown) => thrown);
  expect(refused).toBeInstanceOf(NotValid);
  const told = new Set((refused as NotValid).fields.pairs!.map(({ values }) => values!.line));
  expect(named(pairs.filter((pair, at) => told.has(at + 1) !== pair.tied))).toEqual([]);
  expect(await db.scoresheet.count({ where: { roundId: contest.round.id } })).toBe(0);
  const free = pairs.filter((pair) => !pair.tied);
  expect(await importAssignment({ ...where, pairs: lines(free) })).toEqual({ sheets: 200 });

  // By swap: the sheet of a bystander goes to the judge, or stays where it is.
  await db.scoresheet.deleteMany({ where: { roundId: contest.round.id } });
  const bystander = await aJudge(contest, { maxLoad: 1000 });
  const wrong: Planted[] = [];
  for (const pair of pairs) {
    const sheet = await aSheet(contest.round, pair.entry, bystander);
    const swap = { entryNumber: pair.entry.number, judgeNumber: pair.seat.number, insteadOf: sheet.id };
    const answer = await refusalOf(assignByHand({ ...where, ...swap }));
    const judges = await db.scoresheet.findMany({ where: { entryId: pair.entry.id }, select: { judgeId: true } });
    const reader = pair.tied ? bystander.id : pair.seat.id;
    const right = pair.tied ? answer.startsWith('not-valid: judgeNumber judging:conflicts.') : answer === 'taken';
    if (!right || judges.length !== 1 || judges[0]!.judgeId !== reader) wrong.push(pair);
  }
  expect(named(wrong)).toEqual([]);
}, 180_000);

test('a relation laid by the secretary blocks a sheet that was begun, and taken back sets it free', async () => {
  const { judge, seat, lead, entry } = pairs.find(({ tied }) => !tied)!;
  await db.scoresheet.deleteMany({ where: { entryId: entry.id } });
  const sheet = await aSheet(contest.round, entry, seat, { marks: [3, 4], submitted: false });
  const state = async () =>
    (await findSheets(db, { contestId: contest.id, roundId: contest.round.id })).find(({ id }) => id === sheet.id)!
      .state;
  const relation = { judgeNumber: seat.number, kind: 'KIN' as const, since: '2020-01-01', until: null, note: 'Anh họ' };
  expect(await refusalOf(layRelation({ ...where, ...relation, other: 'khong-co@thu.example' }))).toBe(
    'not-valid: other organising:problems.nobody',
  );
  expect(await refusalOf(layRelation({ ...where, ...relation, other: judge.email! }))).toBe(
    'not-valid: other judging:problems.oneself',
  );
  const stranger = await actorOf(await aPerson());
  expect(await refusalOf(layRelation({ ...where, ...relation, by: stranger, other: lead.email! }))).toBe(
    'not-allowed: contests:refusals.notOfficer',
  );
  expect(await state()).toBe('begun');
  await layRelation({ ...where, ...relation, other: lead.email!.toUpperCase() });
  expect(await state()).toBe('blocked');
  const row = await db.relation.findFirstOrThrow({ where: { personId: judge.id, note: 'Anh họ' } });
  expect(await refusalOf(withdrawRelation({ ...where, by: stranger, relationId: row.id }))).toBe(
    'not-allowed: contests:refusals.notOfficer',
  );
  await withdrawRelation({ ...where, relationId: row.id });
  expect(await state()).toBe('begun');
});
