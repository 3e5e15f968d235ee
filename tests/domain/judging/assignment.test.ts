import { describe, expect, test } from 'vitest';
import { affinityOf } from '#app/domain/judging/affinity.ts';
import { applyAssignment } from '#app/domain/judging/apply-assignment.server.ts';
import { assignByHand } from '#app/domain/judging/assign-by-hand.server.ts';
import type { PlanAnswer } from '#app/domain/judging/assignment-plan.ts';
import { findAssignmentPage } from '#app/domain/judging/find-assignment-page.server.ts';
import { planAssignment } from '#app/domain/judging/plan-assignment.server.ts';
import { releaseSheet } from '#app/domain/judging/release-sheet.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, aRole } from '#tests/support/builders.ts';
import { aContest, aJudge, anEntry, aSheet, theOfficersOf } from '#tests/support/contest-builders.ts';
import { actorOf, aField } from '#tests/support/idea-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';

const options = { mode: 'fairest' as const, links: 0, seed: 1 };

async function aPanel({ entries = 4, judges = 3, maxLoad = 4, reviewsPerEntry = 2 } = {}) {
  const contest = await aContest({ state: 'CLOSED', rounds: [{ reviewsPerEntry }] });
  const { secretary, chair, organiser } = await theOfficersOf(contest);
  const papers = [];
  for (let index = 0; index < entries; index += 1) papers.push(await anEntry(contest, { unitId: null }));
  const seats = [];
  for (let index = 0; index < judges; index += 1) seats.push(await aJudge(contest, { maxLoad }));
  const by = await actorOf(secretary);
  const where = { by, slug: contest.slug, number: 1 };
  return { contest, papers, seats, by, where, secretary, chair, organiser };
}

const pairsOf = async (contest: { round: { id: string } }) =>
  db.scoresheet.findMany({ where: { roundId: contest.round.id }, select: { entryId: true, judgeId: true } });

