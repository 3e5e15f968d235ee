import { describe, expect, test } from 'vitest';
import { applyAssignment } from '#app/domain/judging/apply-assignment.server.ts';
import { assignByHand } from '#app/domain/judging/assign-by-hand.server.ts';
import { composeProblem } from '#app/domain/judging/compose-problem.server.ts';
import { samePhone } from '#app/domain/judging/conflict.ts';
import { declareConflict } from '#app/domain/judging/declare-conflict.server.ts';
import { findConflicts } from '#app/domain/judging/find-conflicts.server.ts';
import { withdrawConflict } from '#app/domain/judging/withdraw-conflict.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, aUnit, nextWord } from '#tests/support/builders.ts';
import { aContest, aJudge, anEntry, theOfficersOf } from '#tests/support/contest-builders.ts';
import { countQueries } from '#tests/support/database.ts';
import { actorOf, aPublishedIdea } from '#tests/support/idea-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';

const options = { mode: 'best-total' as const, links: 0, seed: 1 };

/** A province under the centre with two wards, a contest hosted by it, a judge and an entry that have nothing to do with each other. */
async function aWorld() {
  const centre = await aUnit({ kind: 'CENTRE', name: 'Trung ương' });
  const host = await aUnit({ kind: 'PROVINCE', parentId: centre.id, name: 'Tỉnh chủ nhà' });
  const ward = await aUnit({ parentId: host.id, name: 'Phường Một' });
  const otherWard = await aUnit({ parentId: host.id, name: 'Phường Hai' });
  const contest = await aContest({ hostId: host.id, state: 'CLOSED', rounds: [{ state: 'OPEN', reviewsPerEntry: 1 }] });
  const judge = await aPerson({ fullName: 'Giám Khảo Thử' });
  const lead = await aPerson({ fullName: 'Trưởng Nhóm Thử' });
  const mate = await aPerson({ fullName: 'Bạn Cùng Nhóm' });
  const entry = await anEntry(contest, { leadId: lead.id, memberIds: [mate.id], unitId: null });
  const seat = await aJudge(contest, { personId: judge.id });
  const officers = await theOfficersOf(contest);
  return { centre, host, ward, otherWard, contest, judge, lead, mate, entry, seat, officers };
}
type World = Awaited<ReturnType<typeof aWorld>>;

type How = { claimed?: boolean; ended?: boolean; declined?: boolean };
async function belongs(personId: string, unitId: number, { claimed, ended, declined }: How = {}) {
  const at = new Date('2024-01-01');
  await db.membership.create({
    data: {
      personId,
      unitId,
      claimedAt: at,
      confirmedAt: claimed || declined ? null : at,
      endedAt: ended ? at : null,
      declinedAt: declined ? at : null,
    },
  });
}
const becomes = (oldId: number, successorId: number) =>
  db.unitSuccession.create({ data: { oldId, successorId, on: new Date('2025-07-01') } });

async function mentors(personId: string, ideaId: string, endedAt: Date | null) {
  const mentor = await db.mentor.create({
    data: {
      personId,
      unitId: (await aUnit()).id,
      about: '',
      fieldIds: [],
      capacity: 3,
      hoursPerMonth: 4,
      offeredAt: new Date('2023-01-01'),
    },
  });
  await db.mentorship.create({ data: { mentorId: mentor.id, ideaId, startedAt: new Date('2023-02-01'), endedAt } });
}
async function supports(personId: string, ideaId: string, fields: { declinedAt?: Date; endedAt?: Date } = {}) {
  const business = await db.business.create({
    data: { slug: nextWord('dn'), name: 'Công ty Thử', taxCode: nextWord('mst'), registeredAt: new Date('2024-01-01') },
  });
  await db.roleGrant.create({
    data: {
      kind: 'REPRESENTATIVE',
      personId,
      businessId: business.id,
      grantedAt: new Date('2024-01-01'),
      endedAt: fields.endedAt ?? null,
    },
  });
  await db.supportOffer.create({
    data: {
      businessId: business.id,
      ideaId,
      kind: 'MONEY',
      text: '',
      byId: personId,
      at: new Date('2024-02-01'),
      declinedAt: fields.declinedAt ?? null,
    },
  });
}
const ideaOf = (entry: { ideaId: string }) => entry.ideaId;

