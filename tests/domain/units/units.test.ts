import { describe, expect, test } from 'vitest';
import { giveConsent } from '#app/domain/people/give-consent.server.ts';
import { carryOverDueMergers } from '#app/domain/units/carry-over-due-mergers.server.ts';
import { findUnit } from '#app/domain/units/find-unit.server.ts';
import { findUnits } from '#app/domain/units/find-units.server.ts';
import { makeUnit } from '#app/domain/units/make-unit.server.ts';
import { mergeUnits } from '#app/domain/units/merge-units.server.ts';
import { renameUnit } from '#app/domain/units/rename-unit.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, aRole, aUnit, nextWord } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { aClassCode, actorOf, aMembership, aProvince, aStaffMember } from '#tests/support/people-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';

describe('the page of a unit', () => {
  test('names those in charge who agreed to it, and gives nobody’s contact', async () => {
    const { province, commune } = await aProvince();
    const named = await aPerson({ fullName: 'Lê Thị Thu Hà', phone: '0901112223' });
    const silent = await aPerson({ fullName: 'Kẻ Không Nêu Tên' });
    const former = await aPerson({ fullName: 'Cán Bộ Cũ' });
    await aRole({ kind: 'MODERATOR', unitId: commune.id, personId: silent.id });
    await aRole({ kind: 'ORGANISER', unitId: commune.id, personId: named.id });
    await aRole({ kind: 'MODERATOR', unitId: commune.id, personId: former.id, endedAt: new Date() });
    await aRole({ kind: 'ADMINISTRATOR', unitId: commune.id });
    await giveConsent({ by: await actorOf(named), purpose: 'PUBLISH_NAME' });
    await giveConsent({ by: await actorOf(former), purpose: 'PUBLISH_NAME' });
    await aMembership(commune, await aPerson({ fullName: 'Thành Viên Kín' }));
    const page = (await findUnit({ slug: commune.slug }))!;
    expect(page).toEqual({
      unit: {
        id: commune.id,
        slug: commune.slug,
        name: 'Xã Đông',
        kind: 'COMMUNE',
        code: null,
        path: commune.path,
        current: true,
      },
      province: { id: province.id, slug: province.slug, name: 'Tỉnh Thử' },
      above: [{ id: province.id, slug: province.slug, name: 'Tỉnh Thử' }],
      below: [expect.objectContaining({ name: 'Trường THPT Đông', kind: 'SCHOOL' })],
      successors: [],
      predecessors: [],
      formerNames: [],
      formerNamesLeftOut: 0,
      ideas: 0,
      contests: 0,
      staff: [
        { kind: 'ORGANISER', name: 'Lê Thị Thu Hà' },
        { kind: 'MODERATOR', name: null },
      ],
    });
    expect(JSON.stringify(page)).not.toMatch(/@thu\.example|090111|Không Nêu Tên|Thành Viên Kín|Cán Bộ Cũ/);
  });

  test('counts what is published, in the unit and below it, and nothing else', async () => {
    const { commune, school, sister } = await aProvince();
    const owner = await aPerson();
    const idea = async (unit: { id: number }, state: 'DRAFT' | 'PUBLISHED' | 'WITHDRAWN', published: boolean) => {
      const made = await db.idea.create({
        data: { slug: nextWord('y'), ownerId: owner.id, unitId: unit.id, state, createdAt: new Date() },
      });
      if (!published) return;
      const text = { title: 'x', abstract: '', problem: '', solution: '', novelty: '', method: '', beneficiaries: '' };
      const version = await db.ideaVersion.create({
        data: {
          ...text,
          foldedTitle: 'x',
          progress: '',
          needs: '',
          ideaId: made.id,
          number: 1,
          createdById: owner.id,
          createdAt: new Date(),
        },
      });
      await db.idea.update({ where: { id: made.id }, data: { publishedVersionId: version.id } });
    };
    await idea(commune, 'PUBLISHED', true);
    await idea(school, 'PUBLISHED', true);
    await idea(school, 'DRAFT', false);
    await idea(school, 'WITHDRAWN', true);
    await idea(sister, 'PUBLISHED', true);
    const host = async (unit: { id: number }, state: 'DRAFT' | 'OPEN' | 'PUBLISHED' | 'CANCELLED') =>
      db.contest.create({
        data: {
          slug: nextWord('thi'),
          name: 'x',
          summary: 'x',
          hostId: unit.id,
          state,
          opensAt: new Date(),
          closesAt: new Date(),
          createdAt: new Date(),
        },
      });
    await host(commune, 'OPEN');
    await host(school, 'PUBLISHED');
    await host(school, 'DRAFT');
    await host(school, 'CANCELLED');
    await host(sister, 'OPEN');
    const page = (await findUnit({ slug: commune.slug }))!;
    expect({ ideas: page.ideas, contests: page.contests }).toEqual({ ideas: 2, contests: 2 });
  });
});

