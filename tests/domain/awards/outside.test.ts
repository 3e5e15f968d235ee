import { expect, test } from 'vitest';
import { findOwnOutcomes } from '#app/domain/awards/find-own-outcomes.server.ts';
import { findPapers } from '#app/domain/awards/find-papers.server.ts';
import { publishRound } from '#app/domain/awards/publish-round.server.ts';
import { changeContest } from '#app/domain/contests/change-contest.server.ts';
import { composeDocument } from '#app/domain/contests/compose-document.server.ts';
import { contestForm } from '#app/domain/contests/contest-form.ts';
import { firstRules } from '#app/domain/contests/contest-rules.ts';
import { endEntryOutside } from '#app/domain/contests/end-entry-outside.server.ts';
import { enterIdea } from '#app/domain/contests/enter-idea.server.ts';
import { findEntry } from '#app/domain/contests/find-entry.server.ts';
import { setEntryOutside } from '#app/domain/contests/set-entry-outside.server.ts';
import { appendRecords } from '#app/domain/history/record/append-records.server.ts';
import { findResults } from '#app/domain/judging/find-results.server.ts';
import { overrideOutcome } from '#app/domain/judging/override-outcome.server.ts';
import { type Bundle, type BundledRecord, writeBundle } from '#app/domain/judging/record/bundle.ts';
import { findFullBundle, findPublicBundle } from '#app/domain/judging/record/find-bundles.server.ts';
import { layRecord } from '#app/domain/judging/record/lay-record.server.ts';
import { verifyBundle } from '#app/domain/judging/record/verify-bundle.ts';
import { tellers } from '#app/domain/notifications/tellers.server.ts';
import { hashOfJson } from '#app/domain/sha256.ts';
import { db } from '#app/platform/db/db.server.ts';
import { reasonOf } from '#app/ui/papers/official.ts';
import { rewritten } from '#tests/domain/judging/record/a-bundle.ts';
import { aPerson, aRole, aUnit } from '#tests/support/builders.ts';
import { aContest, anEntry, theOfficersOf } from '#tests/support/contest-builders.ts';
import { actorOf, aPublishedIdea } from '#tests/support/idea-builders.ts';
import { aMembership } from '#tests/support/people-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';
import { anAwardedRound } from './an-awarded-round.ts';

test('the best entry is outside: it keeps its place and takes nothing, others are awarded as if it were not there, and the record says so', async () => {
  const { contest, where, secretary, chair, entries } = await anAwardedRound({
    rules: { pass: [{ round: 1, top: 3, minMean: null, noZero: false }] },
  });
  const { slug } = contest;
  const act = { by: secretary, slug, number: 1 };
  await setEntryOutside({ ...act, reason: 'Đội của ban tổ chức, xin không xét giải.' });
  expect(await refusalOf(setEntryOutside({ ...act, reason: 'lần nữa' }))).toBe('not-now: organising:outside.already');
  // Taken back and given again: both stand, with their reasons.
  await endEntryOutside({ ...act, reason: 'Ghi nhầm bài.' });
  expect(await refusalOf(endEntryOutside({ ...act, reason: 'lần nữa' }))).toBe('not-now: organising:outside.competes');
  await setEntryOutside({ ...act, reason: 'Đội của ban tổ chức.' });
  expect(await refusalOf(setEntryOutside({ ...act, by: chair, reason: 'thử' }))).toBe(
    'not-allowed: contests:refusals.notPreparing',
  );
  // From the entry's own page, for who may decide it; once the results are out, where there is something to read.
  const seesOutside = async (by: typeof chair, number: number) => (await findEntry({ slug, number, by }))?.seesOutside;
  expect([await seesOutside(secretary, 1), await seesOutside(secretary, 2)]).toEqual([true, true]);
  expect([await seesOutside(chair, 1), await seesOutside(await actorOf(await aPerson()), 1)]).toEqual([
    false,
    undefined,
  ]);
  // The chair gives it nothing either.
  expect(
    await refusalOf(
      overrideOutcome({ ...where, form: { entry: 1, passed: true, award: 1, reason: 'Bài hay nhất.' } as never }),
    ),
  ).toBe('not-valid: entry awards:problems.outside');
  await publishRound(where);
  await db.contest.update({ where: { id: contest.id }, data: { state: 'PUBLISHED' } });
  expect([await seesOutside(secretary, 1), await seesOutside(secretary, 2)]).toEqual([true, false]);
  const outcomes = await db.outcome.findMany({
    where: { roundId: contest.round.id },
    orderBy: { entry: { number: 'asc' } },
    select: { place: true, passed: true, because: true, award: true },
  });
  expect(outcomes).toEqual([
    { place: 1, passed: false, because: ['outside'], award: null },
    { place: 2, passed: true, because: [], award: 1 },
    { place: 4, passed: true, because: [], award: 3 },
    { place: 3, passed: true, because: [], award: 2 },
    { place: 5, passed: false, because: ['below-top'], award: null },
  ]);
  expect(await db.certificate.count({ where: { outcome: { entryId: entries[0]!.id } } })).toBe(0);
  // The results, the papers and the team's own page say so.
  const [round] = (await findResults({ slug }))!.rounds;
  const rows = round!.divisions.flatMap(({ groups }) => groups.flat());
  expect(rows.map(({ number, outcomes: own }) => [number, own[0]!.because])).toEqual(
    rows.map(({ number }) => [number, number === 1 ? ['outside'] : number === 5 ? ['below-top'] : []]),
  );
  const papers = await findPapers({ slug, number: 1, by: secretary });
  expect(papers.entries.filter((one) => reasonOf(one).includes('ngoài giải')).map(({ number }) => number)).toEqual([1]);
  expect((await findOwnOutcomes({ entryId: entries[0]!.id })).map(({ outside }) => outside)).toEqual([true]);
  expect((await findOwnOutcomes({ entryId: entries[1]!.id })).map(({ outside }) => outside)).toEqual([false]);
});