const ties: [name: string, kinds: string[], lay: (world: World) => Promise<unknown>][] = [
  ['nothing at all', [], async () => {}],
  // Author and team-mates
  [
    'on the team as it entered',
    ['AUTHOR'],
    async ({ entry, judge }) =>
      db.entryMember.create({ data: { entryId: entry.id, personId: judge.id, kind: 'MEMBER' } }),
  ],
  [
    'joined the idea after it was entered',
    ['AUTHOR'],
    async ({ entry, judge }) =>
      db.ideaMember.create({
        data: { ideaId: ideaOf(entry), personId: judge.id, invitedAt: new Date(), confirmedAt: new Date() },
      }),
  ],
  [
    'invited to the idea and never confirmed',
    [],
    async ({ entry, judge }) =>
      db.ideaMember.create({ data: { ideaId: ideaOf(entry), personId: judge.id, invitedAt: new Date() } }),
  ],
  [
    'on a team with the mate in another contest only',
    ['TEAM_MATE'],
    async ({ judge, mate }) =>
      anEntry(await aContest(), { leadId: (await aPerson()).id, memberIds: [judge.id, mate.id] }),
  ],
  [
    'on the team of an idea with the lead, never entered',
    ['TEAM_MATE'],
    async ({ judge, lead }) => aPublishedIdea({ ownerId: judge.id, memberIds: [lead.id] }),
  ],
  [
    'on a team with somebody of the same name',
    [],
    async ({ judge, lead }) =>
      aPublishedIdea({ ownerId: judge.id, memberIds: [(await aPerson({ fullName: lead.fullName })).id] }),
  ],
  [
    'in another team of the same contest as the lead of neither',
    [],
    async ({ judge }) => anEntry(await aContest(), { leadId: judge.id }),
  ],
  // Units
  [
    'same ward',
    ['SAME_UNIT'],
    async ({ judge, lead, ward }) => {
      await belongs(judge.id, ward.id);
      await belongs(lead.id, ward.id);
    },
  ],
  [
    'two wards of the host',
    [],
    async ({ judge, lead, ward, otherWard }) => {
      await belongs(judge.id, ward.id);
      await belongs(lead.id, otherWard.id);
    },
  ],
  [
    'both of the host itself',
    [],
    async ({ judge, lead, host }) => {
      await belongs(judge.id, host.id);
      await belongs(lead.id, host.id);
    },
  ],
  [
    'both of the centre above the host',
    [],
    async ({ judge, lead, centre }) => {
      await belongs(judge.id, centre.id);
      await belongs(lead.id, centre.id);
    },
  ],
  [
    'a school in the ward and the ward',
    ['SAME_UNIT'],
    async ({ judge, lead, ward }) => {
      const school = await aUnit({ parentId: ward.id, kind: 'SCHOOL' });
      await belongs(judge.id, school.id);
      await belongs(lead.id, ward.id);
    },
  ],
  [
    'two schools of one ward',
    ['SAME_UNIT'],
    async ({ judge, lead, ward }) => {
      await belongs(judge.id, (await aUnit({ parentId: ward.id, kind: 'SCHOOL' })).id);
      await belongs(lead.id, (await aUnit({ parentId: ward.id, kind: 'SCHOOL' })).id);
    },
  ],
  [
    'the mate, not the lead, of the same ward',
    ['SAME_UNIT'],
    async ({ judge, mate, ward }) => {
      await belongs(judge.id, ward.id);
      await belongs(mate.id, ward.id);
    },
  ],
  [
    'same ward, claimed only',
    ['SAME_UNIT'],
    async ({ judge, lead, ward }) => {
      await belongs(judge.id, ward.id, { claimed: true });
      await belongs(lead.id, ward.id, { claimed: true });
    },
  ],
  [
    'same ward, long ago',
    ['SAME_UNIT'],
    async ({ judge, lead, ward }) => {
      await belongs(judge.id, ward.id, { ended: true });
      await belongs(lead.id, ward.id);
    },
  ],
  [
    'same ward, but the claim was declined',
    [],
    async ({ judge, lead, ward }) => {
      await belongs(judge.id, ward.id, { declined: true });
      await belongs(lead.id, ward.id);
    },
  ],
  [
    'an old ward that merged into the other’s ward',
    ['SAME_UNIT'],
    async ({ judge, lead, ward, host }) => {
      const old = await aUnit({ parentId: host.id, endsOn: new Date('2025-07-01') });
      await becomes(old.id, ward.id);
      await belongs(judge.id, old.id);
      await belongs(lead.id, ward.id);
    },
  ],
  [
    'two old wards that became one, both long ago',
    ['SAME_UNIT'],
    async ({ judge, lead, ward, host }) => {
      for (const person of [judge, lead]) {
        const old = await aUnit({ parentId: host.id, endsOn: new Date('2025-07-01') });
        await becomes(old.id, ward.id);
        await belongs(person.id, old.id, { ended: true });
      }
    },
  ],
  [
    'an old ward of a province that merged into the host',
    ['SAME_UNIT'],
    async ({ judge, lead, ward, host, centre }) => {
      const oldProvince = await aUnit({ parentId: centre.id, kind: 'PROVINCE', endsOn: new Date('2025-07-01') });
      const oldWard = await aUnit({ parentId: oldProvince.id, endsOn: new Date('2025-07-01') });
      await becomes(oldProvince.id, host.id);
      await becomes(oldWard.id, ward.id);
      await belongs(judge.id, oldWard.id);
      await belongs(lead.id, ward.id);
    },
  ],
  [
    'both of the old province that merged into the host',
    [],
    async ({ judge, lead, host, centre }) => {
      const oldProvince = await aUnit({ parentId: centre.id, kind: 'PROVINCE', endsOn: new Date('2025-07-01') });
      await becomes(oldProvince.id, host.id);
      await belongs(judge.id, oldProvince.id);
      await belongs(lead.id, oldProvince.id);
    },
  ],
  [
    'two parts of a ward that was split',
    [],
    async ({ judge, lead, ward, otherWard, host }) => {
      const old = await aUnit({ parentId: host.id, endsOn: new Date('2025-07-01') });
      await becomes(old.id, ward.id);
      await becomes(old.id, otherWard.id);
      await belongs(judge.id, ward.id);
      await belongs(lead.id, otherWard.id);
    },
  ],
  [
    'a school under two names, one becoming the other',
    ['SAME_UNIT'],
    async ({ judge, lead, centre }) => {
      const before = await aUnit({ parentId: centre.id, kind: 'UNIVERSITY', endsOn: new Date('2024-01-01') });
      const after = await aUnit({ parentId: centre.id, kind: 'UNIVERSITY' });
      await becomes(before.id, after.id);
      await belongs(judge.id, before.id);
      await belongs(lead.id, after.id);
    },
  ],
  [
    'two faculties of one university outside the host',
    ['SAME_UNIT'],
    async ({ judge, lead, centre }) => {
      const university = await aUnit({ parentId: centre.id, kind: 'UNIVERSITY' });
      await belongs(judge.id, (await aUnit({ parentId: university.id, kind: 'SCHOOL' })).id);
      await belongs(lead.id, (await aUnit({ parentId: university.id, kind: 'SCHOOL' })).id);
    },
  ],
  [
    'two universities outside the host',
    [],
    async ({ judge, lead, centre }) => {
      await belongs(judge.id, (await aUnit({ parentId: centre.id, kind: 'UNIVERSITY' })).id);
      await belongs(lead.id, (await aUnit({ parentId: centre.id, kind: 'UNIVERSITY' })).id);
    },
  ],
  [
    'two wards of one other province',
    [],
    async ({ judge, lead, centre }) => {
      const province = await aUnit({ parentId: centre.id, kind: 'PROVINCE' });
      await belongs(judge.id, (await aUnit({ parentId: province.id })).id);
      await belongs(lead.id, (await aUnit({ parentId: province.id })).id);
    },
  ],
  [
    'one ward of another province',
    ['SAME_UNIT'],
    async ({ judge, lead, centre }) => {
      const province = await aUnit({ parentId: centre.id, kind: 'PROVINCE' });
      const ward = await aUnit({ parentId: province.id });
      await belongs(judge.id, ward.id);
      await belongs(lead.id, ward.id);
    },
  ],
  [
    'staff of the lead’s ward',
    ['SAME_UNIT'],
    async ({ judge, lead, ward }) => {
      await db.roleGrant.create({
        data: {
          kind: 'MODERATOR',
          personId: judge.id,
          unitId: ward.id,
          grantedAt: new Date('2024-01-01'),
          endedAt: new Date(),
        },
      });
      await belongs(lead.id, ward.id);
    },
  ],
  [
    'staff of the host',
    [],
    async ({ judge, lead, host, ward }) => {
      await db.roleGrant.create({
        data: { kind: 'MODERATOR', personId: judge.id, unitId: host.id, grantedAt: new Date('2024-01-01') },
      });
      await belongs(lead.id, ward.id);
    },
  ],
  // Mentors
  [
    'mentor of the idea, ended two years ago',
    ['MENTOR'],
    async ({ judge, entry }) => mentors(judge.id, ideaOf(entry), new Date('2024-01-01')),
  ],
  [
    'mentor of another idea of the lead',
    ['MENTOR'],
    async ({ judge, lead }) => mentors(judge.id, (await aPublishedIdea({ ownerId: lead.id })).id, null),
  ],
  [
    'mentor of somebody else in the contest',
    [],
    async ({ judge, contest }) => mentors(judge.id, ideaOf(await anEntry(contest, { unitId: null })), null),
  ],
  // Sponsors
  [
    'represented a business that offers to support it',
    ['SPONSOR'],
    async ({ judge, entry }) => supports(judge.id, ideaOf(entry), { endedAt: new Date() }),
  ],
  [
    'represents a business whose offer was declined',
    [],
    async ({ judge, entry }) => supports(judge.id, ideaOf(entry), { declinedAt: new Date() }),
  ],
  // Phones and guardians
  [
    'the lead’s own phone, written otherwise',
    ['SHARED_PHONE'],
    async ({ judge, lead }) => {
      await db.person.update({ where: { id: judge.id }, data: { phone: '+84 912 345 678' } });
      await db.person.update({ where: { id: lead.id }, data: { phone: '0912.345.678' } });
    },
  ],
  [
    'the judge’s phone is the mate’s guardian’s',
    ['SHARED_PHONE'],
    async ({ judge, mate }) => {
      await db.person.update({ where: { id: judge.id }, data: { phone: '0909111222' } });
      await db.person.update({ where: { id: mate.id }, data: { guardianPhone: '84909111222' } });
    },
  ],
  [
    'a phone that differs by one digit',
    [],
    async ({ judge, mate }) => {
      await db.person.update({ where: { id: judge.id }, data: { phone: '0909111222' } });
      await db.person.update({ where: { id: mate.id }, data: { guardianPhone: '0909111223' } });
    },
  ],
  [
    'no phone on either side',
    [],
    async ({ judge, mate }) => {
      await db.person.update({ where: { id: judge.id }, data: { phone: '' } });
      await db.person.update({ where: { id: mate.id }, data: { phone: '' } });
    },
  ],
  [
    'the judge was asked as the mate’s guardian',
    ['KIN'],
    async ({ judge, mate }) =>
      db.consent.create({
        data: {
          personId: mate.id,
          purpose: 'PUBLISH_NAME',
          giver: 'GUARDIAN',
          guardianMail: judge.email!.toUpperCase(),
        },
      }),
  ],
  [
    'somebody else was asked as the mate’s guardian',
    [],
    async ({ mate }) =>
      db.consent.create({
        data: { personId: mate.id, purpose: 'PUBLISH_NAME', giver: 'GUARDIAN', guardianMail: 'ai-do@thu.example' },
      }),
  ],
  // Declared
  [
    'declared by the judge',
    ['DECLARED_BY_JUDGE'],
    async ({ judge, entry }) =>
      db.conflict.create({
        data: {
          entryId: entry.id,
          personId: judge.id,
          kind: 'DECLARED_BY_JUDGE',
          reason: 'Bạn thân',
          declaredById: judge.id,
          declaredAt: new Date(),
        },
      }),
  ],
  [
    'declared and taken back',
    [],
    async ({ judge, entry }) =>
      db.conflict.create({
        data: {
          entryId: entry.id,
          personId: judge.id,
          kind: 'DECLARED_BY_STAFF',
          reason: 'Nhầm',
          declaredById: judge.id,
          declaredAt: new Date(),
          withdrawnAt: new Date(),
        },
      }),
  ],
  [
    'declared by another judge',
    [],
    async ({ entry, contest }) => {
      const other = await aJudge(contest);
      await db.roleGrant.update({ where: { id: other.roleGrantId }, data: { endedAt: new Date() } });
      await db.conflict.create({
        data: {
          entryId: entry.id,
          personId: other.personId,
          kind: 'DECLARED_BY_JUDGE',
          reason: '',
          declaredById: other.personId,
          declaredAt: new Date(),
        },
      });
    },
  ],
];