describe('making a unit', () => {
  test('below one’s own, with a clean address and its place in the tree', async () => {
    const { province, commune } = await aProvince();
    const by = await aStaffMember('ORGANISER', province);
    const { slug } = await makeUnit({
      by,
      parent: commune.slug,
      form: { name: 'Trường THCS Hòa Bình', kind: 'SCHOOL' },
    });
    const made = await db.unit.findUniqueOrThrow({ where: { slug } });
    expect(made).toMatchObject({
      slug: 'truong-thcs-hoa-binh',
      folded: 'truong thcs hoa binh',
      parentId: commune.id,
      path: `${commune.path}${made.id}/`,
      provinceId: province.id,
      endsOn: null,
    });
    const [found] = await findUnits({ text: 'thcs hoa binh', limit: 1 });
    expect(found?.slug).toBe(slug);
  });

  test('a namesake elsewhere gets its own address; a namesake at the same place is refused', async () => {
    const [one, two] = [await aProvince(), await aProvince()];
    const form = { name: 'Trường THPT Số 1', kind: 'SCHOOL' as const };
    const make = async (place: typeof one) =>
      makeUnit({ by: await aStaffMember('ORGANISER', place.province), parent: place.commune.slug, form });
    const slugs = [(await make(one)).slug, (await make(two)).slug];
    expect(slugs).toEqual(['truong-thpt-so-1', 'truong-thpt-so-1-tinh-thu']);
    expect(await refusalOf(make(one))).toBe('not-valid: name staff:problems.nameTaken');
    const answers = await Promise.all([1, 2, 3].map(async () => refusalOf(make(await aProvince()))));
    expect(answers).toEqual(['taken', 'taken', 'taken']);
  });

  test('is refused outside the subtree, to moderators, for kinds that cannot stand there, below what has ended', async () => {
    const { province, commune, sister } = await aProvince();
    const organiser = await aStaffMember('ORGANISER', commune);
    const moderator = await aStaffMember('MODERATOR', commune);
    const ended = await aUnit({ parentId: commune.id, endsOn: new Date('2020-01-01') });
    const make = (by: typeof organiser, parent: string, kind: 'SCHOOL' | 'PROVINCE' | 'COMMUNE' = 'SCHOOL') =>
      refusalOf(makeUnit({ by, parent, form: { name: 'Trường Mới', kind } }));
    expect(await make(organiser, sister.slug)).toBe('not-allowed: people:refusals.notYourUnit');
    expect(await make(organiser, province.slug)).toBe('not-allowed: people:refusals.notYourUnit');
    expect(await make(moderator, commune.slug)).toBe('not-allowed: staff:refusals.organisersOnly');
    expect(await make(organiser, commune.slug, 'PROVINCE')).toBe('not-valid: kind staff:problems.kind');
    expect(await make(organiser, commune.slug, 'COMMUNE')).toBe('not-valid: kind staff:problems.kind');
    expect(await make(organiser, ended.slug)).toBe('not-now: units:refusals.ended');
    expect(await make(organiser, 'khong-co')).toBe('not-found: ');
  });
});

describe('renaming', () => {
  test('the address stays and the former name still finds it', async () => {
    const { province, school } = await aProvince();
    const by = await aStaffMember('ORGANISER', province);
    await renameUnit({ by, slug: school.slug, name: 'Trường THPT Nguyễn Thị Định' });
    expect((await findUnit({ slug: school.slug }))!).toMatchObject({
      unit: { name: 'Trường THPT Nguyễn Thị Định' },
      formerNames: ['Trường THPT Đông'],
    });
    const found = await findUnits({ text: 'truong thpt dong tinh thu', limit: 5 });
    expect(found.length).toBe(0);
    expect((await findUnits({ text: 'truong thpt dong', limit: 50 })).map((one) => one.slug)).toContain(school.slug);
    const stranger = await aStaffMember('ORGANISER', (await aProvince()).province);
    expect(await refusalOf(renameUnit({ by: stranger, slug: school.slug, name: 'Của Tôi' }))).toBe(
      'not-allowed: people:refusals.notYourUnit',
    );
  });
});

