import { describe, expect, test } from 'vitest';
import { findRoundOutcomes } from '#app/domain/awards/find-round-outcomes.server.ts';
import { publishRound } from '#app/domain/awards/publish-round.server.ts';
import { publicIdeas } from '#app/domain/ideas/public-idea.server.ts';
import { findResults } from '#app/domain/judging/find-results.server.ts';
import { overrideOutcome, withdrawOverride } from '#app/domain/judging/override-outcome.server.ts';
import { rankRound } from '#app/domain/judging/rank-round.server.ts';
import { writeBundle } from '#app/domain/judging/record/bundle.ts';
import { findFullBundle, findPublicBundle } from '#app/domain/judging/record/find-bundles.server.ts';
import { verifyBundle } from '#app/domain/judging/record/verify-bundle.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, aRole } from '#tests/support/builders.ts';
import { actorOf } from '#tests/support/idea-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';
import { anAwardedRound } from './an-awarded-round.ts';

const outcomesOf = (roundId: string) =>
  db.outcome.findMany({
    where: { roundId },
    orderBy: { entry: { number: 'asc' } },
    select: { place: true, tie: true, ruleAward: true, award: true, awardName: true, overridden: true, edition: true },
  });

describe('publishing', () => {
  test('writes what the rules give, with ties broken as declared, and a certificate for each person', async () => {
    const { where, contest } = await anAwardedRound();
    await publishRound(where);
    const row = (place: number, tie: string | null, award: number | null, awardName: string | null) => ({
      place,
      tie,
      ruleAward: award,
      award,
      awardName,
      overridden: false,
      edition: 1,
    });
    expect(await outcomesOf(contest.round.id)).toEqual([
      row(1, null, 1, 'Giải Nhất'),
      row(2, null, 2, 'Giải Nhì'),
      row(4, 'criterion-1', 3, 'Giải Ba'),
      row(3, 'criterion-1', 3, 'Giải Ba'),
      row(5, null, null, null),
    ]);
    const certificates = await db.certificate.findMany({ where: { outcome: { roundId: contest.round.id } } });
    expect(certificates.map(({ number }) => number.replace(/-\w{10}$/, '')).sort()).toEqual(
      [1, 2, 3, 4].map((at) => expect.stringMatching(new RegExp(`^CN\\d\\d-000${at}$`))),
    );
  });

  test('nothing of it is anywhere public before', async () => {
    const { where, contest, entries } = await anAwardedRound();
    const ideas = entries.map(({ ideaId }) => ideaId);
    const seen = async () => ({
      rounds: (await findResults({ slug: contest.slug }))!.rounds.length,
      awards: (await publicIdeas(ideas)).flatMap(({ awards }) => awards),
      outcomes: await db.outcome.count({ where: { roundId: contest.round.id } }),
      bundle: await refusalOf(findPublicBundle({ slug: contest.slug })),
    });
    expect(await seen()).toEqual({ rounds: 0, awards: [], outcomes: 0, bundle: 'not-found: ' });
    await publishRound(where);
    expect(await seen()).toEqual({
      rounds: 1,
      awards: ['giai-nhat', 'giai-nhi', 'giai-ba', 'giai-ba'],
      outcomes: 5,
      bundle: 'taken',
    });
  });

  test('of two chairs at once one does it and the other is told', async () => {
    const { where, contest } = await anAwardedRound();
    const second = await aPerson();
    await aRole({ kind: 'CHAIR', personId: second.id, contestId: contest.id });
    const other = { ...where, by: await actorOf(second) };
    const told = await Promise.all([refusalOf(publishRound(where)), refusalOf(publishRound(other))]);
    expect(told.sort()).toEqual(['not-now: judging:refusals.publishedAlready', 'taken']);
    expect(await db.outcome.count({ where: { roundId: contest.round.id } })).toBe(5);
    expect(await db.event.count({ where: { contestId: contest.id, kind: 'round.published' } })).toBe(1);
  });

  test('what changed since the chair looked is not published', async () => {
    const { where } = await anAwardedRound();
    const { staged } = await findRoundOutcomes(where);
    await overrideOutcome({ ...where, form: { entry: 5, passed: true, award: 3, reason: 'Sáng tạo đặc biệt' } });
    expect(await refusalOf(publishRound({ ...where, seal: staged!.seal }))).toBe(
      'not-now: awards:refusals.changedSince',
    );
    const again = await findRoundOutcomes(where);
    await publishRound({ ...where, seal: again.staged!.seal });
  });

  test('an entry withdrawn since the ranking has it computed again first', async () => {
    const { where, entries, contest } = await anAwardedRound();
    await db.entryWithdrawal.create({
      data: { entryId: entries[0]!.id, byId: entries[0]!.enteredById, at: new Date() },
    });
    expect(await refusalOf(publishRound(where))).toBe('not-now: awards:refusals.rankAgain');
    await rankRound(where);
    await publishRound(where);
    expect((await outcomesOf(contest.round.id)).map(({ awardName }) => awardName)).toEqual([
      'Giải Nhất',
      'Giải Ba',
      'Giải Nhì',
      null,
    ]);
  });
});

