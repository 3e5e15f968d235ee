import { describe, expect, test } from 'vitest';
import { publishRound } from '#app/domain/awards/publish-round.server.ts';
import { blindAmong } from '#app/domain/ideas/blind-ideas.server.ts';
import { closeRound } from '#app/domain/judging/close-round.server.ts';
import { findEntryFeedback } from '#app/domain/judging/find-entry-feedback.server.ts';
import { findIdeaMarks } from '#app/domain/judging/find-idea-marks.server.ts';
import { findResults } from '#app/domain/judging/find-results.server.ts';
import { findRoundBoard } from '#app/domain/judging/find-round-board.server.ts';
import { findRoundEntries } from '#app/domain/judging/find-round-entries.server.ts';
import { openRound } from '#app/domain/judging/open-round.server.ts';
import { rankRound } from '#app/domain/judging/rank-round.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson } from '#tests/support/builders.ts';
import { aContest, aJudge, anEntry, aSheet, theOfficersOf } from '#tests/support/contest-builders.ts';
import { countQueries } from '#tests/support/database.ts';
import { actorOf, consentOf } from '#tests/support/idea-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';

type Setting = {
  method?: 'RAW' | 'ADJUSTED';
  state?: 'PLANNED' | 'OPEN';
  rounds?: Parameters<typeof aContest>[0] extends infer F ? (F extends { rounds?: infer R } ? R : never) : never;
  pass?: { round: number; top: number | null; minMean: number | null; noZero: boolean }[];
};

async function aRoundWith({ method = 'RAW', state = 'OPEN', rounds, pass = [] }: Setting = {}) {
  const contest = await aContest({
    state: 'CLOSED',
    rules: { pass },
    rounds: rounds ?? [{ state, method, reviewsPerEntry: 2 }],
  });
  const officers = await theOfficersOf(contest);
  const chair = await actorOf(officers.chair);
  const secretary = await actorOf(officers.secretary);
  const judges = [await aJudge(contest), await aJudge(contest), await aJudge(contest)];
  return { contest, chair, secretary, judges, where: { by: chair, slug: contest.slug, number: 1 } };
}

const rowsOf = (results: Awaited<ReturnType<typeof findResults>>) =>
  results!.rounds.map(({ divisions }) =>
    divisions.flatMap(({ groups }) =>
      groups.flat().map(({ number, rank, mean, sheets }) => [number, rank, mean, sheets]),
    ),
  );

describe('opening', () => {
  test('only once something is assigned; it closes the contest to entries with it', async () => {
    const { contest, where, judges, secretary } = await aRoundWith({ state: 'PLANNED' });
    await db.contest.update({ where: { id: contest.id }, data: { state: 'OPEN' } });
    const open = () => refusalOf(openRound({ ...where, by: secretary }));
    expect(await open()).toBe('not-now: judging:refusals.nothingAssigned');
    await aSheet(contest.round, await anEntry(contest), judges[0]!);
    expect(await open()).toBe('taken');
    expect(await open()).toBe('not-now: judging:refusals.roundOpenedAlready');
    expect((await db.contest.findUniqueOrThrow({ where: { id: contest.id } })).state).toBe('CLOSED');
  });
});

