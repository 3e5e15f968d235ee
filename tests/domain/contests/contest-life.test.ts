import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { appointJudge } from '#app/domain/contests/appoint-judge.server.ts';
import { appointOfficer } from '#app/domain/contests/appoint-officer.server.ts';
import { cancelContest } from '#app/domain/contests/cancel-contest.server.ts';
import { changeContest } from '#app/domain/contests/change-contest.server.ts';
import { changeDivisions } from '#app/domain/contests/change-divisions.server.ts';
import { changeRound } from '#app/domain/contests/change-round.server.ts';
import { changeRubric } from '#app/domain/contests/change-rubric.server.ts';
import { closeEntries } from '#app/domain/contests/close-entries.server.ts';
import { contestForm, roundForm } from '#app/domain/contests/contest-form.ts';
import { divisionsForm } from '#app/domain/contests/divisions-form.ts';
import { endSeat } from '#app/domain/contests/end-seat.server.ts';
import { findContest } from '#app/domain/contests/find-contest.server.ts';
import { findContests } from '#app/domain/contests/find-contests.server.ts';
import { findFrozenDocument } from '#app/domain/contests/find-frozen-document.server.ts';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import { findManagedContests } from '#app/domain/contests/find-managed-contests.server.ts';
import { makeContest } from '#app/domain/contests/make-contest.server.ts';
import { makeRound } from '#app/domain/contests/make-round.server.ts';
import { openContest } from '#app/domain/contests/open-contest.server.ts';
import { removeRound } from '#app/domain/contests/remove-round.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, aRole, aUnit } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { aContest, anEntry, theOfficersOf, twoCriteria } from '#tests/support/contest-builders.ts';
import { countQueries } from '#tests/support/database.ts';
import { actorOf } from '#tests/support/idea-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';

const opensAt = new Date('2026-09-01T08:00:00+07:00');
const closesAt = new Date('2026-10-01T17:00:00+07:00');

async function anOrganiser() {
  const unit = await aUnit();
  const person = await aPerson();
  await aRole({ kind: 'ORGANISER', personId: person.id, unitId: unit.id });
  return { unit, person, by: await actorOf(person) };
}

const typedRules = {
  name: 'Cuộc thi mới',
  opensAt: '2026-09-01T08:00',
  closesAt: '2026-10-01T17:00',
  from: 'host',
  teamMin: '1',
  teamMax: '3',
  minAge: '16',
  maxAge: '30',
  ageOn: '2026-12-31',
  versions: 'published',
  blind: 'yes',
};

const typedRound = {
  name: 'Chung khảo',
  kind: 'FINAL',
  opensAt: '2026-10-20T08:00',
  closesAt: '2026-11-01T17:00',
  reviewsPerEntry: '5',
  method: 'RAW',
  top: '10',
};