// The solver's first start in a thread of its own takes a while on a busy machine.
describe('the dry run', { timeout: 90_000 }, () => {
  test('is stored and assigns nothing; applied, every pair becomes a sheet and it cannot be applied twice', async () => {
    const { contest, where, seats } = await aPanel();
    const { planId, status } = await planAssignment({ ...where, options });
    expect([status, await pairsOf(contest)]).toEqual(['optimal', []]);
    const page = await findAssignmentPage({ ...where, planId });
    expect(page.plan).toMatchObject({ stale: false, status: 'optimal', sheets: 8 });
    expect(await applyAssignment({ ...where, planId })).toEqual({ sheets: 8 });
    const pairs = await pairsOf(contest);
    const answer = (await db.assignmentPlan.findUniqueOrThrow({ where: { id: planId } }))
      .answer as unknown as PlanAnswer;
    if (answer.status === 'infeasible') throw new Error('it was possible');
    const keyed = (list: (readonly [string, string])[]) => list.map((pair) => pair.join(' ')).sort();
    expect(keyed(pairs.map(({ entryId, judgeId }) => [entryId, judgeId]))).toEqual(keyed([...answer.pairs]));
    expect(
      Math.max(...seats.map(({ id }) => pairs.filter(({ judgeId }) => judgeId === id).length)),
    ).toBeLessThanOrEqual(4);
    expect(await refusalOf(applyAssignment({ ...where, planId }))).toBe('not-now: judging:refusals.planApplied');
    expect(await refusalOf(planAssignment({ ...where, options }))).toBe('not-now: judging:refusals.nothingToAssign');
    expect(
      (await db.event.findMany({ where: { contestId: contest.id, kind: 'assignment.applied' } })).map(
        ({ payload }) => payload,
      ),
    ).toEqual([{ roundId: contest.round.id, planId, sheets: 8 }]);
  });

  test.each([
    [
      'an entry was withdrawn',
      async ({ papers }: Panel) =>
        db.entryWithdrawal.create({ data: { entryId: papers[0]!.id, byId: papers[0]!.enteredById, at: new Date() } }),
    ],
    [
      'a judge left',
      async ({ seats }: Panel) =>
        db.roleGrant.update({ where: { id: seats[0]!.roleGrantId }, data: { endedAt: new Date() } }),
    ],
    ['a judge came', async ({ contest }: Panel) => aJudge(contest)],
    [
      'a load was changed',
      async ({ seats }: Panel) => db.judge.update({ where: { id: seats[0]!.id }, data: { maxLoad: 3 } }),
    ],
    [
      'a sheet was given by hand',
      async ({ contest, papers, seats }: Panel) => aSheet(contest.round, papers[0]!, seats[0]!),
    ],
    [
      'a conflict came up',
      async ({ papers, seats }: Panel) =>
        db.entryMember.create({ data: { entryId: papers[0]!.id, personId: seats[0]!.personId, kind: 'MEMBER' } }),
    ],
  ] as const)('is refused when meanwhile %s, and nothing is assigned', async (_name, change) => {
    const panel = await aPanel();
    const { planId } = await planAssignment({ ...panel.where, options });
    await change(panel);
    const before = (await pairsOf(panel.contest)).length;
    expect((await findAssignmentPage({ ...panel.where, planId })).plan?.stale).toBe(true);
    expect(await refusalOf(applyAssignment({ ...panel.where, planId }))).toBe('not-now: judging:refusals.planStale');
    expect((await pairsOf(panel.contest)).length).toBe(before);
  });

  test('says why it cannot be, in numbers and names a person can act on', async () => {
    const short = await aPanel({ judges: 3, reviewsPerEntry: 3 });
    await db.entryMember.create({
      data: { entryId: short.papers[1]!.id, personId: short.seats[0]!.personId, kind: 'MEMBER' },
    });
    const { planId, status } = await planAssignment({ ...short.where, options });
    const { plan } = await findAssignmentPage({ ...short.where, planId });
    expect([status, plan?.status === 'infeasible' && plan.reasons]).toMatchObject([
      'infeasible',
      [{ kind: 'entry-short', entries: [{ number: 2 }], needed: 3, available: 2 }],
    ]);
    expect(await refusalOf(applyAssignment({ ...short.where, planId }))).toBe(
      'not-now: judging:refusals.planInfeasible',
    );

    const full = await aPanel({ maxLoad: 2 });
    const { plan: none } = await findAssignmentPage({
      ...full.where,
      planId: (await planAssignment({ ...full.where, options })).planId,
    });
    expect(none?.status === 'infeasible' && none.reasons).toMatchObject([
      { kind: 'capacity', needed: 8, available: 6 },
    ]);
  });

  test('plans only what is missing: begun sheets are never touched, who stepped back is not asked again', async () => {
    const { contest, where, papers, seats, by } = await aPanel();
    const begun = await aSheet(contest.round, papers[0]!, seats[0]!, { marks: [3], submitted: false });
    const recused = await aSheet(contest.round, papers[0]!, seats[1]!);
    await db.recusal.create({ data: { scoresheetId: recused.id, byId: by.id, at: new Date(), reason: 'Bận' } });
    const { planId } = await planAssignment({ ...where, options });
    await applyAssignment({ ...where, planId });
    const ofFirst = (await pairsOf(contest)).filter(({ entryId }) => entryId === papers[0]!.id);
    expect(ofFirst.map(({ judgeId }) => judgeId).sort()).toEqual(seats.map(({ id }) => id).sort());
    expect(await db.scoresheet.count({ where: { id: begun.id } })).toBe(1);
    expect((await pairsOf(contest)).length).toBe(9);
  });

  test('gives entries to judges who know their field', async () => {
    const [water, school] = [await aField(), await aField()];
    const contest = await aContest({ state: 'CLOSED', rounds: [{ reviewsPerEntry: 1 }] });
    const { secretary } = await theOfficersOf(contest);
    const entries = [];
    for (const field of [water, school, water, school])
      entries.push(await anEntry(contest, { fieldId: field.id, unitId: null }));
    const knows = {
      water: await aJudge(contest, { fieldIds: [water.id] }),
      school: await aJudge(contest, { fieldIds: [school.id] }),
    };
    const where = { by: await actorOf(secretary), slug: contest.slug, number: 1 };
    await applyAssignment({ ...where, planId: (await planAssignment({ ...where, options })).planId });
    const judgeOf = new Map((await pairsOf(contest)).map(({ entryId, judgeId }) => [entryId, judgeId]));
    expect(entries.map(({ id }) => judgeOf.get(id))).toEqual([
      knows.water.id,
      knows.school.id,
      knows.water.id,
      knows.school.id,
    ]);
  });

  test('only officers; not one who judges here; not while entries are taken', async () => {
    const { contest, where, seats } = await aPanel();
    const outsider = await actorOf(await aPerson());
    await aRole({ kind: 'SECRETARY', personId: seats[0]!.personId, contestId: contest.id });
    const both = await actorOf({ id: seats[0]!.personId });
    const elsewhere = await aContest({ state: 'CLOSED' });
    const otherSecretary = await actorOf((await theOfficersOf(elsewhere)).secretary);
    const plan = (by: typeof outsider) => refusalOf(planAssignment({ ...where, by, options }));
    expect([await plan(outsider), await plan(both), await plan(otherSecretary)]).toEqual([
      'not-allowed: contests:refusals.notOfficer',
      'not-allowed: judging:refusals.judgesToo',
      'not-allowed: contests:refusals.notOfficer',
    ]);
    await db.contest.update({
      where: { id: contest.id },
      data: { state: 'OPEN', closesAt: new Date(Date.now() + 86_400_000) },
    });
    expect(await refusalOf(planAssignment({ ...where, options }))).toBe('not-now: judging:refusals.entriesStillOpen');
  });
});