test('who counts the record again comes to the same, with every ballot and without; whoever is put outside or let in afterwards is found', async () => {
  const { contest, where, secretary } = await anAwardedRound({
    rules: { pass: [{ round: 1, top: 3, minMean: null, noZero: false }] },
  });
  const { slug } = contest;
  const act = { by: secretary, slug, number: 1 };
  await setEntryOutside({ ...act, reason: 'Ghi nhầm của ban tổ chức.' });
  await endEntryOutside({ ...act, reason: 'Ghi nhầm bài.' });
  await setEntryOutside({ ...act, reason: 'Đội của ban tổ chức.' });
  await publishRound(where);
  const full = (await findFullBundle({ slug, by: secretary })) as Bundle;
  expect(await verifyBundle(writeBundle(full))).toMatchObject({ status: 'valid', ballots: true });
  const open = (await findPublicBundle({ slug })) as Bundle;
  expect(await verifyBundle(writeBundle(open))).toMatchObject({ status: 'valid', ballots: false });
  const marks = full.records.filter(({ kind }) => kind === 'entry-outside');
  expect(marks.map(({ body }) => body)).toMatchObject([
    { outside: true, by: 'decision' },
    { outside: false, by: 'decision' },
    { outside: true, by: 'decision' },
  ]);
  expect(JSON.stringify(open)).not.toContain('ban tổ chức');
  const forged = async (records: readonly BundledRecord[], change: (body: Record<string, unknown>) => object) => {
    const { n } = records.find(({ kind }) => kind === 'round-decided')!;
    const made = await rewritten(records, n, ({ body }) => ({ body: change(body as never) as never }));
    return verifyBundle(writeBundle({ records: made, root: made.at(-1)!.hash }));
  };
  // Somebody is put outside who was not, or let in who was: with the ballots at hand the record does not agree.
  const own = (full.records.find(({ kind }) => kind === 'round-decided')!.body as { outside: string[] }).outside;
  expect(own).toHaveLength(1);
  expect(await forged(full.records, ({ outside: _, ...body }) => body)).toMatchObject({ status: 'changed' });
  expect(
    await forged(full.records, (body) => ({ ...body, passed: [...(body.passed as string[]), ...own].sort() })),
  ).toMatchObject({ status: 'changed' });
  expect(
    await forged(full.records, (body) => ({ ...body, overrides: [{ entry: own[0]!, passed: true }] })),
  ).toMatchObject({ status: 'changed' });
});

test('the rules put the organisers’ and the host’s own teams outside as they enter; a rule’s mark is nobody’s to take away', async () => {
  const host = await aUnit();
  const below = await aUnit({ parentId: host.id });
  const contest = await aContest({
    hostId: host.id,
    rules: { entrants: { ...firstRules.entrants, from: 'anyone', outside: ['board', 'host'] } },
  });
  const document = await db.$transaction((tx) => composeDocument(tx, contest.id));
  await db.contestRules.create({
    data: {
      contestId: contest.id,
      number: 2,
      body: document.rules,
      document,
      hash: await hashOfJson(document),
      frozenAt: contest.opensAt,
      at: contest.opensAt,
    },
  });
  await db.$transaction((tx) => layRecord(tx, { contestId: contest.id }));
  const officers = await theOfficersOf(contest);
  const secretary = await actorOf(officers.secretary);
  const [organiser, ofHost, ofCommune, stranger] = [await aPerson(), await aPerson(), await aPerson(), await aPerson()];
  await aRole({ kind: 'ORGANISER', personId: organiser.id, unitId: host.id });
  await aMembership(host, ofHost);
  await aMembership(below, ofCommune);
  const rules = [];
  for (const lead of [organiser, ofHost, ofCommune, stranger]) {
    const idea = await aPublishedIdea({ ownerId: lead.id });
    const by = await actorOf(lead);
    const { entryId } = await enterIdea({
      by,
      slug: contest.slug,
      ideaId: idea.id,
      division: 'chung',
      version: 1,
    });
    rules.push((await db.entryOutside.findMany({ where: { entryId } })).map(({ rule, byId }) => [rule, byId]));
  }
  expect(rules).toEqual([[['board', null]], [['host', null]], [], []]);
  expect(await refusalOf(endEntryOutside({ by: secretary, slug: contest.slug, number: 1, reason: 'thử' }))).toBe(
    'not-now: organising:outside.byRule',
  );
  const records = await db.contestRecord.findMany({
    where: { contestId: contest.id, kind: 'entry-outside' },
    orderBy: { n: 'asc' },
    select: { body: true },
  });
  expect(records.map(({ body }) => body)).toMatchObject([
    { outside: true, by: 'board' },
    { outside: true, by: 'host' },
  ]);
});

