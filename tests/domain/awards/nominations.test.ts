import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { findHappenings } from '#app/domain/audit/find-happenings.server.ts';
import { acceptNomination } from '#app/domain/awards/accept-nomination.server.ts';
import { askGuardianOfNomination } from '#app/domain/awards/ask-guardian-of-nomination.server.ts';
import { consentToNomination } from '#app/domain/awards/consent-to-nomination.server.ts';
import { declineNomination } from '#app/domain/awards/decline-nomination.server.ts';
import { findNomination } from '#app/domain/awards/find-nomination.server.ts';
import { findNominationFile } from '#app/domain/awards/find-nomination-file.server.ts';
import { findNominations } from '#app/domain/awards/find-nominations.server.ts';
import { findNominationsWaiting } from '#app/domain/awards/find-nominations-waiting.server.ts';
import { findOwnNominations } from '#app/domain/awards/find-own-nominations.server.ts';
import { findReceivedNominations } from '#app/domain/awards/find-received-nominations.server.ts';
import { takeNomination } from '#app/domain/awards/take-nomination.server.ts';
import { withdrawNomination } from '#app/domain/awards/withdraw-nomination.server.ts';
import { withdrawNominationConsent } from '#app/domain/awards/withdraw-nomination-consent.server.ts';
import { writeNotices } from '#app/domain/notifications/write-notices.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { answerAsGuardian } from '#app/domain/people/answer-as-guardian.server.ts';
import { dayOf } from '#app/domain/people/day.ts';
import { eraseClosedAccounts } from '#app/domain/people/erase-closed-accounts.server.ts';
import { findConsents } from '#app/domain/people/find-consents.server.ts';
import { findGuardianRequest } from '#app/domain/people/find-guardian-request.server.ts';
import { withdrawAsGuardian } from '#app/domain/people/withdraw-as-guardian.server.ts';
import { mergeUnits } from '#app/domain/units/merge-units.server.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { storeFile } from '#app/platform/files.server.ts';
import { linkTokenFor } from '#app/platform/link-token.server.ts';
import { aPerson, aUnit, nextWord } from '#tests/support/builders.ts';
import { aContest } from '#tests/support/contest-builders.ts';
import { actorOf, consentOf } from '#tests/support/idea-builders.ts';
import { aStaffMember } from '#tests/support/people-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';
import { aNominatingHost, aNomination } from './a-nominating-host.ts';

type World = Awaited<ReturnType<typeof aNomination>>;

/** The child asks a guardian about this nomination; answers the token of the link. */
async function askGuardian({ child, id }: World): Promise<string> {
  const form = { guardianName: 'Phạm Người Mẹ', guardianMail: `${nextWord('me')}@thu.example` };
  await askGuardianOfNomination({ by: child, id, form });
  const { id: first } = await db.consent.findFirstOrThrow({
    where: { personId: child.id, nominationId: id, withdrawnAt: null, givenAt: null },
    orderBy: { askedAt: 'desc' },
  });
  return linkTokenFor(first);
}

async function everyoneAgrees(world: World): Promise<string> {
  const { captain, child, id } = world;
  await consentToNomination({ by: captain, id });
  await consentToNomination({ by: child, id });
  const token = await askGuardian(world);
  await answerAsGuardian({ token, purposes: ['NOMINATE'] });
  return token;
}

/** What the receiving unit knows: its list, the package, and what it may do. */
async function seen({ id, receiver }: World, by: Actor = receiver) {
  return [
    (await findReceivedNominations({ by })).length,
    await refusalOf(findNomination({ by, id })),
    (await findNominationsWaiting({ by })).received.count,
  ];
}
const nothing = [0, 'not-found: ', 0];
const all = [1, 'taken', 1];