describe('from a draft to its opening', () => {
  test('a draft comes with what is needed to begin; only organisers of the host or above make one', async () => {
    atTime('2026-08-20T10:00:00+07:00');
    const { unit, by } = await anOrganiser();
    const below = await aUnit({ parentId: unit.id });
    const make = (hostId: number, who = by) =>
      makeContest({ by: who, name: 'Sáng tạo trẻ', summary: '', hostId, opensAt, closesAt });
    const one = await make(unit.id);
    const two = await make(below.id);
    expect([one.slug, two.slug]).toEqual(['sang-tao-tre', 'sang-tao-tre-2']);
    expect(await refusalOf(make((await aUnit()).id))).toBe('not-allowed: contests:refusals.notOrganiserHere');
    expect(await refusalOf(make(unit.id, await actorOf(await aPerson())))).toBe(
      'not-allowed: contests:refusals.notOrganiserHere',
    );
    const contest = await findManagedContest({ slug: one.slug, by });
    expect({
      divisions: contest.divisions.map(({ name }) => name),
      rounds: contest.rounds.map(({ number, reviewsPerEntry, blind }) => [number, reviewsPerEntry, blind]),
      missing: contest.missing.map(({ key }) => key),
    }).toEqual({ divisions: ['Bảng chung'], rounds: [[1, 3, true]], missing: ['organising:missing.chair'] });
    expect(await findContest({ slug: one.slug, by: null })).toBe(null);
    expect((await findContests({ filter: null, page: 1 })).contests.map(({ slug }) => slug)).not.toContain(one.slug);
  });

  test('opening freezes the rules under a hash that anybody can recompute; nothing of them can be changed in silence after', async () => {
    atTime('2026-08-20T10:00:00+07:00');
    const { unit, by } = await anOrganiser();
    const { slug } = await makeContest({ by, name: 'Mở và chốt', summary: '', hostId: unit.id, opensAt, closesAt });
    expect(await refusalOf(openContest({ by, slug }))).toBe('not-valid: form organising:missing.chair');
    const chair = await aPerson();
    await appointOfficer({ by, slug, whom: chair.email!.toUpperCase(), kind: 'CHAIR' });
    await changeContest({ by, slug, form: contestForm.parse(typedRules) });
    const { hash } = await openContest({ by, slug });
    const frozen = (await findFrozenDocument({ slug }))!;
    expect(frozen.hash).toBe(hash);
    expect(createHash('sha256').update(frozen.text).digest('hex')).toBe(hash);
    expect(JSON.parse(frozen.text)).toMatchObject({
      contest: { slug, name: 'Cuộc thi mới', closesAt: '2026-10-01T10:00:00.000Z' },
      rules: { entrants: { minAge: 16, maxAge: 30, ageOn: '2026-12-31', teamMax: 3 }, blind: true },
      rounds: [
        {
          number: 1,
          method: 'ADJUSTED',
          rubrics: [{ division: null, criteria: [{ name: 'Tính mới, sáng tạo' }, {}, {}, {}, {}, {}] }],
        },
      ],
    });
    const frozenNow = 'not-now: contests:refusals.frozen';
    const wantsReason = 'not-valid: reason organising:problems.amendmentReason';
    expect([
      await refusalOf(changeContest({ by, slug, form: contestForm.parse(typedRules) })),
      await refusalOf(changeDivisions({ by, slug, divisions: [{ id: null, name: 'Khác' }] })),
      await refusalOf(makeRound({ by, slug, form: roundForm.parse(typedRound) })),
      await refusalOf(changeRound({ by, slug, number: 1, form: roundForm.parse(typedRound) })),
      await refusalOf(changeRubric({ by, slug, number: 1, division: null, criteria: twoCriteria })),
      await refusalOf(openContest({ by, slug })),
    ]).toEqual([
      wantsReason,
      frozenNow,
      frozenNow,
      wantsReason,
      wantsReason,
      'not-now: organising:refusals.openedAlready',
    ]);
    const rules = await db.contestRules.findFirstOrThrow({ where: { contest: { slug } } });
    await expect(db.contestRules.update({ where: { id: rules.id }, data: { hash: 'x' } })).rejects.toThrow(
      /never changed/,
    );
    expect((await findContest({ slug, by: null }))?.frozen?.hash).toBe(hash);
  });

  test('divisions, rounds and rubrics are written in a draft, and a division may have its own criteria', async () => {
    const { unit, by } = await anOrganiser();
    const { slug } = await makeContest({ by, name: 'Nhiều bảng', summary: '', hostId: unit.id, opensAt, closesAt });
    const [chung] = (await findManagedContest({ slug, by })).divisions;
    await changeDivisions({
      by,
      slug,
      divisions: [
        { id: null, name: 'Học sinh' },
        { id: chung!.id, name: 'Sinh viên' },
      ],
    });
    const { number } = await makeRound({ by, slug, form: roundForm.parse(typedRound) });
    await changeRubric({ by, slug, number, division: 'hoc-sinh', criteria: twoCriteria });
    const contest = await findManagedContest({ slug, by });
    const hocSinh = contest.divisions.find((one) => one.slug === 'hoc-sinh')!;
    expect({
      divisions: contest.divisions.map(({ name }) => name),
      second: contest.rounds[1]?.rubrics
        .map(({ divisionId, criteria }) => [divisionId === hocSinh.id, criteria])
        .sort(),
      pass: contest.rules.pass,
    }).toEqual({
      divisions: ['Học sinh', 'Sinh viên'],
      second: [
        [false, 6],
        [true, 2],
      ],
      pass: [{ round: 2, top: 10, minMean: null, noZero: false }],
    });
    expect(await refusalOf(removeRound({ by, slug, number: 1 }))).toBe('not-now: organising:refusals.notLastRound');
    await removeRound({ by, slug, number: 2 });
    expect(await refusalOf(removeRound({ by, slug, number: 1 }))).toBe('not-now: organising:refusals.onlyRound');
    await changeDivisions({ by, slug, divisions: [{ id: chung!.id, name: 'Sinh viên' }] });
    expect((await findManagedContest({ slug, by })).rules.pass).toEqual([]);
  });
});