describe('a merger', () => {
  async function aMerger() {
    const { province, commune, sister, school } = await aProvince();
    const by = await aStaffMember('ORGANISER', province);
    const member = await aPerson();
    const waiting = await aPerson();
    await aMembership(commune, member);
    await aMembership(commune, waiting, 'claimed');
    const moderator = await aRole({ kind: 'MODERATOR', unitId: commune.id });
    const both = await aRole({ kind: 'MODERATOR', unitId: commune.id });
    await aRole({ kind: 'MODERATOR', unitId: sister.id, personId: both.personId });
    const code = await aClassCode(commune);
    const idea = await db.idea.create({
      data: {
        slug: nextWord('y'),
        ownerId: member.id,
        unitId: commune.id,
        provinceId: province.id,
        createdAt: new Date(),
      },
    });
    const contest = await db.contest.create({
      data: {
        slug: nextWord('thi'),
        name: 'x',
        summary: 'x',
        hostId: commune.id,
        opensAt: new Date(),
        closesAt: new Date(),
        createdAt: new Date(),
      },
    });
    const drive = await db.drive.create({ data: { slug: nextWord('van-dong'), name: 'x', startsOn: new Date() } });
    await db.unitTarget.createMany({
      data: [
        { unitId: commune.id, driveId: drive.id, ideas: 30 },
        { unitId: sister.id, driveId: drive.id, ideas: 12 },
      ],
    });
    return { province, commune, sister, school, by, member, waiting, moderator, both, code, idea, contest, drive };
  }

  const held = (personId: string) =>
    db.roleGrant.findMany({ where: { personId, endedAt: null }, select: { kind: true, unitId: true } });

  test('on its day everything of the old unit becomes the successor’s, and the past stays on record', async () => {
    atTime('2026-04-30T08:00:00+07:00');
    const m = await aMerger();
    await mergeUnits({ by: m.by, slug: m.commune.slug, successor: m.sister.slug, on: '2026-04-30' });
    const open = (personId: string) =>
      db.membership.findMany({ where: { personId, endedAt: null }, select: { unitId: true, confirmedAt: true } });
    expect(await open(m.member.id)).toEqual([{ unitId: m.sister.id, confirmedAt: expect.any(Date) }]);
    expect(await open(m.waiting.id)).toEqual([{ unitId: m.sister.id, confirmedAt: null }]);
    expect(await db.membership.count({ where: { unitId: m.commune.id, endedAt: { not: null } } })).toBe(2);
    expect(await held(m.moderator.personId)).toEqual([{ kind: 'MODERATOR', unitId: m.sister.id }]);
    expect(await held(m.both.personId)).toEqual([{ kind: 'MODERATOR', unitId: m.sister.id }]);
    expect((await db.classCode.findUniqueOrThrow({ where: { id: m.code.id } })).unitId).toBe(m.sister.id);
    expect((await db.idea.findUniqueOrThrow({ where: { id: m.idea.id } })).unitId).toBe(m.sister.id);
    expect((await db.contest.findUniqueOrThrow({ where: { id: m.contest.id } })).hostId).toBe(m.sister.id);
    expect(await db.unitTarget.findMany({ where: { driveId: m.drive.id } })).toEqual([
      { unitId: m.sister.id, driveId: m.drive.id, ideas: 42 },
    ]);
    const school = await db.unit.findUniqueOrThrow({ where: { id: m.school.id } });
    expect([school.parentId, school.path]).toEqual([m.sister.id, `${m.sister.path}${school.id}/`]);
    const page = (await findUnit({ slug: m.commune.slug }))!;
    expect(page).toMatchObject({ unit: { current: false }, successors: [{ slug: m.sister.slug, on: '2026-04-30' }] });
    expect((await findUnit({ slug: m.sister.slug }))!.predecessors).toMatchObject([
      { name: 'Xã Đông', on: '2026-04-30' },
    ]);
    const [found] = await findUnits({ text: 'xa dong', limit: 1 });
    expect(found).toMatchObject({ slug: m.sister.slug, formerly: 'Xã Đông' });
    expect((await actorOf({ id: m.moderator.personId })).roles).toMatchObject([{ unitPath: m.sister.path }]);
    const events = await db.event.findMany({
      where: { unitId: { in: [m.commune.id, m.sister.id] } },
      orderBy: { id: 'asc' },
    });
    expect(events.map((event) => [event.kind, event.payload])).toEqual([
      ['unit.merged', { successorId: m.sister.id, on: '2026-04-30' }],
      ['role.carried-over', { oldId: m.commune.id, role: 'MODERATOR', roleId: expect.any(String) }],
      ['role.carried-over', { oldId: m.commune.id, role: 'MODERATOR', roleId: expect.any(String) }],
      ['unit.carried-over', { oldId: m.commune.id }],
    ]);
  });

  test('who was about to move to the successor belongs there at once', async () => {
    const { province, commune, sister } = await aProvince();
    const by = await aStaffMember('ORGANISER', province);
    const mover = await aPerson();
    await aMembership(commune, mover);
    await aMembership(sister, mover, 'claimed');
    const comer = await aPerson();
    await aMembership(sister, comer);
    await aMembership(commune, comer, 'claimed');
    await mergeUnits({ by, slug: commune.slug, successor: sister.slug, on: '2026-04-30' });
    for (const { id } of [mover, comer]) {
      const open = await db.membership.findMany({ where: { personId: id, endedAt: null } });
      expect(open).toMatchObject([{ unitId: sister.id, confirmedAt: expect.any(Date) }]);
    }
  });

  test('a province takes its communes and ideas along', async () => {
    const root = await aUnit({ kind: 'CENTRE', name: 'Trung ương' });
    const [old, successor] = [
      await aUnit({ kind: 'PROVINCE', parentId: root.id, name: 'Tỉnh Cũ' }),
      await aUnit({ kind: 'PROVINCE', parentId: root.id, name: 'Tỉnh Mới' }),
    ];
    const commune = await aUnit({ parentId: old.id });
    const owner = await aPerson();
    const idea = await db.idea.create({
      data: { slug: nextWord('y'), ownerId: owner.id, unitId: commune.id, provinceId: old.id, createdAt: new Date() },
    });
    const by = await aStaffMember('ADMINISTRATOR', root);
    await mergeUnits({ by, slug: old.slug, successor: successor.slug, on: '2026-04-30' });
    expect(await db.unit.findUniqueOrThrow({ where: { id: commune.id } })).toMatchObject({
      parentId: successor.id,
      provinceId: successor.id,
      path: `${successor.path}${commune.id}/`,
    });
    expect(await db.idea.findUniqueOrThrow({ where: { id: idea.id } })).toMatchObject({
      unitId: commune.id,
      provinceId: successor.id,
    });
  });

  test('before its day nothing moves; the clock carries it out, once', async () => {
    atTime('2026-04-01T08:00:00+07:00');
    const m = await aMerger();
    await mergeUnits({ by: m.by, slug: m.commune.slug, successor: m.sister.slug, on: '2026-04-30' });
    expect(await carryOverDueMergers()).toEqual({ carriedOver: 0 });
    expect(await held(m.moderator.personId)).toEqual([{ kind: 'MODERATOR', unitId: m.commune.id }]);
    expect((await findUnit({ slug: m.commune.slug }))!.unit.current).toBe(true);
    atTime('2026-04-30T00:00:00+07:00');
    expect(await carryOverDueMergers()).toEqual({ carriedOver: 1 });
    expect(await held(m.moderator.personId)).toEqual([{ kind: 'MODERATOR', unitId: m.sister.id }]);
    expect(await carryOverDueMergers()).toEqual({ carriedOver: 0 });
    expect((await findUnit({ slug: m.commune.slug }))!.unit.current).toBe(false);
  });

  test('is refused where it cannot be, and to whom it is not given', async () => {
    atTime('2026-04-30T08:00:00+07:00');
    const { province, commune, sister, school } = await aProvince();
    const elsewhere = await aProvince();
    const by = await aStaffMember('ORGANISER', province);
    const merge = (slug: string, successor: string, who = by, on = '2026-04-30') =>
      refusalOf(mergeUnits({ by: who, slug, successor, on }));
    expect(await merge(commune.slug, elsewhere.commune.slug)).toBe('not-allowed: staff:refusals.bothUnits');
    expect(await merge(commune.slug, sister.slug, await aStaffMember('MODERATOR', province))).toBe(
      'not-allowed: staff:refusals.organisersOnly',
    );
    expect(await merge(commune.slug, commune.slug)).toBe('not-valid: unit staff:problems.successorItself');
    expect(await merge(commune.slug, school.slug)).toBe('not-valid: unit staff:problems.successorItself');
    expect(await merge(school.slug, sister.slug)).toBe('not-valid: unit staff:problems.successorKind');
    expect(await merge(commune.slug, 'khong-co')).toBe('not-found: ');
    await db.unit.update({ where: { id: commune.id }, data: { startsOn: new Date('2025-07-01') } });
    expect(await merge(commune.slug, sister.slug, by, '2025-06-30')).toBe('not-valid: on staff:problems.beforeItBegan');
    expect(await merge(commune.slug, sister.slug)).toBe('taken');
    expect(await merge(commune.slug, sister.slug)).toBe('not-now: units:refusals.ended');
    expect(await merge(sister.slug, commune.slug)).toBe('not-valid: unit staff:problems.successorEnded');
  });

  test('two at once: one happens', async () => {
    const { province, commune, sister } = await aProvince();
    const by = await aStaffMember('ORGANISER', province);
    const answers = await Promise.all([
      refusalOf(mergeUnits({ by, slug: commune.slug, successor: sister.slug, on: '2026-04-30' })),
      refusalOf(mergeUnits({ by, slug: sister.slug, successor: commune.slug, on: '2026-04-30' })),
    ]);
    expect(answers.filter((answer) => answer === 'taken').length).toBe(1);
  });
});
