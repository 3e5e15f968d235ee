import { expect, test } from 'vitest';
import { type EventKind, eventKinds } from '#app/domain/history/event.ts';
import { findRoundBoard } from '#app/domain/judging/find-round-board.server.ts';
import { publicBundle, writeBundle } from '#app/domain/judging/record/bundle.ts';
import { findFullBundle } from '#app/domain/judging/record/find-bundles.server.ts';
import { verifyBundle } from '#app/domain/judging/record/verify-bundle.ts';
import { planMatch } from '#app/domain/mentoring/plan-match.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { demoLogins } from '#prisma/seed/demo-sign-ins.ts';
import { seedDemo, seedReference } from '#prisma/seed/seed.ts';
import { actorOf } from '#tests/support/idea-builders.ts';

test('the demo world: its published contest can be checked, its programme matched, its promises are in every state', async () => {
  await seedReference();
  await seedDemo();
  const chair = await db.person.findUniqueOrThrow({ where: { email: demoLogins.chair } });
  const contest = await db.contest.findFirstOrThrow({ where: { state: 'PUBLISHED' } });
  const by = await actorOf(chair);
  const full = await findFullBundle({ by, slug: contest.slug });
  expect(await verifyBundle(writeBundle(full))).toMatchObject({ status: 'valid', root: full.root });
  expect(publicBundle(full.records)).not.toBe(null);
  const organiser = await db.person.findUniqueOrThrow({ where: { email: demoLogins.organiser } });
  const programme = await db.mentoringProgramme.findFirstOrThrow();
  const { planId } = await planMatch({ by: await actorOf(organiser), slug: programme.slug });
  const plan = await db.matchPlan.findUniqueOrThrow({ where: { id: planId } });
  expect((plan.answer as { served: number }).served).toBeGreaterThan(1);
  expect(await db.supportOffer.count({ where: { acceptedAt: null } })).toBe(1);
  expect(await db.pledge.count({ where: { confirmedAt: { not: null } } })).toBe(1);
  expect(await db.certificate.count({ where: { outcome: { round: { contestId: contest.id } } } })).toBeGreaterThan(5);
  expect(
    await db.appeal.findMany({
      where: { decidedAt: null },
      select: { round: { select: { contestId: true } }, entry: { select: { outside: { select: { id: true } } } } },
    }),
  ).toEqual([{ round: { contestId: contest.id }, entry: { outside: [] } }]);
  await expectJudgedByPanels();
  expect(
    await db.outcome.findMany({
      where: { because: { has: 'outside' } },
      select: { award: true, passed: true, round: { select: { contestId: true } } },
    }),
  ).toEqual([{ award: null, passed: false, round: { contestId: contest.id } }]);
  expect(await db.notice.count({ where: { person: { email: demoLogins.student } } })).toBeGreaterThan(0);
  const places = await db.idea.groupBy({ by: ['provinceId'], where: { state: 'PUBLISHED' } });
  expect(places.length).toBeGreaterThan(17);
  const events = await db.event.findMany({ select: { kind: true, at: true } });
  expect(events.length).toBeGreaterThan(500);
  expect(events.filter(({ kind, at }) => !eventKinds.includes(kind as EventKind) || at > new Date())).toEqual([]);
}, 240_000);

/** The contest that is being judged: read within its divisions' panels, two late entries planned for, one sheet asked back after others' marks were seen. */
async function expectJudgedByPanels() {
  const secretary = await actorOf(await db.person.findUniqueOrThrow({ where: { email: demoLogins.secretary } }));
  const { slug } = await db.contest.findFirstOrThrow({ where: { rounds: { some: { state: 'OPEN' } } } });
  const board = (await findRoundBoard({ by: secretary, slug, number: 1 }))!;
  expect(
    board.panels.map(({ name, entries, wanted, assigned, short }) => ({ name, entries, wanted, assigned, short })),
  ).toEqual([
    { name: 'Bảng Giải pháp kỹ thuật', entries: 8, wanted: 24, assigned: 24, short: null },
    { name: 'Bảng Mô hình cộng đồng', entries: 8, wanted: 24, assigned: 18, short: null },
  ]);
  expect(board.reopenings.map(({ afterSeeing, decidedAt }) => ({ afterSeeing, decidedAt }))).toEqual([
    { afterSeeing: true, decidedAt: null },
  ]);
  const { number } = await db.round.findFirstOrThrow({ where: { panels: 'UNIT' } });
  const plan = await db.assignmentPlan.findFirstOrThrow({ select: { answer: true, appliedAt: true } });
  expect({ number, appliedAt: plan.appliedAt, pairs: (plan.answer as { pairs: unknown[] }).pairs.length }).toEqual({
    number: 1,
    appliedAt: null,
    pairs: 6,
  });
}