describe('an entry is nominated', () => {
  test('by the chair and the host’s own organisers, not by the unit it would go to', async () => {
    const { nominate, receiver, secretary, captain, chair, contest } = await aNominatingHost();
    const root = await aStaffMember('ADMINISTRATOR', await aUnit());
    for (const by of [receiver, secretary, captain, root]) {
      expect(await refusalOf(nominate(by))).toBe('not-allowed: awards:refusals.notNominating');
    }
    expect(await refusalOf(nominate(chair))).toBe('taken');
    expect(await refusalOf(findNominations({ slug: contest.slug, by: receiver }))).toBe(
      'not-allowed: awards:refusals.notNominating',
    );
  });

  test('where the rules, the units, its award and the quota let it', async () => {
    const none = await aNominatingHost({ upwards: null });
    expect(await refusalOf(none.nominate())).toBe('not-now: awards:refusals.noQuotaUpwards');
    const { nominate, organiser, winner, contest, commune } = await aNominatingHost();
    expect(await refusalOf(nominate(organiser, 99))).toBe('not-found: ');
    expect(await refusalOf(nominate(organiser, 5))).toBe('not-now: awards:refusals.notAwarded');
    await db.contest.update({ where: { id: contest.id }, data: { state: 'CLOSED' } });
    expect(await refusalOf(nominate())).toBe('not-now: awards:refusals.contestOpen');
    await db.contest.update({ where: { id: contest.id }, data: { state: 'PUBLISHED' } });
    await db.unit.update({ where: { id: commune.id }, data: { parentId: null } });
    expect(await refusalOf(nominate())).toBe('not-now: awards:refusals.noUnitAbove');
    await db.unit.update({ where: { id: commune.id }, data: { parentId: (await aUnit()).id } });
    await nominate();
    expect(await refusalOf(nominate())).toBe('not-now: awards:refusals.nominatedAlready');
    expect(await refusalOf(nominate(organiser, 2))).toBe('not-now: awards:refusals.quotaUsed');
    const { id } = await db.nomination.findFirstOrThrow({ where: { entryId: winner.id } });
    await withdrawNomination({ by: organiser, slug: contest.slug, id });
    expect(await refusalOf(nominate(organiser, 2))).toBe('taken');
  });

  test('two organisers at once have one last place', async () => {
    const { nominate, organiser, chair, contest } = await aNominatingHost();
    const told = await Promise.all([refusalOf(nominate(organiser, 1)), refusalOf(nominate(chair, 2))]);
    expect(told.sort()).toEqual(['not-now: awards:refusals.quotaUsed', 'taken']);
    expect(await db.nomination.count({ where: { entry: { contestId: contest.id } } })).toBe(1);
  });

  test('to what the unit above has become', async () => {
    const { nominate, province, centre, winner } = await aNominatingHost();
    const heir = await aUnit({ kind: 'PROVINCE', parentId: centre.id });
    const on = new Date('2025-07-01');
    await db.unit.update({ where: { id: province.id }, data: { endsOn: on } });
    await db.unitSuccession.create({ data: { oldId: province.id, successorId: heir.id, on } });
    await nominate();
    expect(await db.nomination.findFirstOrThrow({ where: { entryId: winner.id } })).toMatchObject({
      toUnitId: heir.id,
    });
  });
});

describe('consent', () => {
  test('is everyone’s, anew, with a guardian’s for who is under 16; until then the receiving unit sees nothing', async () => {
    const world = await aNomination();
    const { captain, child, id } = world;
    // What they agreed to before was another purpose.
    await consentOf(captain);
    await consentOf(child, { guardian: true });
    expect(await seen(world)).toEqual(nothing);
    await consentToNomination({ by: captain, id });
    expect(await seen(world)).toEqual(nothing);
    await consentToNomination({ by: child, id });
    expect(await seen(world)).toEqual(nothing);
    const token = await askGuardian(world);
    expect(await seen(world)).toEqual(nothing);
    expect((await findGuardianRequest({ token }))!.purposes).toMatchObject([
      { purpose: 'NOMINATE', state: 'asked', nomination: { contest: world.contest.name, unit: world.province.name } },
    ]);
    await answerAsGuardian({ token, purposes: [] });
    expect(await seen(world)).toEqual(nothing);
    await answerAsGuardian({ token, purposes: ['NOMINATE'] });
    expect(await seen(world)).toEqual(all);
    // The general consents and this one know nothing of each other.
    expect((await findConsents({ by: child })).purposes.map(({ purpose }) => purpose)).not.toContain('NOMINATE');
  });

  test('withdrawn by anyone, the package is gone at once, accepted or not', async () => {
    const world = await aNomination();
    const { captain, receiver, id } = world;
    const token = await everyoneAgrees(world);
    await withdrawNominationConsent({ by: captain, id });
    expect(await seen(world)).toEqual(nothing);
    expect(await refusalOf(acceptNomination({ by: receiver, id }))).toBe('not-found: ');
    await consentToNomination({ by: captain, id });
    await acceptNomination({ by: receiver, id });
    expect((await seen(world)).slice(0, 2)).toEqual([1, 'taken']);
    await withdrawAsGuardian({ token });
    expect(await seen(world)).toEqual(nothing);
  });

  test('is nobody else’s to give, and none is asked of what was taken back', async () => {
    const { id, organiser, receiver, contest, captain } = await aNomination();
    for (const by of [organiser, receiver, await actorOf(await aPerson())]) {
      expect(await refusalOf(consentToNomination({ by, id }))).toBe('not-found: ');
      expect(await refusalOf(withdrawNominationConsent({ by, id }))).toBe('not-found: ');
    }
    expect(await refusalOf(consentToNomination({ by: captain, id: 'x' }))).toBe('not-found: ');
    const form = { guardianName: 'Ai Đó', guardianMail: 'ai-do@thu.example' };
    expect(await refusalOf(askGuardianOfNomination({ by: captain, id, form }))).toBe(
      'not-now: people:refusals.noGuardianNeeded',
    );
    await withdrawNomination({ by: organiser, slug: contest.slug, id });
    expect(await refusalOf(consentToNomination({ by: captain, id }))).toBe(
      'not-now: awards:refusals.nominationSettled',
    );
  });

  test('of a closed account ends with it', async () => {
    const world = await aNomination();
    await everyoneAgrees(world);
    await db.accountClosing.create({
      data: { personId: world.captain.id, askedAt: now(), erasesAt: now(), ideas: 'KEPT_UNNAMED' },
    });
    await eraseClosedAccounts();
    expect(await seen(world)).toEqual(nothing);
  });
});

