import { expect, test } from 'vitest';
import { publishRound } from '#app/domain/awards/publish-round.server.ts';
import { assignFurther } from '#app/domain/judging/assign-further.server.ts';
import { closeRound } from '#app/domain/judging/close-round.server.ts';
import { findFurtherReadings } from '#app/domain/judging/find-further-readings.server.ts';
import { writeBundle } from '#app/domain/judging/record/bundle.ts';
import { findFullBundle } from '#app/domain/judging/record/find-bundles.server.ts';
import { verifyBundle } from '#app/domain/judging/record/verify-bundle.ts';
import { db } from '#app/platform/db/db.server.ts';
import { anAwardedRound } from '#tests/domain/awards/an-awarded-round.ts';
import { aJudge } from '#tests/support/contest-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';

test('the readings that would settle the cut are given in one step, past conflicts, and the round closes anew', async () => {
  const { where, secretary, contest, entries } = await anAwardedRound({
    marks: [
      [5, 5],
      [4, 5],
      [4, 4],
      [4, 5],
      [4, 4],
      [2, 2],
    ],
    rules: { pass: [{ round: 1, top: 3, minMean: null, noZero: false }], awards: [] },
    uneven: true,
  });
  const proposed = await findFurtherReadings(db, { contestId: contest.id, number: 1 });
  expect(proposed.length).toBeGreaterThan(0);
  const [free, tied] = [await aJudge(contest), await aJudge(contest)];
  for (const { id } of proposed) {
    await db.conflict.create({
      data: {
        entryId: id,
        personId: tied.personId,
        kind: 'DECLARED_BY_STAFF',
        reason: 'Anh em',
        declaredById: where.by.id,
        declaredAt: new Date(),
      },
    });
  }
  expect(await refusalOf(assignFurther({ ...where, by: { ...secretary, roles: [] } }))).toBe(
    'not-allowed: contests:refusals.notOfficer',
  );
  const { sheets } = await assignFurther({ ...where, by: secretary });
  const given = await db.scoresheet.findMany({
    where: { roundId: contest.round.id, submittedAt: null },
    select: { entryId: true, judgeId: true },
  });
  expect(given.map(({ entryId }) => entryId).sort()).toEqual(proposed.map(({ id }) => id).sort());
  expect([sheets, new Set(given.map(({ judgeId }) => judgeId))]).toEqual([proposed.length, new Set([free.id])]);
  expect((await db.round.findUniqueOrThrow({ where: { id: contest.round.id } })).state).toBe('OPEN');
  expect(await refusalOf(assignFurther({ ...where, by: secretary }))).toBe('not-now: judging:refusals.notClosed');
  await closeRound({ ...where, reason: 'Giám khảo vắng' });
  await publishRound(where);
  const full = await findFullBundle({ by: where.by, slug: contest.slug });
  expect(await verifyBundle(writeBundle(full), { root: full.root })).toMatchObject({ status: 'valid', held: true });
  expect(entries.length).toBe(6);
});

test('with one judge there is no model, and nothing is proposed', async () => {
  const { where, contest, secretary } = await anAwardedRound();
  await db.ranking.updateMany({ where: { roundId: contest.round.id }, data: { varianceResidual: null } });
  expect(await refusalOf(assignFurther({ ...where, by: secretary }))).toBe('not-now: awards:further.none');
});
