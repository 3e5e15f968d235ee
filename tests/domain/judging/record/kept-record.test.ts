import { expect, test } from 'vitest';
import { publishRound } from '#app/domain/awards/publish-round.server.ts';
import { composeDocument } from '#app/domain/contests/compose-document.server.ts';
import { firstRules } from '#app/domain/contests/contest-rules.ts';
import { enterIdea } from '#app/domain/contests/enter-idea.server.ts';
import { openContest } from '#app/domain/contests/open-contest.server.ts';
import { withdrawEntry } from '#app/domain/contests/withdraw-entry.server.ts';
import { assignByHand } from '#app/domain/judging/assign-by-hand.server.ts';
import { closeRound } from '#app/domain/judging/close-round.server.ts';
import { openRound } from '#app/domain/judging/open-round.server.ts';
import { rankRound } from '#app/domain/judging/rank-round.server.ts';
import { type Bundle, type BundledRecord, writeBundle } from '#app/domain/judging/record/bundle.ts';
import { findFullBundle, findPublicBundle, findVerification } from '#app/domain/judging/record/find-bundles.server.ts';
import { layRecord } from '#app/domain/judging/record/lay-record.server.ts';
import { verifyBundle } from '#app/domain/judging/record/verify-bundle.ts';
import { recuse } from '#app/domain/judging/recuse.server.ts';
import { releaseSheet } from '#app/domain/judging/release-sheet.server.ts';
import { saveMarks } from '#app/domain/judging/save-marks.server.ts';
import { submitSheet } from '#app/domain/judging/submit-sheet.server.ts';
import { hashOfJson } from '#app/domain/sha256.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { aContest, aJudge, anEntry, aSheet, criteriaOf, theOfficersOf } from '#tests/support/contest-builders.ts';
import { actorOf, aPublishedIdea } from '#tests/support/idea-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';

/** A contest walked from its opening to its results by the verbs of the site, with somebody who left and somebody who stepped back. */
async function aWalkedContest() {
  atTime('2026-11-01T08:00:00+07:00');
  const contest = await aContest({
    state: 'DRAFT',
    opensAt: new Date('2026-11-02T08:00:00+07:00'),
    closesAt: new Date('2026-11-10T17:00:00+07:00'),
    rules: {
      entrants: { ...firstRules.entrants, from: 'anyone', minAge: null, maxAge: null },
      pass: [{ round: 1, top: 2, minMean: 30, noZero: true }],
      conflicts: { sameUnit: false },
    },
    rounds: [{ method: 'ADJUSTED', reviewsPerEntry: 2 }],
  });
  const officers = await theOfficersOf(contest);
  const { slug } = contest;
  const organiser = await actorOf(officers.organiser);
  const chair = await actorOf(officers.chair);
  await openContest({ by: organiser, slug });
  atTime('2026-11-05T08:00:00+07:00');
  const leads = [];
  for (let team = 0; team < 5; team++) {
    const lead = await aPerson();
    const idea = await aPublishedIdea({ ownerId: lead.id });
    await enterIdea({ by: await actorOf(lead), slug, ideaId: idea.id, division: 'chung', version: 1 });
    leads.push(lead);
  }
  await withdrawEntry({ by: await actorOf(leads[4]!), slug, number: 5, reason: 'Trùng lịch thi' });
  const judges = [];
  for (let seat = 0; seat < 4; seat++) judges.push(await aJudge(contest));
  atTime('2026-11-11T08:00:00+07:00');
  const sheets = [];
  for (const [entryNumber, judgeNumber] of [
    [1, 1],
    [1, 2],
    [2, 2],
    [2, 3],
    [3, 3],
    [3, 4],
    [4, 4],
    [4, 1],
    [1, 3],
    [2, 4],
  ] as const) {
    const { sheetId } = await assignByHand({
      by: organiser,
      slug,
      number: 1,
      entryNumber,
      judgeNumber,
      insteadOf: null,
    });
    sheets.push({ sheetId, judge: judges[judgeNumber - 1]! });
  }
  await releaseSheet({ by: organiser, slug, number: 1, sheetId: sheets.pop()!.sheetId });
  await openRound({ by: organiser, slug, number: 1 });
  const criteria = await criteriaOf(contest.round);
  const [stepped, missing, ...marked] = sheets.toReversed();
  await recuse({
    by: await actorOf({ id: stepped!.judge.personId }),
    sheetId: stepped!.sheetId,
    reason: 'Từng dạy em này',
    conflict: false,
  });
  for (const [at, { sheetId, judge }] of marked.entries()) {
    const by = await actorOf({ id: judge.personId });
    const marks = criteria.map((criterion, index) => ({
      criterionId: criterion.id,
      typed: String(2 + ((at * 2 + index) % 4)),
      basedOn: 0,
      key: crypto.randomUUID(),
      settles: [],
      markedAt: null,
    }));
    await saveMarks({ by, sheetId, marks });
    await submitSheet({ by, sheetId });
  }
  await closeRound({ by: chair, slug, number: 1, reason: 'Một giám khảo ốm' });
  return { contest, slug, chair, organiser, leads, judges, missing };
}