type Panel = Awaited<ReturnType<typeof aPanel>>;

describe('a judge drops out', { timeout: 90_000 }, () => {
  test('re-planned with the fewest changes; begun sheets stay, and deputies take part now', async () => {
    // Three judges of two entries each; whoever is left has no room but by an exchange.
    const { contest, where, papers, seats } = await aPanel({ entries: 3, judges: 3, maxLoad: 2, reviewsPerEntry: 2 });
    const [a, b, c] = papers;
    const [one, two, three] = seats;
    await aSheet(contest.round, a!, one!, { marks: [3], submitted: false });
    for (const [entry, judge] of [
      [b, one],
      [a, two],
      [c, two],
      [b, three],
      [c, three],
    ] as const) {
      await aSheet(contest.round, entry!, judge!);
    }
    await db.roleGrant.update({ where: { id: three!.roleGrantId }, data: { endedAt: new Date() } });
    const deputy = await aJudge(contest, { maxLoad: 1 });
    const last = await aJudge(contest, { maxLoad: 1 });
    await db.judge.updateMany({ where: { id: { in: [deputy.id] } }, data: { deputy: true } });
    // The only other judge may not read b: without an exchange nobody could.
    await db.conflict.createMany({
      data: [last, deputy].map(({ personId }) => ({
        entryId: b!.id,
        personId,
        kind: 'DECLARED_BY_STAFF' as const,
        reason: 'Người quen',
        declaredById: where.by.id,
        declaredAt: new Date(),
      })),
    });
    expect(await planAssignment({ ...where, options })).toMatchObject({ status: 'infeasible' });
    const { planId, status } = await planAssignment({ ...where, options: { ...options, replan: true } });
    expect(status).toBe('optimal');
    const page = await findAssignmentPage({ ...where, planId });
    // Two readings are missing; one sheet of judge two moves so that b finds a reader.
    expect(page.plan).toMatchObject({ sheets: 3, moved: [{ judge: { number: two!.number } }] });
    await applyAssignment({ ...where, planId });
    const pairs = (await pairsOf(contest)).filter(({ judgeId }) => judgeId !== three!.id);
    const readers = (entry: { id: string }) => pairs.filter(({ entryId }) => entryId === entry.id).length;
    expect([readers(a!), readers(b!), readers(c!)]).toEqual([2, 2, 2]);
    expect(pairs).toContainEqual({ entryId: a!.id, judgeId: one!.id });
    expect(pairs).toContainEqual({ entryId: b!.id, judgeId: one!.id });
    expect(pairs).toContainEqual({ entryId: b!.id, judgeId: two!.id });
  });

  test('a sheet begun after the dry run makes it stale', async () => {
    const { contest, where, papers, seats } = await aPanel({ entries: 2, judges: 3, reviewsPerEntry: 2 });
    const sheet = await aSheet(contest.round, papers[0]!, seats[0]!);
    const { planId } = await planAssignment({ ...where, options: { ...options, replan: true } });
    await db.scoresheet.update({ where: { id: sheet.id }, data: { noteRevision: 1, noteToPanel: 'Đang đọc' } });
    expect(await refusalOf(applyAssignment({ ...where, planId }))).toBe('not-now: judging:refusals.planStale');
    expect(await db.scoresheet.count({ where: { id: sheet.id } })).toBe(1);
  });
});