describe('the package', () => {
  test('is whole, names no judge, and is for who organises in the receiving unit', async () => {
    const world = await aNomination();
    const { id, receiver, province, commune, organiser, chair, judges, title } = world;
    await everyoneAgrees(world);
    const found = await findNomination({ by: receiver, id });
    expect(found).toMatchObject({
      text: { title },
      team: [
        { name: 'Trịnh Lên Tỉnh', lead: true, guardianAt: null },
        { name: 'Phạm Còn Nhỏ', lead: false, guardianAt: expect.any(Date) },
      ],
      feedback: [{ mean: 100, notes: ['Ý tưởng rõ, cần thử thêm.', 'Ý tưởng rõ, cần thử thêm.'] }],
      results: [{ editions: [{ award: 1 }] }],
      certificates: [
        { award: 'Giải Nhất', name: 'Trịnh Lên Tỉnh' },
        { award: 'Giải Nhất', name: 'Phạm Còn Nhỏ' },
      ],
    });
    const people = await db.person.findMany({ where: { id: { in: judges.map(({ personId }) => personId) } } });
    for (const { fullName, id: personId } of people) {
      expect(JSON.stringify(found)).not.toContain(`"${fullName}"`);
      expect(JSON.stringify(found)).not.toContain(personId);
    }
    const others = [
      organiser,
      chair,
      await aStaffMember('MODERATOR', province),
      await aStaffMember('ORGANISER', await aUnit({ kind: 'COMMUNE', parentId: province.id })),
      await aStaffMember('ORGANISER', await aUnit()),
      await aStaffMember('MODERATOR', commune),
    ];
    for (const by of others) {
      expect(await refusalOf(findNomination({ by, id }))).toBe('not-allowed: awards:refusals.notReceiving');
      expect(await refusalOf(acceptNomination({ by, id }))).toBe('not-allowed: awards:refusals.notReceiving');
    }
  });

  test('is accepted once, or declined with a reason its team reads, and is then gone there', async () => {
    const world = await aNomination();
    const { receiver, id, organiser, contest, captain, winner } = world;
    expect(await refusalOf(acceptNomination({ by: receiver, id }))).toBe('not-found: ');
    await everyoneAgrees(world);
    const told = await Promise.all([
      refusalOf(acceptNomination({ by: receiver, id })),
      refusalOf(withdrawNomination({ by: organiser, slug: contest.slug, id })),
    ]);
    expect(told.filter((one) => one === 'taken')).toHaveLength(1);
    await db.nomination.update({ where: { id }, data: { acceptedAt: null, withdrawnAt: null } });
    const both = await Promise.all([1, 2].map(() => refusalOf(acceptNomination({ by: receiver, id }))));
    expect(both.sort()).toEqual(['not-now: awards:refusals.nominationSettled', 'taken']);
    expect(await refusalOf(declineNomination({ by: receiver, id, reason: 'Muộn rồi' }))).toBe(
      'not-now: awards:refusals.nominationSettled',
    );
    await db.nomination.update({ where: { id }, data: { acceptedAt: null } });
    await declineNomination({ by: receiver, id, reason: 'Trùng với một đề án của tỉnh' });
    expect(await seen(world)).toEqual(nothing);
    expect(await refusalOf(acceptNomination({ by: receiver, id }))).toBe('not-found: ');
    expect(await findOwnNominations({ entryId: winner.id, by: captain })).toMatchObject([
      { state: 'declined', reason: 'Trùng với một đề án của tỉnh' },
    ]);
    const { divisions } = await findNominations({ slug: contest.slug, by: organiser });
    expect(divisions).toMatchObject([{ used: 1, rows: [{ nomination: { state: 'declined', given: 2 } }, {}, {}, {}] }]);
  });

  test('goes with the units that merge', async () => {
    const world = await aNomination();
    const { centre, province, id } = world;
    await everyoneAgrees(world);
    const heir = await aUnit({ kind: 'PROVINCE', parentId: centre.id });
    const by = await aStaffMember('ORGANISER', centre);
    await mergeUnits({ by, slug: province.slug, successor: heir.slug, on: dayOf(now()) });
    expect(await refusalOf(findNomination({ by: await aStaffMember('ORGANISER', heir), id }))).toBe('taken');
  });
});