describe('each tie, at every door', () => {
  test.each(ties)('%s: %j', async (_name, kinds, lay) => {
    const world = await aWorld();
    const { contest, entry, seat } = world;
    // A plan made while nothing stood against the pair, to be applied after the tie is laid.
    const problem = await composeProblem(db, { contestId: contest.id, round: contest.round, options });
    const plan = await db.assignmentPlan.create({
      data: {
        roundId: contest.round.id,
        seed: 1,
        problem,
        answer: {
          status: 'optimal',
          total: 1,
          worst: 1,
          bound: { total: 1, worst: 1 },
          connected: true,
          pairs: [[entry.id, seat.id]],
          loads: { [seat.id]: 1 },
        },
        byId: world.officers.secretary.id,
        at: new Date(),
      },
    });
    await lay(world);

    const found = await findConflicts(db, {
      contestId: contest.id,
      roundId: contest.round.id,
      entryIds: [entry.id],
      judgeIds: [seat.id],
    });
    expect(found.map(({ kind }) => kind).sort()).toEqual([...kinds].sort());
    for (const { path } of found) expect(path.values).toMatchObject({ judge: 'Giám Khảo Thử' });

    const barred = (await composeProblem(db, { contestId: contest.id, round: contest.round, options })).conflicts.some(
      ([one, judge]) => one === entry.id && judge === seat.id,
    );
    expect(barred).toBe(kinds.length > 0);

    const by = await actorOf(world.officers.secretary);
    const where = { by, slug: contest.slug, number: 1 };
    const applied = await refusalOf(applyAssignment({ ...where, planId: plan.id }));
    const sheets = await db.scoresheet.count({ where: { entryId: entry.id, judgeId: seat.id } });
    if (kinds.length > 0) {
      expect([applied, sheets]).toEqual(['not-now: judging:refusals.planStale', 0]);
      const byHand = assignByHand({ ...where, entryNumber: entry.number, judgeNumber: seat.number, insteadOf: null });
      expect(await refusalOf(byHand)).toBe(`not-valid: judgeNumber ${found[0]!.path.key}`);
    } else {
      // Where a bystander was added too the plan is stale for that; by hand the pair is free all the same.
      if (applied !== 'taken') {
        const byHand = assignByHand({ ...where, entryNumber: entry.number, judgeNumber: seat.number, insteadOf: null });
        expect(await refusalOf(byHand)).toBe('taken');
      } else expect(sheets).toBe(1);
    }
  });
});

