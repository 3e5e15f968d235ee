import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { appendRecords } from '#app/domain/history/record/append-records.server.ts';
import { closeAccount } from '#app/domain/people/close-account.server.ts';
import { daysBeforeErasing, erasedName } from '#app/domain/people/closing.ts';
import { eraseClosedAccounts } from '#app/domain/people/erase-closed-accounts.server.ts';
import { findActor } from '#app/domain/people/find-actor.server.ts';
import { findObstaclesOf } from '#app/domain/people/find-closing-obstacles.server.ts';
import { findHeldData } from '#app/domain/people/find-held-data.server.ts';
import { heldColumns, notHeld } from '#app/domain/people/held-data.ts';
import { findReopening, reopenAccount } from '#app/domain/people/reopen-account.server.ts';
import { signIn } from '#app/domain/people/sign-in.server.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { linkTokenFor } from '#app/platform/link-token.server.ts';
import { beginSession } from '#app/platform/session.server.ts';
import { aPerson, aRole, aUnit } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { aContest, anEntry } from '#tests/support/contest-builders.ts';
import { anIdea, aPublishedIdea } from '#tests/support/idea-builders.ts';
import { actorOf, aMembership, aPersonWithPassword, knownPassword } from '#tests/support/people-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';

const address = '203.0.113.10';
const morning = '2026-11-22T08:00:00+07:00';
const inDays = (days: number) => atTime(new Date(new Date(morning).getTime() + days * 86_400_000));

const close = (by: Awaited<ReturnType<typeof actorOf>>, ideas: 'KEPT_UNNAMED' | 'WITHDRAWN' = 'KEPT_UNNAMED') =>
  closeAccount({ by, password: knownPassword, ideas });