describe('the panel', () => {
  test('who may appoint whom, and who cannot be appointed', async () => {
    const contest = await aContest();
    const officers = await theOfficersOf(contest);
    const [organiser, secretary] = [await actorOf(officers.organiser), await actorOf(officers.secretary)];
    const slug = contest.slug;
    const seat = { minLoad: 0, maxLoad: 10, pools: [], fieldIds: [] };
    const judge = await aPerson();
    const entrant = await anEntry(contest);
    const unverified = await aPerson({ emailVerifiedAt: null });
    const pupil = await aPerson({ email: null, userName: 'lan.anh.7' });
    const entering = await db.person.findUniqueOrThrow({ where: { id: entrant.enteredById } });
    const appoint = (whom: string, by = secretary) => refusalOf(appointJudge({ by, slug, whom, seat }));
    expect([
      await appoint(judge.email!),
      await appoint(judge.email!),
      await appoint('khong-ai@thu.example'),
      await appoint(unverified.email!),
      await appoint('Lan.Anh.7'),
      await appoint(entering.email!),
      await appoint(pupil.id, await actorOf(await aPerson())),
      await refusalOf(appointOfficer({ by: secretary, slug, whom: judge.email!, kind: 'CHAIR' })),
      await refusalOf(appointOfficer({ by: organiser, slug, whom: officers.chair.email!, kind: 'CHAIR' })),
      await refusalOf(
        appointJudge({ by: secretary, slug, whom: judge.email!, seat: { ...seat, fieldIds: ['khong-co'] } }),
      ),
    ]).toEqual([
      'taken',
      'not-valid: whom organising:problems.appointedAlready',
      'not-valid: whom organising:problems.nobody',
      'not-valid: whom organising:problems.notVerified',
      'taken',
      'not-valid: whom organising:problems.takesPart',
      'not-allowed: contests:refusals.notOfficer',
      'not-allowed: contests:refusals.notAppointing',
      'not-valid: whom organising:problems.appointedAlready',
      'not-valid: fieldIds controls:problems.choice',
    ]);
  });

  test('a seat that ended may be taken again, under the same number; the last chair stays', async () => {
    const contest = await aContest();
    const officers = await theOfficersOf(contest);
    const by = await actorOf(officers.organiser);
    const { slug } = contest;
    const person = await aPerson();
    const seat = { minLoad: 0, maxLoad: 10, pools: [], fieldIds: [] };
    const first = await appointJudge({ by, slug, whom: person.email!, seat });
    const role = await db.roleGrant.findFirstOrThrow({ where: { personId: person.id } });
    await endSeat({ by, slug, roleId: role.id, reason: 'Bận việc' });
    expect(await refusalOf(endSeat({ by, slug, roleId: role.id, reason: 'Lại' }))).toBe('not-found: ');
    expect(await appointJudge({ by, slug, whom: person.email!, seat })).toEqual(first);
    const chair = await db.roleGrant.findFirstOrThrow({ where: { contestId: contest.id, kind: 'CHAIR' } });
    expect(await refusalOf(endSeat({ by, slug, roleId: chair.id, reason: 'Nghỉ' }))).toBe(
      'not-now: organising:refusals.lastChair',
    );
  });
});

describe('the end of entering, and calling off', () => {
  test('nobody closes before the published deadline; the clock closes by itself', async () => {
    atTime(closesAt);
    const contest = await aContest({ opensAt, closesAt });
    const by = await actorOf((await theOfficersOf(contest)).secretary);
    expect(await refusalOf(closeEntries({ by, slug: contest.slug }))).toBe(
      'not-now: organising:refusals.deadlineAhead',
    );
    expect((await findContest({ slug: contest.slug, by: null }))?.phase).toBe('open');
    atTime(new Date(closesAt.getTime() + 1));
    expect((await findContest({ slug: contest.slug, by: null }))?.phase).toBe('judging');
    expect(await refusalOf(closeEntries({ by, slug: contest.slug }))).toBe('taken');
    expect(await refusalOf(closeEntries({ by, slug: contest.slug }))).toBe('not-now: organising:refusals.notOpen');
  });

  test('cancelling is the host’s, with a reason everybody reads; a cancelled draft stays unknown', async () => {
    const contest = await aContest();
    const officers = await theOfficersOf(contest);
    const reason = 'Bão số 9, hoãn sang năm.';
    const cancel = async (person: { id: string }, slug = contest.slug) =>
      refusalOf(cancelContest({ by: await actorOf(person), slug, reason }));
    expect([await cancel(officers.chair), await cancel(officers.organiser), await cancel(officers.organiser)]).toEqual([
      'not-allowed: contests:refusals.notOrganiser',
      'taken',
      'not-now: contests:refusals.over',
    ]);
    expect((await findContest({ slug: contest.slug, by: null }))?.cancelled?.reason).toBe(reason);
    const draft = await aContest({ state: 'DRAFT', hostId: contest.hostId });
    await cancel(officers.organiser, draft.slug);
    expect(await findContest({ slug: draft.slug, by: null })).toBe(null);
  });
});