describe('taken into a contest of the receiving unit', () => {
  async function accepted() {
    const world = await aNomination();
    await everyoneAgrees(world);
    await acceptNomination({ by: world.receiver, id: world.id });
    return world;
  }

  test('it is an entry of the version that won, with those who agreed, without rules of place and number', async () => {
    const world = await accepted();
    const { id, receiver, province, winner, captain, child } = world;
    const into = await aContest({
      hostId: province.id,
      rules: {
        entrants: {
          from: 'host',
          confirmedMembership: true,
          minAge: null,
          maxAge: null,
          ageOn: null,
          teamMin: 1,
          teamMax: 5,
          unitShare: 100,
          outside: [],
        },
      },
    });
    const taking = { id, contest: into.slug, division: 'chung' };
    expect(await takeNomination({ by: receiver, ...taking })).toEqual({ slug: into.slug, number: 1 });
    const entry = await db.entry.findFirstOrThrow({
      where: { contestId: into.id },
      include: { members: { orderBy: { kind: 'asc' } } },
    });
    expect([entry.versionId, entry.enteredById, entry.members.map(({ personId }) => personId)]).toEqual([
      winner.versionId,
      captain.id,
      [captain.id, child.id],
    ]);
    expect(await refusalOf(takeNomination({ by: receiver, ...taking }))).toBe('not-now: awards:refusals.takenAlready');
  });

  test('only there, in time, once accepted, and only as far as its other rules let it', async () => {
    const world = await aNomination();
    const { id, receiver, province, organiser } = world;
    await everyoneAgrees(world);
    const into = await aContest({ hostId: province.id, rules: { entrants: { minAge: 30 } as never } });
    const foreign = await aContest();
    const over = await aContest({ hostId: province.id, state: 'CLOSED' });
    const take = (contest: { slug: string }, by = receiver, division = 'chung') =>
      refusalOf(takeNomination({ by, id, contest: contest.slug, division }));
    expect(await take(into)).toBe('not-now: awards:refusals.acceptFirst');
    await acceptNomination({ by: receiver, id });
    expect(await take(into, organiser)).toBe('not-allowed: awards:refusals.notReceiving');
    expect(await take(foreign)).toBe('not-valid: into controls:problems.choice');
    expect(await take({ slug: 'khong-co' })).toBe('not-valid: into controls:problems.choice');
    expect(await take(into, receiver, 'khong-co')).toBe('not-valid: into controls:problems.choice');
    expect(await take(over)).toBe('not-now: contests:refusals.entriesClosed');
    expect(await take(into)).toMatch(/^not-valid: into contests:breaks.tooYoung/);
    expect(await db.entry.count({ where: { contestId: into.id } })).toBe(0);
  });
});