describe('by hand', () => {
  test('under the same rules; instead of a sheet that nobody has begun', async () => {
    const { contest, where, papers, seats } = await aPanel({ maxLoad: 1 });
    const give = (entry: number, judge: number, insteadOf: string | null = null) =>
      assignByHand({ ...where, entryNumber: entry, judgeNumber: judge, insteadOf });
    const { sheetId } = await give(1, 1);
    expect([
      await refusalOf(give(1, 1)),
      await refusalOf(give(2, 1)),
      await refusalOf(give(9, 1)),
      await refusalOf(give(1, 9)),
    ]).toEqual([
      'not-valid: judgeNumber judging:problems.hasSheet',
      'not-valid: judgeNumber judging:problems.loadFull',
      'not-valid: entryNumber judging:problems.noSuchEntry',
      'not-valid: judgeNumber judging:problems.noSuchJudge',
    ]);
    await give(1, 2, sheetId);
    expect(await pairsOf(contest)).toEqual([{ entryId: papers[0]!.id, judgeId: seats[1]!.id }]);
    const begun = await aSheet(contest.round, papers[1]!, seats[2]!, { marks: [3], submitted: false });
    expect(await refusalOf(give(2, 1, begun.id))).toBe('not-now: judging:refusals.begun');
    expect(await refusalOf(releaseSheet({ ...where, sheetId: begun.id }))).toBe('not-now: judging:refusals.begun');
    const [fresh] = await db.scoresheet.findMany({ where: { entryId: papers[0]!.id } });
    await releaseSheet({ ...where, sheetId: fresh!.id });
    expect((await pairsOf(contest)).length).toBe(1);
  });
});

test.each([
  [{ fieldIds: ['a'], pools: ['x'] }, { fieldId: 'a', pool: 'x' }, 1],
  [{ fieldIds: ['a'], pools: ['x'] }, { fieldId: 'a', pool: 'y' }, 0.6],
  [{ fieldIds: ['a'], pools: ['x'] }, { fieldId: 'b', pool: 'x' }, 0.4],
  [{ fieldIds: ['a'], pools: ['x'] }, { fieldId: 'b', pool: 'y' }, 0],
  [{ fieldIds: [], pools: [] }, { fieldId: 'b', pool: 'y' }, 0.7],
  [{ fieldIds: ['a'], pools: [] }, { fieldId: null, pool: null }, 0.7],
])('how well %j fits %j: %d', (judge, entry, fit) => {
  expect(affinityOf(judge, entry)).toBe(fit);
});