test('a host whose rules do not count units: only the other ties', async () => {
  const { contest, judge, lead, ward } = await aWorld();
  const rules = await db.contestRules.findFirstOrThrow({ where: { contestId: contest.id } });
  await db.$executeRaw`alter table "ContestRules" disable trigger all`;
  await db.contestRules.update({
    where: { id: rules.id },
    data: { body: { ...(rules.body as object), conflicts: { sameUnit: false } } },
  });
  await db.$executeRaw`alter table "ContestRules" enable trigger all`;
  await belongs(judge.id, ward.id);
  await belongs(lead.id, ward.id);
  expect(await findConflicts(db, { contestId: contest.id })).toEqual([]);
});

test('staff declare and take back; what a judge said of themselves stays', async () => {
  const { contest, entry, seat, judge, officers } = await aWorld();
  const by = await actorOf(officers.secretary);
  const where = { by, slug: contest.slug, number: 1 };
  await declareConflict({ ...where, entryNumber: entry.number, judgeNumber: seat.number, reason: 'Cô ruột' });
  const [row] = await db.conflict.findMany({ where: { entryId: entry.id } });
  expect((await findConflicts(db, { contestId: contest.id })).map(({ kind }) => kind)).toEqual(['DECLARED_BY_STAFF']);
  expect(await refusalOf(declareConflict({ ...where, entryNumber: 99, judgeNumber: 98, reason: 'x' }))).toBe(
    'not-valid: entryNumber judging:problems.noSuchEntry, judgeNumber judging:problems.noSuchJudge',
  );
  const stranger = await actorOf(await aPerson());
  expect(await refusalOf(withdrawConflict({ ...where, by: stranger, conflictId: row!.id }))).toBe(
    'not-allowed: contests:refusals.notOfficer',
  );
  await withdrawConflict({ ...where, conflictId: row!.id });
  expect(await findConflicts(db, { contestId: contest.id })).toEqual([]);
  const own = await db.conflict.create({
    data: {
      entryId: entry.id,
      personId: judge.id,
      kind: 'DECLARED_BY_JUDGE',
      declaredById: judge.id,
      declaredAt: new Date(),
    },
  });
  expect(await refusalOf(withdrawConflict({ ...where, conflictId: own.id }))).toBe(
    'not-allowed: judging:refusals.notStaffsConflict',
  );
});

test('one entry and one judge, or thirty of each: the same number of queries', async () => {
  const { contest, ward } = await aWorld();
  const count = () => countQueries(() => findConflicts(db, { contestId: contest.id }));
  const one = await count();
  for (let number = 0; number < 30; number += 1) {
    const entry = await anEntry(contest);
    const judge = await aJudge(contest);
    await belongs(judge.personId, ward.id);
    await belongs(entry.enteredById, ward.id);
  }
  const thirty = await count();
  expect(thirty.result.length).toBe(900);
  expect(thirty.queries).toBeLessThanOrEqual(one.queries + 1);
});

test.each([
  ['0912 345 678', '0912345678'],
  ['+84912345678', '0912345678'],
  ['0084.912.345.678', '0912345678'],
  ['84912345678', '0912345678'],
  ['02923 812 345', '02923812345'],
  ['113', null],
  ['', null],
])('the phone %j is %j', (typed, number) => {
  expect(samePhone(typed)).toBe(number);
});