describe('closing', () => {
  test('is the chair’s; with sheets missing only for a reason that stays on record; then it is ranked', async () => {
    const { contest, where, judges, secretary } = await aRoundWith();
    const [first, second] = [await anEntry(contest), await anEntry(contest)];
    expect(await refusalOf(closeRound({ ...where, reason: null }))).toBe('not-now: judging:refusals.nothingSubmitted');
    await aSheet(contest.round, first, judges[0]!, { marks: [5, 5] });
    await aSheet(contest.round, first, judges[1]!, { marks: [4, 4] });
    await aSheet(contest.round, second, judges[0]!, { marks: [3, 3] });
    await aSheet(contest.round, second, judges[1]!, { marks: [3], submitted: false });
    expect(await refusalOf(closeRound({ ...where, by: secretary, reason: 'x' }))).toBe(
      'not-allowed: contests:refusals.notChair',
    );
    expect(await refusalOf(closeRound({ ...where, reason: null }))).toBe(
      'not-valid: reason judging:problems.closingReason',
    );
    await closeRound({ ...where, reason: 'Một giám khảo ốm.' });
    const [act] = await db.roundAct.findMany({ where: { roundId: contest.round.id, to: 'CLOSED' } });
    expect(act!.reason).toBe('Một giám khảo ốm.');
    const standings = await db.standing.findMany({
      where: { ranking: { roundId: contest.round.id } },
      orderBy: { rank: 'asc' },
      select: { entryId: true, rank: true, mean: true, median: true, sheets: true },
    });
    expect(standings).toEqual([
      { entryId: first.id, rank: 1, mean: 87.5, median: 87.5, sheets: 2 },
      { entryId: second.id, rank: 2, mean: 50, median: 50, sheets: 1 },
    ]);
    expect(await refusalOf(closeRound({ ...where, reason: 'x' }))).toBe('not-now: judging:refusals.roundNotOpen');
  });

  test('counts no sheet that was given back, came into conflict, or is of an entry withdrawn', async () => {
    const { contest, where, judges } = await aRoundWith();
    const entries = [
      await anEntry(contest, { unitId: null }),
      await anEntry(contest, { unitId: null }),
      await anEntry(contest, { unitId: null }),
    ];
    for (const entry of entries) {
      await aSheet(contest.round, entry, judges[0]!, { marks: [3, 3] });
      await aSheet(contest.round, entry, judges[1]!, { marks: [5, 5] });
    }
    const [given] = await db.scoresheet.findMany({ where: { entryId: entries[0]!.id, judgeId: judges[1]!.id } });
    await db.recusal.create({
      data: { scoresheetId: given!.id, byId: judges[1]!.personId, at: new Date(), reason: 'Quen' },
    });
    await db.entryMember.create({ data: { entryId: entries[1]!.id, personId: judges[1]!.personId, kind: 'MEMBER' } });
    await db.entryWithdrawal.create({
      data: { entryId: entries[2]!.id, byId: entries[2]!.enteredById, at: new Date() },
    });
    await closeRound({ ...where, reason: 'Thiếu' });
    const standings = await db.standing.findMany({
      where: { ranking: { roundId: contest.round.id } },
      orderBy: { entry: { number: 'asc' } },
    });
    expect(standings.map(({ entryId, mean, sheets, rank }) => [entryId, mean, sheets, rank])).toEqual([
      [entries[0]!.id, 50, 1, 1],
      [entries[1]!.id, 50, 1, 1],
    ]);
  });

  test('sheets of a judge who left: handed in they count, unfinished they do not', async () => {
    const { contest, where, judges } = await aRoundWith();
    const entry = await anEntry(contest);
    await aSheet(contest.round, entry, judges[0]!, { marks: [5, 5] });
    await aSheet(contest.round, entry, judges[1]!, { marks: [1, 1], submitted: false });
    for (const judge of judges.slice(0, 2)) {
      await db.roleGrant.update({ where: { id: judge.roleGrantId }, data: { endedAt: new Date() } });
    }
    await closeRound({ ...where, reason: 'Hai giám khảo đã rời hội đồng.' });
    const [standing] = await db.standing.findMany({ where: { entryId: entry.id } });
    expect([standing!.mean, standing!.sheets]).toEqual([100, 1]);
  });
});