test('a contest walked by the verbs keeps a record that anyone can count again, and that names nobody', async () => {
  const { slug, chair, leads, judges } = await aWalkedContest();
  const lead = await actorOf(leads[0]!);
  expect(await refusalOf(findPublicBundle({ slug }))).toBe('not-found: ');
  expect(await refusalOf(findFullBundle({ by: chair, slug }))).toBe('not-found: ');
  expect(await findVerification({ by: lead, slug })).toBe(null);
  await publishRound({ by: chair, slug, number: 1 });

  const full = await findFullBundle({ by: lead, slug });
  const text = writeBundle(full);
  expect(await verifyBundle(text, { root: full.root })).toEqual({
    status: 'valid',
    root: full.root,
    held: true,
    ballots: true,
  });
  expect(full.records.map(({ kind }) => kind)).toEqual([
    'contest-opened',
    'rules-frozen',
    ...Array(5).fill('entry-made'),
    'entry-withdrawn',
    ...Array(11).fill('assigned'),
    'recused',
    ...Array(7).fill('ballot'),
    'round-closed',
    'round-ranked',
    'round-decided',
    'round-published',
  ]);
  const people = await db.person.findMany({ select: { id: true, fullName: true, email: true } });
  const ids = [...leads, ...judges].map(({ id }) => id);
  const words = [
    'Trùng lịch',
    'Từng dạy',
    'ốm',
    ...ids,
    ...people.flatMap(({ id, fullName, email }) => [id, fullName, email!]),
  ];
  expect(words.filter((word) => text.includes(word))).toEqual([]);

  const open = await findPublicBundle({ slug });
  expect(await verifyBundle(writeBundle(open), { root: full.root })).toMatchObject({ status: 'valid', ballots: false });
  expect(new Set(open.records.map(({ kind }) => kind))).not.toContain('ballot');
  expect(await findVerification({ by: null, slug })).toEqual({
    root: full.root,
    records: full.records.length,
    full: false,
    mine: [],
    rejected: 0,
    editions: [
      {
        number: 1,
        round: 1,
        by: 'published',
        at: '2026-11-11T01:00:00.000Z',
        record: full.records.length,
        root: full.root,
      },
    ],
  });
  expect(await findVerification({ by: lead, slug })).toMatchObject({ full: true, mine: [{ number: 1 }] });
  expect(await refusalOf(findFullBundle({ by: await actorOf(await aPerson()), slug }))).toBe(
    'not-allowed: judging:refusals.fullBundle',
  );
  expect(await refusalOf(findFullBundle({ by: await actorOf({ id: judges[0]!.personId }), slug }))).toBe(
    'not-allowed: judging:refusals.fullBundle',
  );
});

