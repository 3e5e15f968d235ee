import { describe, expect, test } from 'vitest';
import { changeEntry } from '#app/domain/contests/change-entry.server.ts';
import { firstRules } from '#app/domain/contests/contest-rules.ts';
import { enterIdea } from '#app/domain/contests/enter-idea.server.ts';
import { receiptForm } from '#app/domain/contests/entry.ts';
import { findEntering } from '#app/domain/contests/find-entering.server.ts';
import { findEntry } from '#app/domain/contests/find-entry.server.ts';
import { findPaper } from '#app/domain/contests/find-paper.server.ts';
import { withdrawEntry } from '#app/domain/contests/withdraw-entry.server.ts';
import { blindAmong } from '#app/domain/ideas/blind-ideas.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { unitTitle } from '#app/domain/units/unit.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, aUnit } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { aContest } from '#tests/support/contest-builders.ts';
import { countQueries } from '#tests/support/database.ts';
import { actorOf, anIdea, aPublishedIdea, published, submitted } from '#tests/support/idea-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';

async function anEntrant(fields: Parameters<typeof aPublishedIdea>[0] = {}) {
  const person = await aPerson();
  const idea = await aPublishedIdea({ ownerId: person.id, ...fields });
  return { person, idea, by: await actorOf(person) };
}

describe('the deadline', () => {
  test.each([
    ['2026-11-22T17:00:00.000+07:00', 'taken'],
    ['2026-11-22T17:00:00.001+07:00', 'not-now: contests:refusals.entriesClosed'],
    ['2026-11-22T16:59:59.999+07:00', 'taken'],
    ['2026-11-01T07:59:59.999+07:00', 'not-now: contests:refusals.notYetOpen'],
    ['2026-11-01T08:00:00.000+07:00', 'taken'],
  ])('at %s: %s', async (moment, outcome) => {
    atTime(moment);
    const contest = await aContest({
      opensAt: new Date('2026-11-01T08:00:00+07:00'),
      closesAt: new Date('2026-11-22T17:00:00+07:00'),
    });
    const { by, idea } = await anEntrant();
    const entering = enterIdea({ by, slug: contest.slug, ideaId: idea.id, division: 'chung', version: 1 });
    expect(await refusalOf(entering)).toBe(outcome);
    expect(await db.entry.count({ where: { contestId: contest.id } })).toBe(outcome === 'taken' ? 1 : 0);
  });

  test('who arrived in time is in, however long the queue before them', async () => {
    const closesAt = new Date('2026-11-22T17:00:00+07:00');
    atTime(closesAt);
    const contest = await aContest({ opensAt: new Date('2026-11-01T08:00:00+07:00'), closesAt });
    const { by, idea } = await anEntrant();
    let entering: Promise<unknown>;
    await db.$transaction(async (tx) => {
      await tx.$queryRaw`select 1 from "Contest" where id = ${contest.id}::uuid for update`;
      entering = enterIdea({ by, slug: contest.slug, ideaId: idea.id, division: 'chung', version: 1 });
      await new Promise((resolve) => setTimeout(resolve, 100));
      atTime(new Date(closesAt.getTime() + 60_000));
    });
    expect(await refusalOf(entering!)).toBe('taken');
  });
});