describe('results', () => {
  async function closed(setting: Setting = {}) {
    const laid = await aRoundWith(setting);
    const { contest, judges, where } = laid;
    const entries = [];
    for (const marks of [
      [
        [5, 5],
        [5, 4],
      ],
      [
        [3, 3],
        [4, 3],
      ],
      [
        [1, 2],
        [2, 2],
      ],
    ]) {
      const lead = await aPerson({ fullName: `Tác Giả ${marks.join('')}` });
      await consentOf(lead);
      const entry = await anEntry(contest, { leadId: lead.id });
      await aSheet(contest.round, entry, judges[0]!, { marks: marks[0]! });
      await aSheet(contest.round, entry, judges[1]!, { marks: marks[1]! });
      entries.push({ ...entry, lead });
    }
    await closeRound({ ...where, reason: null });
    return { ...laid, entries };
  }

  test('nothing is to be had before the chair publishes, then everything at once, names with it', async () => {
    const { contest, where, entries, secretary } = await closed();
    const early = await findResults({ slug: contest.slug });
    expect(early!.rounds).toEqual([]);
    expect(await findIdeaMarks({ ideaId: entries[0]!.ideaId })).toEqual([]);
    expect(await findEntryFeedback({ entryId: entries[0]!.id })).toEqual([]);
    expect([...(await blindAmong(db, [entries[0]!.ideaId]))]).toEqual([entries[0]!.ideaId]);
    expect(await refusalOf(publishRound({ ...where, by: secretary }))).toBe('not-allowed: contests:refusals.notChair');

    await publishRound(where);
    const results = await findResults({ slug: contest.slug });
    expect(rowsOf(results)).toEqual([
      [
        [1, 1, 93.75, 2],
        [2, 2, 56.25, 2],
        [3, 3, 18.75, 2],
      ],
    ]);
    expect(results!.rounds[0]!.divisions[0]!.groups[0]!.map(({ names }) => names)).toEqual(
      entries.map(({ lead }) => [lead.fullName]),
    );
    expect([...(await blindAmong(db, [entries[0]!.ideaId]))]).toEqual([]);
    const [marks] = await findIdeaMarks({ ideaId: entries[1]!.ideaId });
    expect(marks).toMatchObject({
      rank: 2,
      among: 3,
      mean: 56.25,
      criteria: [
        { name: 'Tính mới', mean: 3.5, min: 1, max: 5 },
        { name: 'Khả thi', mean: 3, min: 1, max: 5 },
      ],
    });
    expect((await findEntryFeedback({ entryId: entries[1]!.id }))[0]).toMatchObject({
      rank: 2,
      criteria: [
        { name: 'Tính mới', own: 3.5, field: 3.33 },
        { name: 'Khả thi', own: 3, field: 3.17 },
      ],
    });
    expect((await db.contest.findUniqueOrThrow({ where: { id: contest.id } })).state).toBe('PUBLISHED');
    expect([
      await refusalOf(publishRound(where)),
      await refusalOf(rankRound(where)),
      await refusalOf(closeRound({ ...where, reason: null })),
    ]).toEqual([
      'not-now: judging:refusals.publishedAlready',
      'not-now: judging:refusals.notClosed',
      'not-now: judging:refusals.roundNotOpen',
    ]);
  });

  test('names only as each person allows on the day they are read', async () => {
    const { contest, where, entries } = await closed();
    await publishRound(where);
    const names = async () =>
      (await findResults({ slug: contest.slug }))!.rounds[0]!.divisions[0]!.groups[0]!.map(({ names: n, unnamed }) => [
        n.length,
        unnamed,
      ]);
    expect(await names()).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
    await db.consent.updateMany({
      where: { personId: entries[0]!.lead.id },
      data: { withdrawnAt: new Date(Date.now() - 1000) },
    });
    await db.person.update({ where: { id: entries[1]!.lead.id }, data: { birthDate: new Date('2015-01-01') } });
    expect(await names()).toEqual([
      [0, 1],
      [0, 1],
      [1, 0],
    ]);
  });

  test('separate panels are never put into one order', async () => {
    const { contest, judges, where } = await aRoundWith({ method: 'ADJUSTED' });
    const other = [await aJudge(contest), await aJudge(contest)];
    for (const [panel, marks] of [
      [
        judges,
        [
          [5, 5],
          [4, 4],
          [2, 3],
        ],
      ],
      [
        other,
        [
          [3, 3],
          [1, 2],
        ],
      ],
    ] as const) {
      for (const given of marks) {
        const entry = await anEntry(contest);
        for (const judge of panel.slice(0, 2)) await aSheet(contest.round, entry, judge, { marks: [...given] });
      }
    }
    await closeRound({ ...where, reason: null });
    await publishRound(where);
    const [round] = (await findResults({ slug: contest.slug }))!.rounds;
    expect(round!.divisions[0]!.groups.map((group) => group.map(({ number, rank }) => [number, rank]))).toEqual([
      [
        [1, 1],
        [2, 2],
        [3, 3],
      ],
      [
        [4, 1],
        [5, 2],
      ],
    ]);
  });

  test('one judge only: ranked by the mean, and said so', async () => {
    const { contest, judges, where } = await aRoundWith({
      method: 'ADJUSTED',
      rounds: [{ state: 'OPEN', method: 'ADJUSTED', reviewsPerEntry: 1 }],
    });
    for (const marks of [
      [4, 4],
      [2, 2],
    ])
      await aSheet(contest.round, await anEntry(contest), judges[0]!, { marks });
    await closeRound({ ...where, reason: null });
    await publishRound(where);
    const [round] = (await findResults({ slug: contest.slug }))!.rounds;
    expect([round!.method, round!.why]).toEqual(['RAW', 'one-judge']);
    expect(round!.divisions[0]!.groups[0]!.map(({ adjusted, rankLow, sd }) => [adjusted, rankLow, sd])).toEqual([
      [null, null, null],
      [null, null, null],
    ]);
  });

  test('only who passed goes on; names stay hidden while a later round is blind', async () => {
    const { contest, judges, where, chair } = await aRoundWith({
      pass: [{ round: 1, top: 2, minMean: 50, noZero: true }],
      rounds: [
        { state: 'OPEN', reviewsPerEntry: 1 },
        { state: 'PLANNED', reviewsPerEntry: 1, blind: true },
      ],
    });
    const entries = [];
    for (const marks of [
      [5, 5],
      [4, 4],
      [4, 3],
      [5, 1],
    ]) {
      const lead = await aPerson();
      await consentOf(lead);
      const entry = await anEntry(contest, { leadId: lead.id });
      entries.push(entry);
      await aSheet(contest.round, entry, judges[0]!, { marks });
    }
    await closeRound({ ...where, reason: null });
    expect((await findRoundEntries(db, { contestId: contest.id, number: 2 })).map(({ number }) => number)).toEqual([
      1, 2,
    ]);
    await publishRound(where);
    const shown = (await findResults({ slug: contest.slug }))!.rounds.flatMap(({ divisions }) =>
      divisions[0]!.groups.flat(),
    );
    expect(shown.flatMap(({ names }) => names)).toEqual([]);
    expect(
      [
        ...(await blindAmong(
          db,
          entries.map(({ ideaId }) => ideaId),
        )),
      ].length,
    ).toBe(4);
    expect((await db.contest.findUniqueOrThrow({ where: { id: contest.id } })).state).toBe('CLOSED');
    const second = { ...where, by: chair, number: 2 };
    await aSheet(contest.rounds[1]!, entries[0]!, judges[0]!, { marks: [5, 5] });
    await openRound(second);
    await db.scoresheet.updateMany({ where: { roundId: contest.rounds[1]!.id }, data: { submittedAt: new Date() } });
    await closeRound({ ...second, reason: 'Một bài không có phiếu.' });
    await publishRound(second);
    expect((await db.contest.findUniqueOrThrow({ where: { id: contest.id } })).state).toBe('PUBLISHED');
    expect([...(await blindAmong(db, [entries[0]!.ideaId]))]).toEqual([]);
  });

  test('with 2 and with 30 entries: the same number of queries, on the board too', { timeout: 120_000 }, async () => {
    const measure = async (count: number) => {
      const { contest, judges, where } = await aRoundWith();
      for (let index = 0; index < count; index += 1) {
        const entry = await anEntry(contest);
        await aSheet(contest.round, entry, judges[0]!, { marks: [1 + (index % 5), 3] });
        await aSheet(contest.round, entry, judges[1]!, { marks: [3, 1 + (index % 4)] });
      }
      const board = await countQueries(() => findRoundBoard(where));
      await closeRound({ ...where, reason: null });
      await publishRound(where);
      const results = await countQueries(() => findResults({ slug: contest.slug }));
      expect([board.result.entries.length, board.result.coverage.submitted]).toEqual([count, 2 * count]);
      return [board.queries, results.queries];
    };
    const few = await measure(2);
    const many = await measure(30);
    expect(many).toEqual(few);
    expect(few[1]).toBeLessThanOrEqual(6);
    expect(few[0]).toBeLessThanOrEqual(35);
  });
});