describe('closing', () => {
  test('at once: nobody signs in, no role, no consent, no contact; and it may be opened again', async () => {
    const at = atTime(morning);
    const person = await aPersonWithPassword();
    const unit = await aUnit();
    await aMembership(unit, person);
    await aRole({ kind: 'MENTOR', unitId: unit.id, personId: person.id });
    await db.consent.create({
      data: { personId: person.id, purpose: 'PUBLISH_NAME', giver: 'SELF', givenAt: new Date('2026-01-05') },
    });
    await beginSession({ request: new Request('http://127.0.0.1:3000'), personId: person.id });
    const by = await actorOf(person);
    expect(await refusalOf(closeAccount({ by, password: 'khong phai mat khau', ideas: 'WITHDRAWN' }))).toBe(
      'not-valid: password people:problems.passwordWrong',
    );
    await close(by);
    expect(await findActor({ personId: person.id })).toBeNull();
    expect(await db.session.count({ where: { personId: person.id } })).toBe(0);
    const [role] = await db.roleGrant.findMany({ where: { personId: person.id } });
    const [consent] = await db.consent.findMany({ where: { personId: person.id } });
    expect([role!.endedAt, consent!.withdrawnAt]).toEqual([at, at]);
    const events = await db.event.findMany({ where: { personId: person.id }, orderBy: { id: 'asc' } });
    expect(events.map(({ kind }) => kind)).toEqual(['role.ended', 'consent.withdrawn', 'person.closing-asked']);
    expect(await refusalOf(close(by))).toBe('not-valid: password people:problems.passwordWrong');

    inDays(13);
    expect(await refusalOf(signIn({ login: person.email!, password: 'khong phai mat khau', address }))).toBe(
      'not-valid: password people:problems.signIn',
    );
    const { reopenToken } = await signIn({ login: person.email!, password: knownPassword, address });
    expect(await findReopening({ token: reopenToken! })).toEqual({
      open: true,
      erasesAt: new Date(at.getTime() + daysBeforeErasing * 86_400_000),
    });
    await reopenAccount({ token: reopenToken! });
    expect((await findActor({ personId: person.id }))?.roles).toEqual([]);
    expect(await refusalOf(reopenAccount({ token: reopenToken! }))).toBe('not-now: people:refusals.linkUsed');
    inDays(30);
    expect(await eraseClosedAccounts()).toBe(0);
    expect((await db.person.findUniqueOrThrow({ where: { id: person.id } })).fullName).toBe(person.fullName);
  });

  test('the link in the letter opens it too, and not a day after', async () => {
    atTime(morning);
    const person = await aPersonWithPassword();
    await close(await actorOf(person));
    const link = await db.mailToken.findFirstOrThrow({ where: { personId: person.id, purpose: 'REOPEN_ACCOUNT' } });
    inDays(15);
    expect(await refusalOf(reopenAccount({ token: linkTokenFor(link.id) }))).toBe(
      'not-now: people:refusals.linkExpired',
    );
  });

  test('what others wait for is settled first, each thing by its name', async () => {
    const centre = await aUnit({ kind: 'CENTRE' });
    await db.roleGrant.deleteMany({ where: { kind: 'ADMINISTRATOR' } });
    const person = await aPersonWithPassword();
    const mate = await aPerson();
    await aRole({ kind: 'ADMINISTRATOR', unitId: centre.id, personId: person.id });
    const idea = await anIdea({ ownerId: person.id, memberIds: [mate.id], text: { title: 'Máy lọc nước' } });
    const alone = await anIdea({ ownerId: person.id });
    const contest = await aContest({ state: 'OPEN' });
    await aRole({ kind: 'CHAIR', contestId: contest.id, personId: person.id });
    const by = await actorOf(person);
    expect(await findObstaclesOf({ by })).toEqual([
      { kind: 'last-administrator' },
      { kind: 'only-chair', slug: contest.slug, name: contest.name },
      { kind: 'leads-a-team', slug: idea.slug, name: 'Máy lọc nước' },
    ]);
    expect(await refusalOf(close(by))).toBe('not-now: people:refusals.closingObstacles');
    expect((await db.person.findUniqueOrThrow({ where: { id: person.id } })).closedAt).toBeNull();

    await aRole({ kind: 'ADMINISTRATOR', unitId: centre.id });
    await aRole({ kind: 'CHAIR', contestId: contest.id });
    await db.ideaMember.updateMany({ where: { personId: mate.id }, data: { leftAt: now() } });
    expect(await findObstaclesOf({ by })).toEqual([]);
    await close(by);
    expect((await db.idea.findUniqueOrThrow({ where: { id: alone.id } })).state).toBe('DRAFT');
  });

  test('two last administrators closing at once: one stays', async () => {
    await db.roleGrant.deleteMany({ where: { kind: 'ADMINISTRATOR' } });
    const centre = await aUnit({ kind: 'CENTRE' });
    const both = await Promise.all(
      [1, 2].map(async () => {
        const person = await aPersonWithPassword();
        await aRole({ kind: 'ADMINISTRATOR', unitId: centre.id, personId: person.id });
        return actorOf(person);
      }),
    );
    const tries = await Promise.all(both.map((by) => refusalOf(close(by))));
    expect(tries.toSorted()).toEqual(['not-now: people:refusals.closingObstacles', 'taken']);
  });
});