describe('the chair decides otherwise', () => {
  const form = { entry: 2, passed: true, award: 1, reason: 'Đồng giải Nhất' };

  test('only the chair, with an entry and an award there are, and something that differs', async () => {
    const { where, secretary } = await anAwardedRound();
    const tried = (change: object, by = where.by) =>
      refusalOf(overrideOutcome({ ...where, by, form: { ...form, ...change } }));
    expect(await tried({}, secretary)).toBe('not-allowed: contests:refusals.notChair');
    expect(await tried({ entry: 99 })).toBe('not-valid: entry awards:refusals.noRuling');
    expect(await tried({ award: 4 })).toBe('not-valid: award awards:problems.noSuchAward');
    expect(await tried({ award: 2 })).toBe('not-valid: award awards:problems.overrideSame');
  });

  test('both values and the reason are kept; undone, the rules hold again', async () => {
    const { where, contest } = await anAwardedRound();
    await overrideOutcome({ ...where, form });
    await overrideOutcome({
      ...where,
      form: { entry: 1, passed: false, award: null, reason: 'Người của ban tổ chức' },
    });
    const { staged } = await findRoundOutcomes(where);
    const undone = staged!.rows.find(({ number }) => number === 2)!.override!;
    expect(undone.reason).toBe('Đồng giải Nhất');
    await withdrawOverride({ ...where, overrideId: undone.id });
    await publishRound(where);
    expect(await outcomesOf(contest.round.id)).toEqual([
      { place: 1, tie: null, ruleAward: 1, award: null, awardName: null, overridden: true, edition: 1 },
      { place: 2, tie: null, ruleAward: 2, award: 2, awardName: 'Giải Nhì', overridden: false, edition: 1 },
      { place: 4, tie: 'criterion-1', ruleAward: 3, award: 3, awardName: 'Giải Ba', overridden: false, edition: 1 },
      { place: 3, tie: 'criterion-1', ruleAward: 3, award: 3, awardName: 'Giải Ba', overridden: false, edition: 1 },
      { place: 5, tie: null, ruleAward: null, award: null, awardName: null, overridden: false, edition: 1 },
    ]);
    expect(await refusalOf(overrideOutcome({ ...where, form }))).toBe('not-now: judging:refusals.publishedAlready');
  });
});

describe('the record of it', () => {
  test('both bundles are counted again, and a false award is found in each', async () => {
    const { where, contest } = await anAwardedRound();
    await overrideOutcome({ ...where, form: { entry: 5, passed: true, award: 3, reason: 'Khuyến khích' } });
    await publishRound(where);
    const full = await findFullBundle({ by: where.by, slug: contest.slug });
    const open = await findPublicBundle({ slug: contest.slug });
    for (const [bundle, ballots] of [
      [full, true],
      [open, false],
    ] as const) {
      expect(await verifyBundle(writeBundle(bundle), { root: bundle.root })).toEqual({
        status: 'valid',
        root: bundle.root,
        held: true,
        ballots,
      });
    }
    expect(open.records.map(({ kind }) => kind)).toEqual([
      'contest-opened',
      'rules-frozen',
      'round-ranked',
      'round-decided',
      'round-awarded',
      'round-published',
    ]);
    const awarded = open.records.find(({ kind }) => kind === 'round-awarded')!;
    expect(awarded.body).toEqual({
      round: 1,
      awarded: expect.arrayContaining([[expect.any(String), 1]]),
      overrides: [{ entry: expect.any(String), award: 3 }],
    });
    expect(awarded.opened).toBe(undefined);
  });
});