test('a rule that comes, changes or goes after teams have entered holds for every entry at once; what somebody decided stays', async () => {
  const host = await aUnit();
  const contest = await aContest({ hostId: host.id });
  await db.$transaction((tx) =>
    appendRecords(tx, {
      contestId: contest.id,
      records: [{ kind: 'contest-opened', body: { contest: contest.id, host: host.id, before: null } }],
    }),
  );
  const officers = await theOfficersOf(contest);
  const by = await actorOf(officers.organiser);
  const [organiser, ofHost, stranger, decided, gone] = [
    await aPerson(),
    await aPerson(),
    await aPerson(),
    await aPerson(),
    await aPerson(),
  ];
  await aRole({ kind: 'ORGANISER', personId: organiser.id, unitId: host.id });
  for (const person of [organiser, ofHost, decided, gone]) await aMembership(host, person);
  const entries = [];
  for (const lead of [organiser, ofHost, stranger, decided, gone]) {
    entries.push(await anEntry(contest, { leadId: lead.id, unitId: null }));
  }
  await setEntryOutside({ by, slug: contest.slug, number: 4, reason: 'Xin không xét giải.' });
  await db.entryWithdrawal.create({ data: { entryId: entries[4]!.id, byId: gone.id, at: new Date() } });
  // Another contest of the same people is left alone.
  const elsewhere = await aContest({ hostId: host.id });
  await anEntry(elsewhere, { leadId: organiser.id, unitId: null });

  const { hostId: _, ...calendar } = contest;
  const amend = (outside: string[]) =>
    changeContest({
      by,
      slug: contest.slug,
      form: {
        ...contestForm.parse({
          name: calendar.name,
          opensAt: '2026-09-01T08:00',
          closesAt: '2026-10-01T17:00',
          from: 'anyone',
          teamMin: '1',
          teamMax: '5',
          versions: 'published',
          blind: 'on',
          outside,
          reason: 'Công văn mới',
        }),
        opensAt: calendar.opensAt,
        closesAt: calendar.closesAt,
      },
    });
  const standing = async () =>
    (
      await db.entryOutside.findMany({
        where: { withdrawnAt: null, entry: { contest: { hostId: host.id } } },
        orderBy: { entry: { number: 'asc' } },
        select: { rule: true, entry: { select: { number: true, contestId: true } } },
      })
    ).map(({ rule, entry }) => [entry.contestId === contest.id ? entry.number : 'elsewhere', rule]);
  const told = async () => {
    const events = await db.event.findMany({
      where: { contestId: contest.id, kind: { in: ['entry.outside-set', 'entry.outside-ended'] }, byId: null },
      orderBy: [{ txid: 'asc' }, { id: 'asc' }],
    });
    const news = [];
    for (const event of events) {
      const { told: of = [] } = await db.$transaction((tx) => tellers[event.kind as 'entry.made']!(tx, event as never));
      for (const { people, kind, letter } of of) news.push([kind, people, letter]);
    }
    return news;
  };
  await amend(['host']);
  expect(await standing()).toEqual([
    [1, 'host'],
    [2, 'host'],
    [4, null],
  ]);
  const first = [
    ['entry-outside', [organiser.id], true],
    ['entry-outside', [ofHost.id], true],
  ];
  expect(await told()).toEqual(first);
  await amend(['board', 'host']);
  expect(await standing()).toEqual([
    [1, 'board'],
    [2, 'host'],
    [4, null],
  ]);
  const second = [...first, ['entry-outside', [organiser.id], true]];
  expect(await told()).toEqual(second);
  await amend([]);
  expect(await standing()).toEqual([[4, null]]);
  expect(await told()).toEqual([
    ...second,
    ['entry-competes', [organiser.id], true],
    ['entry-competes', [ofHost.id], true],
  ]);
  const records = await db.contestRecord.findMany({
    where: { contestId: contest.id, kind: 'entry-outside' },
    orderBy: { n: 'asc' },
    select: { body: true },
  });
  expect(records.map(({ body }) => [(body as { outside: boolean }).outside, (body as { by: string }).by])).toEqual([
    [true, 'decision'],
    [true, 'host'],
    [true, 'host'],
    [false, 'host'],
    [true, 'board'],
    [false, 'board'],
    [false, 'host'],
  ]);
});