test('what the site shows and what the record holds are the same numbers', async () => {
  const { contest, slug, chair } = await aWalkedContest();
  await publishRound({ by: chair, slug, number: 1 });
  const { records } = await findPublicBundle({ slug });
  const kept = (
    records.find(({ kind }) => kind === 'round-ranked')!.body as {
      standings: { entry: string; rank: number; rankLow: number | null }[];
    }
  ).standings;
  const shown = await db.standing.findMany({ where: { ranking: { roundId: contest.round.id } } });
  const codes = await db.recordCode.findMany({ where: { contestId: contest.id, kind: 'ENTRY' } });
  const codeOf = new Map(codes.map(({ subjectId, code }) => [subjectId, code]));
  const row = ({ entry, rank, rankLow }: { entry: string; rank: number; rankLow: number | null }) =>
    `${entry} ${rank} ${rankLow}`;
  expect(shown.map(({ entryId, ...standing }) => row({ ...standing, entry: codeOf.get(entryId)! })).toSorted()).toEqual(
    kept.map(row).toSorted(),
  );
});

test('a conflict found after a ballot was handed in sets it aside on record, and the count still comes out', async () => {
  const { contest, slug, chair, judges, leads } = await aWalkedContest();
  await db.conflict.create({
    data: {
      entryId: (await db.entry.findFirstOrThrow({ where: { contestId: contest.id, number: 1 } })).id,
      personId: judges[0]!.personId,
      kind: 'DECLARED_BY_STAFF',
      reason: 'Người nhà',
      declaredById: chair.id,
      declaredAt: now(),
    },
  });
  await rankRound({ by: chair, slug, number: 1 });
  await publishRound({ by: chair, slug, number: 1 });
  const full = await findFullBundle({ by: await actorOf(leads[0]!), slug });
  const rankings = full.records
    .filter(({ kind }) => kind === 'round-ranked')
    .map(({ body }) => body as { aside: unknown[] });
  expect(rankings.map(({ aside }) => aside.length)).toEqual([0, 1]);
  expect(await verifyBundle(writeBundle(full))).toMatchObject({ status: 'valid' });
});

test('a contest laid in from elsewhere gets its record laid too, and the next contest of the host holds its root', async () => {
  const contest = await aContest({
    state: 'DRAFT',
    rounds: [{ state: 'CLOSED', method: 'RAW' }],
    rules: { pass: [{ round: 1, top: 1, minMean: null, noZero: false }], conflicts: { sameUnit: false } },
  });
  const document = await db.$transaction((tx) => composeDocument(tx, contest.id));
  await db.contestRules.updateMany({
    where: { contestId: contest.id },
    data: { document, hash: await hashOfJson(document), frozenAt: now() },
  });
  await db.contest.update({ where: { id: contest.id }, data: { state: 'CLOSED', openedAt: now() } });
  const { chair, organiser } = await theOfficersOf(contest);
  const judge = await aJudge(contest);
  for (const marks of [
    [1, 5],
    [4, 4],
    [2, 3],
  ])
    await aSheet(contest.round, await anEntry(contest), judge, { marks });
  await db.$transaction((tx) => layRecord(tx, { contestId: contest.id }));
  const by = await actorOf(chair);
  await rankRound({ by, slug: contest.slug, number: 1 });
  await publishRound({ by, slug: contest.slug, number: 1 });
  const full = await findFullBundle({ by, slug: contest.slug });
  expect(await verifyBundle(writeBundle(full))).toMatchObject({ status: 'valid', root: full.root });

  const next = await aContest({ state: 'DRAFT', hostId: contest.hostId });
  await theOfficersOf(next);
  await openContest({ by: await actorOf(organiser), slug: next.slug });
  const first = await db.contestRecord.findFirstOrThrow({ where: { contestId: next.id, n: 1 } });
  expect(first.body).toEqual({
    contest: next.id,
    host: contest.hostId,
    before: { contest: contest.id, root: full.root },
  });
});

const kindsOf = (bundle: Bundle) => bundle.records.map(({ kind }: BundledRecord) => kind);

test('laying a record twice changes nothing', async () => {
  const { contest, slug, chair } = await aWalkedContest();
  await publishRound({ by: chair, slug, number: 1 });
  const before = kindsOf(await findFullBundle({ by: chair, slug }));
  await db.$transaction((tx) => layRecord(tx, { contestId: contest.id }));
  expect(kindsOf(await findFullBundle({ by: chair, slug }))).toEqual(before);
});