describe('erasing', () => {
  beforeEach(async () => {
    await db.accountClosing.deleteMany();
  });

  test('takes what is personal and leaves what is a record of many', async () => {
    atTime(morning);
    const person = await aPersonWithPassword({
      phone: '0901234567',
      guardianPhone: '0907654321',
      birthDate: new Date('2011-03-04'),
      fullName: 'Nguyễn Văn Rời',
    });
    const other = await aPerson({ fullName: 'Trần Thị Ở Lại' });
    const unit = await aUnit();
    await aMembership(unit, person);
    await db.consent.create({
      data: {
        personId: person.id,
        purpose: 'PUBLISH_NAME',
        giver: 'GUARDIAN',
        guardianName: 'Nguyễn Thị Mẹ',
        guardianMail: 'me@thu.example',
        givenAt: new Date('2026-01-05'),
      },
    });
    await db.savedSearch.create({
      data: { personId: person.id, name: 'Nước', query: 'q=nuoc', createdAt: now(), seenAt: now() },
    });
    const draft = await anIdea({ ownerId: person.id, text: { title: 'Bản nháp riêng của Rời' } });
    const kept = await aPublishedIdea({ ownerId: person.id });
    const ofTeam = await aPublishedIdea({ ownerId: other.id, memberIds: [person.id] });
    await close(await actorOf(person));
    inDays(13.9);
    expect(await eraseClosedAccounts()).toBe(0);
    inDays(14);
    expect(await eraseClosedAccounts()).toBe(1);
    expect(await eraseClosedAccounts()).toBe(0);

    const row = await db.person.findUniqueOrThrow({ where: { id: person.id } });
    expect(row).toMatchObject({
      fullName: erasedName,
      // Still under sixteen to every rule that protects a child.
      birthDate: new Date('2011-12-31'),
      email: null,
      emailVerifiedAt: null,
      userName: null,
      passwordHash: 'erased',
      phone: null,
      guardianPhone: null,
    });
    expect(await db.savedSearch.count({ where: { personId: person.id } })).toBe(0);
    expect(await db.letter.count({ where: { to: person.email! } })).toBe(0);
    const [consent] = await db.consent.findMany({ where: { personId: person.id } });
    expect([consent!.guardianName, consent!.guardianMail, consent!.withdrawnAt === null]).toEqual([null, null, false]);
    const states = await db.idea.findMany({
      where: { id: { in: [draft.id, kept.id, ofTeam.id] } },
      select: { id: true, state: true, draft: { select: { title: true } } },
    });
    expect(new Map(states.map(({ id, state }) => [id, state]))).toEqual(
      new Map([
        [draft.id, 'WITHDRAWN'],
        [kept.id, 'PUBLISHED'],
        [ofTeam.id, 'PUBLISHED'],
      ]),
    );
    expect(states.find(({ id }) => id === draft.id)!.draft!.title).toBe('');
    expect(await refusalOf(signIn({ login: person.email!, password: knownPassword, address }))).toBe(
      'not-valid: password people:problems.signIn',
    );
    // The address is free again.
    expect((await aPersonWithPassword({ email: person.email! })).email).toBe(person.email);
  });

  test('withdraws published ideas of one alone where they chose so', async () => {
    atTime(morning);
    const person = await aPersonWithPassword();
    const idea = await aPublishedIdea({ ownerId: person.id });
    await close(await actorOf(person), 'WITHDRAWN');
    expect((await db.idea.findUniqueOrThrow({ where: { id: idea.id } })).state).toBe('PUBLISHED');
    inDays(14);
    await eraseClosedAccounts();
    const row = await db.idea.findUniqueOrThrow({ where: { id: idea.id }, include: { versions: true } });
    await expect(
      db.ideaVersion.updateMany({ where: { ideaId: idea.id }, data: { title: 'Viết lại' } }),
    ).rejects.toThrow('never changed');
    expect([row.state, row.publishedVersionId, row.versions.map(({ title }) => title)]).toEqual([
      'WITHDRAWN',
      null,
      [''],
    ]);
    const events = await db.event.findMany({ where: { ideaId: idea.id, kind: 'idea.withdrawn' } });
    expect(events).toHaveLength(1);
  });

  test('takes own words out of a contest’s record with their salt; the chain stands', async () => {
    atTime(morning);
    const person = await aPersonWithPassword();
    const contest = await aContest({ state: 'OPEN' });
    const entry = await anEntry(contest, { leadId: person.id });
    await db.recordCode.create({
      data: { contestId: contest.id, kind: 'ENTRY', subjectId: entry.id, code: 'BA7KQ2MX' },
    });
    await db.entryWithdrawal.create({ data: { entryId: entry.id, byId: person.id, at: now(), reason: 'Em ốm' } });
    await db.$transaction((tx) =>
      appendRecords(tx, {
        contestId: contest.id,
        records: [
          { kind: 'contest-opened', body: { contest: contest.id, host: contest.hostId, before: null } },
          { kind: 'entry-withdrawn', body: { entry: 'BA7KQ2MX' }, content: { reason: 'Em ốm' } },
          { kind: 'entry-withdrawn', body: { entry: 'BB2CQ2MX' }, content: { reason: 'Của nhóm khác' } },
        ],
      }),
    );
    const before = await db.contestRecord.findMany({ where: { contestId: contest.id }, orderBy: { n: 'asc' } });
    await close(await actorOf(person));
    inDays(14);
    await eraseClosedAccounts();
    expect(await db.contestRecord.findMany({ where: { contestId: contest.id }, orderBy: { n: 'asc' } })).toEqual(
      before,
    );
    const openings = await db.contestRecordOpening.findMany({ where: { contestId: contest.id } });
    expect(openings.map(({ content }) => content)).toEqual([{ reason: 'Của nhóm khác' }]);
    expect((await db.entryWithdrawal.findUniqueOrThrow({ where: { entryId: entry.id } })).reason).toBeNull();
  });
});