describe('entering', () => {
  test('freezes the version, numbers it, gives a receipt that can be checked and tells nothing personal', async () => {
    const contest = await aContest();
    const { by, person, idea } = await anEntrant();
    const made = await enterIdea({ by, slug: contest.slug, ideaId: idea.id, division: 'chung', version: 1 });
    expect(made).toEqual({ entryId: expect.any(String), number: 1, receipt: expect.stringMatching(receiptForm) });
    const row = await db.entry.findUniqueOrThrow({ where: { id: made.entryId }, include: { members: true } });
    expect({ version: row.versionId, team: row.members.map(({ personId, kind }) => [personId, kind]) }).toEqual({
      version: idea.publishedVersionId,
      team: [[person.id, 'LEAD']],
    });
    expect(
      await db.event.findMany({
        where: { entryId: made.entryId },
        select: { kind: true, ideaId: true, payload: true },
      }),
    ).toEqual([{ kind: 'entry.made', ideaId: idea.id, payload: { number: 1 } }]);
    const paper = await findPaper({ number: ` ${made.receipt.toLowerCase()} ` });
    expect(paper).toEqual({
      kind: 'entry',
      number: 1,
      receipt: made.receipt,
      enteredAt: row.enteredAt,
      changedAt: null,
      withdrawnAt: null,
      division: { name: 'Bảng chung' },
      contest: {
        slug: contest.slug,
        name: contest.name,
        state: 'OPEN',
        host: unitTitle(contest.host),
      },
    });
    const text = JSON.stringify(paper);
    const { title } = await db.ideaVersion.findUniqueOrThrow({ where: { id: row.versionId } });
    for (const secret of [person.fullName, person.email!, title, idea.slug, idea.id])
      expect(text).not.toContain(secret);
    expect(await findPaper({ number: `${made.receipt.slice(0, -1)}${made.receipt.endsWith('2') ? '3' : '2'}` })).toBe(
      null,
    );
    expect(await findPaper({ number: "' or 1=1" })).toBe(null);
    expect([...(await blindAmong(db, [idea.id]))]).toEqual([idea.id]);
  });

  test('ten teams at the same moment: ten numbers, ten receipts, nobody twice', async () => {
    const contest = await aContest();
    const entrants = await Promise.all(Array.from({ length: 10 }, () => anEntrant()));
    const made = await Promise.all(
      [...entrants, ...entrants.slice(0, 5)].map(({ by, idea }) =>
        enterIdea({ by, slug: contest.slug, ideaId: idea.id, division: 'chung', version: 1 }).then(
          ({ number }) => number,
          () => null,
        ),
      ),
    );
    expect(made.filter((number) => number !== null).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const rows = await db.entry.findMany({ where: { contestId: contest.id } });
    expect(new Set(rows.map(({ receipt }) => receipt)).size).toBe(10);
    expect(new Set(rows.map(({ ideaId }) => ideaId)).size).toBe(10);
  });

  test('a draft is nobody’s to enter, nor is another’s idea, an unknown division or a version that never was', async () => {
    const contest = await aContest();
    const draft = await aContest({ state: 'DRAFT' });
    const { by, idea } = await anEntrant();
    const other = await aPublishedIdea();
    const enter = (fields: object) =>
      refusalOf(enterIdea({ by, slug: contest.slug, ideaId: idea.id, division: 'chung', version: 1, ...fields }));
    expect([
      await enter({ slug: draft.slug }),
      await enter({ slug: 'khong-co' }),
      await enter({ ideaId: other.id }),
      await enter({ division: 'khong-co' }),
      await enter({ version: 2 }),
      await enter({}),
      await enter({}),
    ]).toEqual([
      'not-found: ',
      'not-found: ',
      'not-valid: idea contests:problems.noIdea',
      'not-valid: division controls:problems.choice',
      'not-valid: idea contests:problems.noIdea',
      'taken',
      'not-valid: idea contests:breaks.enteredAlready, idea contests:breaks.leadsTooMany',
    ]);
  });
});

describe('rules held against an entry, each with its reason', () => {
  const strict = {
    entrants: {
      from: 'host' as const,
      confirmedMembership: true,
      minAge: 16,
      maxAge: 30,
      ageOn: '2026-12-31',
      teamMin: 2,
      teamMax: 3,
      unitShare: null,
      outside: [],
    },
    entries: { ...firstRules.entries, perLead: 1, perPerson: 2 },
  };

  test('each rule broken and, beside it, just kept', async () => {
    atTime('2026-06-01T10:00:00+07:00');
    const host = await aUnit();
    const school = await aUnit({ parentId: host.id, kind: 'SCHOOL', name: 'Trường THPT Lê Bình Minh' });
    const elsewhere = await aUnit();
    const contest = await aContest({ hostId: host.id, rules: strict });
    const member = (birthDate = '2005-01-01') => aPerson({ birthDate: new Date(birthDate) });

    const outcome = async ({
      birthDate = '2005-01-01',
      mates = ['2005-01-01'],
      unitId = school.id,
      confirmed = true,
      text = {},
      state = 'published' as 'published' | 'submitted',
    }) => {
      const lead = await member(birthDate);
      await db.membership.create({
        data: { personId: lead.id, unitId, claimedAt: new Date(), confirmedAt: confirmed ? new Date() : null },
      });
      const memberIds: string[] = [];
      for (const date of mates) memberIds.push((await member(date)).id);
      const idea = await anIdea({ ownerId: lead.id, memberIds, text });
      if (state === 'published') await published(idea);
      else await submitted(idea);
      const by = await actorOf(lead);
      const listed = (await findEntering({ slug: contest.slug, by }))!.candidates[0]!.broken.map(({ key }) => key);
      const entering = enterIdea({ by, slug: contest.slug, ideaId: idea.id, division: 'chung', version: 1 });
      const refused = await refusalOf(entering);
      // What the page says beforehand is what the verb insists on.
      expect(refused).toBe(
        listed.length === 0 ? 'taken' : `not-valid: ${listed.map((key) => `idea ${key}`).join(', ')}`,
      );
      return listed.map((key) => key.replace('contests:breaks.', '')).join(' ');
    };

    expect({
      kept: await outcome({}),
      sixteenOnTheDay: await outcome({ birthDate: '2010-12-31' }),
      fifteenOnTheDay: await outcome({ birthDate: '2011-01-01' }),
      thirtyOnTheDay: await outcome({ birthDate: '1996-01-01' }),
      thirtyOneOnTheDay: await outcome({ birthDate: '1995-12-31' }),
      mateTooOld: await outcome({ mates: ['1990-01-01'] }),
      alone: await outcome({ mates: [] }),
      four: await outcome({ mates: ['2005-01-01', '2005-01-01', '2005-01-01'] }),
      elsewhere: await outcome({ unitId: elsewhere.id }),
      claimedOnly: await outcome({ confirmed: false }),
      waiting: await outcome({ state: 'submitted' }),
      schoolNamed: await outcome({ text: { progress: 'Đã thử ở trường thpt LÊ BÌNH MINH từ tháng ba.' } }),
      schoolNotNamed: await outcome({ text: { progress: 'Đã thử ở một trường vào lúc bình minh.' } }),
    }).toEqual({
      kept: '',
      sixteenOnTheDay: '',
      fifteenOnTheDay: 'tooYoung',
      thirtyOnTheDay: '',
      thirtyOneOnTheDay: 'tooOld',
      mateTooOld: 'tooOld',
      alone: 'teamTooSmall',
      four: 'teamTooBig',
      elsewhere: 'notFromHost',
      claimedOnly: 'notConfirmed',
      waiting: 'notPublished',
      schoolNamed: 'leak.unit',
      schoolNotNamed: '',
    });
  });

  test('a unit that became part of the host counts as within it', async () => {
    const host = await aUnit();
    const ward = await aUnit({ parentId: host.id });
    const old = await aUnit();
    await db.unitSuccession.create({ data: { oldId: old.id, successorId: ward.id, on: new Date('2025-07-01') } });
    const contest = await aContest({
      hostId: host.id,
      rules: { entrants: { ...strict.entrants, teamMin: 1, minAge: null } },
    });
    const { by, person, idea } = await anEntrant();
    await db.membership.create({
      data: { personId: person.id, unitId: old.id, claimedAt: new Date(), confirmedAt: new Date() },
    });
    const entering = enterIdea({ by, slug: contest.slug, ideaId: idea.id, division: 'chung', version: 1 });
    expect(await refusalOf(entering)).toBe('taken');
  });

  test('how many entries one person leads and is in', async () => {
    const contest = await aContest({ rules: { entries: { ...firstRules.entries, perLead: 1, perPerson: 2 } } });
    const mate = await aPerson();
    const lead = await aPerson();
    const enter = async (ownerId: string, memberIds: string[]) => {
      const idea = await aPublishedIdea({ ownerId, memberIds });
      const by = await actorOf({ id: ownerId });
      return refusalOf(enterIdea({ by, slug: contest.slug, ideaId: idea.id, division: 'chung', version: 1 }));
    };
    expect([
      await enter(lead.id, [mate.id]),
      await enter(lead.id, []),
      await enter(mate.id, []),
      await enter((await aPerson()).id, [mate.id]),
    ]).toEqual([
      'taken',
      'not-valid: idea contests:breaks.leadsTooMany',
      'taken',
      'not-valid: idea contests:breaks.inTooMany',
    ]);
  });

  test('a list of one idea and of thirty: the same number of queries', async () => {
    const contest = await aContest();
    const person = await aPerson();
    const by = await actorOf(person);
    await aPublishedIdea({ ownerId: person.id });
    const one = await countQueries(() => findEntering({ slug: contest.slug, by }));
    for (let count = 1; count < 30; count += 1) await aPublishedIdea({ ownerId: person.id });
    const thirty = await countQueries(() => findEntering({ slug: contest.slug, by }));
    expect([one.result!.candidates.length, thirty.result!.candidates.length]).toEqual([1, 30]);
    expect(thirty.queries).toBe(one.queries);
    expect(one.queries).toBeLessThanOrEqual(10);
  });
});

describe('changing and withdrawing', () => {
  test('another version until the deadline; the receipt stays; after it nothing', async () => {
    const closesAt = new Date('2026-11-22T17:00:00+07:00');
    atTime('2026-11-22T16:00:00+07:00');
    const contest = await aContest({ opensAt: new Date('2026-11-01T08:00:00+07:00'), closesAt });
    const { by, idea } = await anEntrant();
    const { number, receipt, entryId } = await enterIdea({
      by,
      slug: contest.slug,
      ideaId: idea.id,
      division: 'chung',
      version: 1,
    });
    const second = (await published(idea)).version;
    atTime(closesAt);
    await changeEntry({ by, slug: contest.slug, number, version: 2 });
    const row = await db.entry.findUniqueOrThrow({ where: { id: entryId } });
    expect([row.versionId, row.receipt, row.changedAt]).toEqual([second.id, receipt, closesAt]);
    atTime(new Date(closesAt.getTime() + 1000));
    expect(await refusalOf(changeEntry({ by, slug: contest.slug, number, version: 1 }))).toBe(
      'not-now: contests:refusals.entriesClosed',
    );
  });

  test('only the lead; once withdrawn the idea is named again and may be entered anew', async () => {
    const contest = await aContest();
    const mate = await aPerson();
    const { by, idea } = await anEntrant({ memberIds: [mate.id] });
    const enter = () => enterIdea({ by, slug: contest.slug, ideaId: idea.id, division: 'chung', version: 1 });
    const { number, receipt } = await enter();
    const act = { slug: contest.slug, number, reason: null };
    expect([
      await refusalOf(withdrawEntry({ ...act, by: await actorOf(mate) })),
      await refusalOf(withdrawEntry({ ...act, by: await actorOf(await aPerson()) })),
      await refusalOf(withdrawEntry({ ...act, by })),
      await refusalOf(withdrawEntry({ ...act, by })),
      await refusalOf(changeEntry({ by, slug: contest.slug, number, version: 1 })),
    ]).toEqual([
      'not-allowed: contests:refusals.leadOnly',
      'not-found: ',
      'taken',
      'not-now: contests:refusals.entryWithdrawn',
      'not-now: contests:refusals.entryWithdrawn',
    ]);
    expect((await findPaper({ number: receipt }))?.withdrawnAt).not.toBe(null);
    expect([...(await blindAmong(db, [idea.id]))]).toEqual([]);
    const mayReturn = async (who: Actor) => (await findEntry({ slug: contest.slug, number, by: who }))?.mayReturn;
    expect([await mayReturn(by), await mayReturn(await actorOf(mate))]).toEqual([true, false]);
    expect((await enter()).number).toBe(2);
    atTime(new Date(contest.closesAt.getTime() + 1000));
    expect(await mayReturn(by)).toBe(false);
  });
});
