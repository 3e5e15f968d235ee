import { composeDocument } from '#app/domain/contests/compose-document.server.ts';
import type { ContestRules } from '#app/domain/contests/contest-rules.ts';
import { closeRound } from '#app/domain/judging/close-round.server.ts';
import { layRecord } from '#app/domain/judging/record/lay-record.server.ts';
import { hashOfJson } from '#app/domain/sha256.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aContest, aJudge, anEntry, aSheet, theOfficersOf } from '#tests/support/contest-builders.ts';
import { actorOf } from '#tests/support/idea-builders.ts';

/** Nhất from 80 (one), Nhì from 60 (one), Ba from 0; ties by the first criterion. */
export const threeAwards: Partial<ContestRules> = {
  awards: [
    { name: 'Giải Nhất', from: 80, places: 1 },
    { name: 'Giải Nhì', from: 60, places: 1 },
    { name: 'Giải Ba', from: 40, places: null },
  ],
  ties: ['criterion-1'],
  appealDays: 7,
  upwards: 1,
};

/**
 * A round closed and ranked, with a record: one entry for each pair of marks, each pair given by two judges. Totals are on 0–100 of
 * two criteria from 1 to 5.
 */
export async function anAwardedRound({
  marks = [
    [5, 5],
    [5, 4],
    [3, 4],
    [4, 3],
    [1, 2],
  ],
  rules = {},
  hostId,
  leads = [],
  uneven = false,
}: {
  marks?: [number, number][];
  rules?: Partial<ContestRules>;
  hostId?: number;
  leads?: { id: string }[];
  /** The second judge marks every other entry a step lower on the first criterion. */
  uneven?: boolean;
} = {}) {
  const contest = await aContest({
    state: 'DRAFT',
    closesAt: new Date(now().getTime() - 60_000),
    hostId,
    rules: { ...threeAwards, ...rules },
    rounds: [{ state: 'OPEN', method: 'RAW', reviewsPerEntry: 2 }],
  });
  const document = await db.$transaction((tx) => composeDocument(tx, contest.id));
  await db.contestRules.updateMany({
    where: { contestId: contest.id },
    data: { document, hash: await hashOfJson(document), frozenAt: contest.opensAt },
  });
  await db.contest.update({ where: { id: contest.id }, data: { state: 'CLOSED', openedAt: contest.opensAt } });
  const officers = await theOfficersOf(contest);
  const [chair, secretary] = [await actorOf(officers.chair), await actorOf(officers.secretary)];
  const judges = [await aJudge(contest), await aJudge(contest)];
  const entries = [];
  for (const [at, pair] of marks.entries()) {
    const entry = await anEntry(contest, leads[at] === undefined ? {} : { leadId: leads[at].id });
    for (const judge of judges) {
      const lower = uneven && judge === judges[1] && at % 2 === 1 ? 1 : 0;
      await aSheet(contest.round, entry, judge, { marks: [Math.max(1, pair[0] - lower), pair[1]] });
    }
    entries.push(entry);
  }
  await db.$transaction((tx) => layRecord(tx, { contestId: contest.id }));
  const where = { by: chair, slug: contest.slug, number: 1 };
  await closeRound({ ...where, reason: null });
  return { contest, chair, secretary, judges, entries, where };
}