describe('who sees which contests', () => {
  test('organisers their subtree, officers their own, others none', async () => {
    const province = await aUnit();
    const ward = await aUnit({ parentId: province.id });
    const [here, below, elsewhere] = [
      await aContest({ hostId: province.id }),
      await aContest({ hostId: ward.id, state: 'DRAFT' }),
      await aContest(),
    ];
    const organiser = await aPerson();
    await aRole({ kind: 'ORGANISER', personId: organiser.id, unitId: province.id });
    const chair = await aPerson();
    await aRole({ kind: 'CHAIR', personId: chair.id, contestId: elsewhere.id });
    const list = async (person: { id: string }) =>
      (await findManagedContests({ by: await actorOf(person), page: 1 })).contests.map(({ slug }) => slug).sort();
    expect(await list(organiser)).toEqual([here.slug, below.slug].sort());
    expect(await list(chair)).toEqual([elsewhere.slug]);
    expect(await list(await aPerson())).toEqual([]);
    expect(await refusalOf(findManagedContest({ slug: here.slug, by: await actorOf(chair) }))).toBe(
      'not-allowed: contests:refusals.notOfficer',
    );
  });

  test('a contest with 1 and with 30 entries and judges: the same number of queries', async () => {
    const contest = await aContest();
    const count = async () => (await countQueries(() => findContest({ slug: contest.slug, by: null }))).queries;
    const one = await count();
    for (let index = 0; index < 30; index += 1) await aRole({ kind: 'JUDGE', contestId: contest.id });
    expect(await count()).toBe(one);
    expect(one).toBeLessThanOrEqual(4);
  });
});

describe('forms', () => {
  const problemsOf = (result: { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
    result.error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];

  test('a contest’s rules: what is wrong stands beside its field', () => {
    const wrong = contestForm.safeParse({
      ...typedRules,
      closesAt: '2026-09-01T08:00',
      minAge: '31',
      teamMin: '4',
      opensAt: '2026-09-01T08:00',
    });
    expect(problemsOf(wrong)).toEqual([
      'closesAt organising:problems.closesBeforeOpens',
      'maxAge organising:problems.agesCross',
      'teamMax organising:problems.teamSizesCross',
    ]);
    const strange = contestForm.safeParse({
      ...typedRules,
      opensAt: '2026-02-30T08:00',
      ageOn: '31/02/2026',
      teamMax: 'ba',
    });
    expect(problemsOf(strange)).toEqual([
      'opensAt contests:problems.time',
      'ageOn organising:problems.day',
      'teamMax controls:problems.number',
    ]);
    expect(contestForm.parse(typedRules).closesAt).toEqual(closesAt);
  });

  const nothingOfItsOwn = { levels: [], minAge: null, maxAge: null, places: [], upwards: null };

  test('divisions keep their order, drop empty rows, and are named once', () => {
    const id = 'a3bb189e-8bf9-3888-9912-ace4e6543002';
    expect(
      divisionsForm.parse({ 'id.0': id, 'name.0': ' Bảng  A ', 'name.1': '', 'name.2': 'Bảng B', 'id.7': 'x' }),
    ).toEqual([
      { id, name: 'Bảng A', ...nothingOfItsOwn },
      { id: null, name: 'Bảng B', ...nothingOfItsOwn },
    ]);
    const typed = { 'name.0': 'A', 'levels.0': ['COLLEGE', 'PRIMARY'], 'maxAge.0': ' 11 ', 'places.0.1': '0' };
    expect(divisionsForm.parse({ ...typed, 'upwards.0': '3' })).toEqual([
      { id: null, name: 'A', levels: ['PRIMARY', 'COLLEGE'], minAge: null, maxAge: 11, places: [null, 0], upwards: 3 },
    ]);
    expect(problemsOf(divisionsForm.safeParse({ ...typed, 'minAge.0': '12', 'places.0.0': '1,5' }))).toEqual([
      'maxAge.0 organising:problems.agesCross',
      'places.0.0 controls:problems.number',
    ]);
    expect(problemsOf(divisionsForm.safeParse({ 'name.0': 'A', 'name.1': 'a' }))).toEqual([
      'name.1 organising:problems.divisionTwice',
    ]);
    expect(problemsOf(divisionsForm.safeParse({ 'name.0': ' ' }))).toEqual(['name.0 organising:problems.noDivision']);
  });
});