describe('what is held about me', () => {
  /** Every field of the schema that leads to a person, as `Model.field`. */
  function relationsToPeople(): string[] {
    const files = readdirSync('prisma').filter((name) => name.endsWith('.prisma'));
    return files.flatMap((name) => {
      let model = '';
      return readFileSync(`prisma/${name}`, 'utf8')
        .split('\n')
        .flatMap((line) => {
          model = /^model (\w+)/.exec(line)?.[1] ?? model;
          const field = /^\s+(\w+)\s+Person\??\s.*fields:/.exec(line)?.[1];
          return field === undefined ? [] : [`${model}.${field}`];
        });
    });
  }

  test('every relation to a person is in the download or left out for a reason', () => {
    const relations = relationsToPeople().sort();
    expect(relations.length).toBeGreaterThan(60);
    const said = [...Object.keys(heldColumns), ...Object.keys(notHeld)].sort();
    expect(said.filter((relation) => !relations.includes(relation))).toEqual([]);
    expect(relations.filter((relation) => !said.includes(relation))).toEqual([]);
    expect(new Set(said).size).toBe(said.length);
    expect(Object.values(notHeld).filter((reason) => reason.length < 20)).toEqual([]);
  });

  test('holds what is mine and nothing of anybody else', async () => {
    const me = await aPersonWithPassword({ fullName: 'Lê Thị Của Mình', phone: '0912000111' });
    const mate = await aPerson({ fullName: 'Phạm Văn Người Khác', phone: '0912000222' });
    const staff = await aPerson({ fullName: 'Cán Bộ Kiểm Duyệt' });
    await anIdea({ ownerId: me.id, memberIds: [mate.id], text: { title: 'Ý tưởng của mình' } });
    await anIdea({ ownerId: mate.id, text: { title: 'Ý tưởng của người khác' } });
    await db.ideaMember.create({
      data: {
        ideaId: (await anIdea({ ownerId: me.id })).id,
        invitedMail: 'duoc.moi@thu.example',
        invitedById: me.id,
        invitedAt: now(),
      },
    });
    const unit = await aUnit();
    await db.membership.create({
      data: { personId: me.id, unitId: unit.id, claimedAt: now(), confirmedAt: now(), confirmedById: staff.id },
    });
    await db.consent.create({
      data: {
        personId: me.id,
        purpose: 'PUBLISH_NAME',
        giver: 'GUARDIAN',
        guardianName: 'Mẹ Của Mình',
        guardianMail: 'me@thu.example',
        givenAt: now(),
      },
    });
    const held = await findHeldData({ by: await actorOf(me) });
    const text = JSON.stringify(held);
    for (const mine of ['Lê Thị Của Mình', '0912000111', me.email!, 'Ý tưởng của mình']) expect(text).toContain(mine);
    const foreign = [
      mate.id,
      staff.id,
      mate.email!,
      'Người Khác',
      '0912000222',
      'Cán Bộ',
      'người khác',
      'duoc.moi',
      'Mẹ Của',
    ];
    expect(foreign.filter((one) => text.includes(one))).toEqual([]);
    expect(text).not.toContain('argon2');
    expect(
      Object.keys(held)
        .filter((key) => key.includes('.'))
        .sort(),
    ).toEqual(['Consent.person', 'Idea.owner', 'IdeaMember.person', 'Membership.person']);
  });
});