test('each hears of what concerns them, and nobody of the receiving unit before everyone agreed', async () => {
  const world = await aNomination();
  const { id, receiver, captain, child, chair } = world;
  const kinds = async (person: { id: string }) =>
    (
      await db.notice.findMany({
        where: { personId: person.id, kind: { contains: 'nomination' } },
        orderBy: { id: 'asc' },
      })
    ).map(({ kind }) => kind);
  const tell = async () => {
    const events = await db.event.findMany({
      where: { OR: [{ kind: { startsWith: 'nomination.' } }, { kind: 'consent.given' }], at: { gte: new Date(0) } },
      orderBy: { id: 'asc' },
    });
    await db.$transaction((tx) => writeNotices(tx, events as never));
  };
  await consentToNomination({ by: captain, id });
  await tell();
  expect([await kinds(captain), await kinds(child), await kinds(receiver)]).toEqual([
    ['nomination-asked'],
    ['nomination-asked'],
    [],
  ]);
  expect((await findNominationsWaiting({ by: child })).asked).toMatchObject([{ entry: 1 }]);
  await consentToNomination({ by: child, id });
  await answerAsGuardian({ token: await askGuardian(world), purposes: ['NOMINATE'] });
  const audit = JSON.stringify((await findHappenings({ by: receiver, filter: { kind: 'nomination' } })).happenings);
  expect(audit).toBe('[]');
  await tell();
  expect(new Set(await kinds(receiver))).toEqual(new Set(['nomination-ready']));
  await acceptNomination({ by: receiver, id });
  await tell();
  expect((await kinds(captain)).at(-1)).toBe('own-nomination-answered');
  expect((await kinds(chair)).at(-1)).toBe('nomination-answered');
  expect((await findNominationsWaiting({ by: child })).asked).toEqual([]);
});

describe('the files of a package', () => {
  /** A file of the version that won, and one that is in the draft alone. */
  async function withFiles() {
    const world = await aNomination();
    const { winner } = world;
    const lay = async (name: string, versionId: string | null) => {
      const written = Buffer.from(`%PDF-1.4 ${name}`);
      const file = await db.ideaFile.create({
        data: {
          ideaId: winner.ideaId,
          uploadedById: winner.enteredById,
          name,
          key: await storeFile(written),
          mediaType: 'application/pdf',
          bytes: written.length,
          sha256: createHash('sha256').update(written).digest('hex'),
          createdAt: now(),
        },
      });
      if (versionId !== null) await db.ideaVersionFile.create({ data: { versionId, fileId: file.id } });
      return file.id;
    };
    const won = await lay('ban-ve.pdf', winner.versionId);
    const draft = await lay('chua-gui.pdf', null);
    return { ...world, won, draft };
  }
  const read = async (world: { id: string }, by: Actor, fileId: string) => {
    const { body, name } = await findNominationFile({ by, id: world.id, fileId });
    return [name, (await new Response(body).text()).slice(9)];
  };

  test('go to the receiving unit alone, and only while it may read the package', async () => {
    const world = await withFiles();
    const { receiver, organiser, chair, captain, child, centre, id, won, draft } = world;
    expect(await refusalOf(read(world, receiver, won))).toBe('not-found: ');
    await everyoneAgrees(world);
    expect(await read(world, receiver, won)).toEqual(['ban-ve.pdf', 'ban-ve.pdf']);
    expect(await read(world, await aStaffMember('ORGANISER', centre), won)).toEqual(['ban-ve.pdf', 'ban-ve.pdf']);
    expect((await findNomination({ by: receiver, id })).text.files).toEqual([
      expect.objectContaining({ id: won, name: 'ban-ve.pdf', mediaType: 'application/pdf' }),
    ]);
    const elsewhere = await aStaffMember('ORGANISER', await aUnit({ kind: 'PROVINCE', parentId: centre.id }));
    const moderator = await aStaffMember('MODERATOR', world.province);
    for (const by of [organiser, chair, captain, child, elsewhere, moderator]) {
      expect(await refusalOf(read(world, by, won))).toBe('not-allowed: awards:refusals.notReceiving');
    }
    for (const fileId of [draft, id, 'x']) expect(await refusalOf(read(world, receiver, fileId))).toBe('not-found: ');
    await withdrawNominationConsent({ by: captain, id });
    expect(await refusalOf(read(world, receiver, won))).toBe('not-found: ');
  });

  test('none of another idea, of a later version or of one that was not published', async () => {
    const [world, other] = [await withFiles(), await withFiles()];
    await everyoneAgrees(world);
    expect(await refusalOf(read(world, world.receiver, other.won))).toBe('not-found: ');
    const { winner, draft, receiver } = world;
    const won = await db.ideaVersion.findUniqueOrThrow({ where: { id: winner.versionId } });
    const { id: _, number, ...fields } = won;
    const later = await db.ideaVersion.create({ data: { ...fields, number: number + 1 } });
    await db.ideaVersionFile.create({ data: { versionId: later.id, fileId: draft } });
    expect(await refusalOf(read(world, receiver, draft))).toBe('not-found: ');
    await declineNomination({ by: receiver, id: world.id, reason: 'Không hợp' });
    expect(await refusalOf(read(world, receiver, world.won))).toBe('not-found: ');
  });
});
