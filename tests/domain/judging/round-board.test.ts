import { expect, test } from 'vitest';
import { writeReceipt } from '#app/domain/contests/entry.ts';
import { findRoundBoard } from '#app/domain/judging/find-round-board.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson } from '#tests/support/builders.ts';
import { aContest, aJudge, anEntry, aSheet, theOfficersOf } from '#tests/support/contest-builders.ts';
import { actorOf } from '#tests/support/idea-builders.ts';
import { get } from '#tests/support/visits.ts';

test('all 197 of 197 are shown: who is late, who has not begun, how far apart, and each division', async () => {
  const contest = await aContest({
    state: 'CLOSED',
    divisions: ['nong-nghiep', 'moi-truong'],
    rules: { judging: { gap: 30, quorum: 2 } },
    rounds: [{ state: 'OPEN', reviewsPerEntry: 2 }],
  });
  const officers = await theOfficersOf(contest);
  const entries = await manyEntries(contest, 197);
  const seats = [await aJudge(contest), await aJudge(contest), await aJudge(contest)];
  const [busy, slow, absent] = seats as [(typeof seats)[0], (typeof seats)[0], (typeof seats)[0]];
  for (const [at, entry] of entries.slice(0, 6).entries()) {
    await aSheet(contest.round, entry, busy, { marks: [5, 5] });
    if (at === 0) await aSheet(contest.round, entry, slow, { marks: [1, 2] });
    else if (at === 1) await aSheet(contest.round, entry, slow, { marks: [3], submitted: false });
    else await aSheet(contest.round, entry, absent);
  }
  await db.round.update({ where: { id: contest.round.id }, data: { closesAt: new Date(Date.now() - 60_000) } });
  const by = await actorOf(officers.chair);
  const board = await findRoundBoard({ slug: contest.slug, number: 1, by });
  expect(board.entries.map(({ number }) => number)).toEqual(Array.from({ length: 197 }, (_, at) => at + 1));
  expect(board.coverage).toEqual({ entries: 197, wanted: 394, assigned: 12, submitted: 7, missing: 387, unread: 191 });
  expect(board.divisions.map(({ slug, entries: own, submitted, unread }) => [slug, own, submitted, unread])).toEqual([
    ['nong-nghiep', 99, 4, 96],
    ['moi-truong', 98, 3, 95],
  ]);
  expect(
    board.judges.map(({ number, assigned, submitted, begun, absent: no }) => [number, assigned, submitted, begun, no]),
  ).toEqual([
    [1, 6, 6, 0, false],
    [2, 2, 1, 1, false],
    [3, 4, 0, 0, true],
  ]);
  expect(board.late).toBe(true);
  expect(board.entries[0]).toMatchObject({ submitted: 2, mean: 56.25, spread: 87.5 });
  expect(board.entries[196]).toMatchObject({ submitted: 0, mean: null, spread: null });
  // The page itself gives all of them, to officers of this contest alone.
  const page = await get(`/quan-tri/cuoc-thi/${contest.slug}/vong/1`, { as: officers.secretary });
  expect((page.data as { entries: unknown[] }).entries).toHaveLength(197);
  expect((await get(`/quan-tri/cuoc-thi/${contest.slug}/vong/1`, { as: await aPerson() })).status).toBe(403);
});

/** Entries of one team's many ideas, written at once; every other one in the second division. */
async function manyEntries(contest: Awaited<ReturnType<typeof aContest>>, count: number) {
  const first = await anEntry(contest);
  const { ideaId, versionId, enteredById, enteredAt } = first;
  await db.entry.createMany({
    data: Array.from({ length: count - 1 }, (_, at) => ({
      contestId: contest.id,
      divisionId: contest.divisions[(at + 1) % 2]!.id,
      ideaId,
      versionId,
      number: at + 2,
      receipt: writeReceipt({ year: 2026, number: at + 2, bytes: crypto.getRandomValues(new Uint8Array(64)) }),
      enteredById,
      enteredAt,
    })),
  });
  return db.entry.findMany({ where: { contestId: contest.id }, orderBy: { number: 'asc' } });
}
