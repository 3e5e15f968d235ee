import { describe, expect, test } from 'vitest';
import { changeContest } from '#app/domain/contests/change-contest.server.ts';
import { contestForm } from '#app/domain/contests/contest-form.ts';
import { enterIdea } from '#app/domain/contests/enter-idea.server.ts';
import { extendDeadline } from '#app/domain/contests/extend-deadline.server.ts';
import { findContest } from '#app/domain/contests/find-contest.server.ts';
import { findPostponements } from '#app/domain/contests/find-postponements.server.ts';
import { findRulesVersions } from '#app/domain/contests/find-rules-versions.server.ts';
import { openContest } from '#app/domain/contests/open-contest.server.ts';
import { ownDeadline } from '#app/domain/contests/own-deadline.server.ts';
import { postponeContest } from '#app/domain/contests/postpone-contest.server.ts';
import { postponed } from '#app/domain/contests/postponing.ts';
import { tellers } from '#app/domain/notifications/tellers.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { aContest, aJudge, theOfficersOf } from '#tests/support/contest-builders.ts';
import { actorOf, aPublishedIdea } from '#tests/support/idea-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';

const vn = (text: string) => new Date(`${text}:00+07:00`);

/** Opened in August; entries until 1 October; a round from 5 to 15 October and a final until 30 October. */
async function anOpenContest() {
  atTime('2026-08-20T10:00:00+07:00');
  const contest = await aContest({ state: 'DRAFT', rounds: [{}, {}] });
  const officers = await theOfficersOf(contest);
  const organiser = await actorOf(officers.organiser);
  const { slug } = contest;
  const typed = { opensAt: '2026-09-01T08:00', closesAt: '2026-10-01T17:00', from: 'anyone', versions: 'published' };
  const form = contestForm.parse({ ...typed, name: 'Ý tưởng trẻ', teamMin: '1', teamMax: '5', blind: 'on' });
  await changeContest({ by: organiser, slug, form });
  const [first, final] = contest.rounds;
  await db.round.update({
    where: { id: first!.id },
    data: { opensAt: vn('2026-10-05T08:00'), closesAt: vn('2026-10-15T17:00') },
  });
  await db.round.update({
    where: { id: final!.id },
    data: { opensAt: vn('2026-10-20T08:00'), closesAt: vn('2026-10-30T17:00') },
  });
  await openContest({ by: organiser, slug });
  return { ...officers, contest, slug, organiser };
}
const why = { reason: 'Bão số 9', letter: '57-CV/TĐTN' };
const calendar = (slug: string) =>
  db.contest.findUniqueOrThrow({
    where: { slug },
    select: {
      opensAt: true,
      closesAt: true,
      rounds: { orderBy: { number: 'asc' }, select: { opensAt: true, closesAt: true } },
    },
  });

describe('a contest put off', () => {
  test('while people write: all that lies ahead moves, what is handed in stays, everybody in it is told, and it is on record', async () => {
    const { contest, slug, organiser, chair, secretary } = await anOpenContest();
    atTime('2026-09-20T10:00:00+07:00');
    const lead = await aPerson();
    const by = await actorOf(lead);
    const idea = await aPublishedIdea({ ownerId: lead.id });
    const { receipt } = await enterIdea({ by, slug, ideaId: idea.id, division: 'chung', version: 1 });
    const judge = await aJudge(contest);
    const late = await aPerson();
    const until = vn('2026-10-03T17:00');
    await extendDeadline({ by: organiser, slug, until, whom: late.email!, shift: false, ...why });

    await postponeContest({ by: organiser, slug, days: 14, ...why });
    expect(await calendar(slug)).toEqual({
      opensAt: vn('2026-09-01T08:00'),
      closesAt: vn('2026-10-15T17:00'),
      rounds: [
        { opensAt: vn('2026-10-19T08:00'), closesAt: vn('2026-10-29T17:00') },
        { opensAt: vn('2026-11-03T08:00'), closesAt: vn('2026-11-13T17:00') },
      ],
    });
    expect(await ownDeadline(db, { contestId: contest.id, personId: late.id })).toEqual(vn('2026-10-17T17:00'));
    const entry = await db.entry.findUniqueOrThrow({
      where: { receipt },
      select: { withdrawal: true, changedAt: true },
    });
    expect(entry).toEqual({ withdrawal: null, changedAt: null });
    expect(await findPostponements({ contestId: contest.id })).toEqual([
      { id: expect.any(String), days: 14, at: vn('2026-09-20T10:00'), ...why },
    ]);
    expect((await findContest({ slug, by: null }))?.postponed).toEqual({
      days: 14,
      at: vn('2026-09-20T10:00'),
      ...why,
    });
    const [newest] = await findRulesVersions({ contestId: contest.id, locale: 'vi' });
    expect([newest!.number, newest!.reason, newest!.letter]).toEqual([2, why.reason, why.letter]);
    expect(newest!.difference!.added.map(({ key }) => key)).toEqual([
      'contests:rules.closesOn',
      'contests:rules.marksOn',
      'contests:rules.marksOn',
    ]);

    const events = await db.event.findMany({ where: { contestId: contest.id }, orderBy: { id: 'desc' }, take: 2 });
    expect(events.map(({ kind }) => kind)).toEqual(['contest.postponed', 'contest.amended']);
    const news = await Promise.all(
      events.map((event) => db.$transaction((tx) => tellers[event.kind as keyof typeof tellers]!(tx, event as never))),
    );
    expect(news[0]!.told!.map(({ kind, people }) => [kind, people.toSorted()])).toEqual([
      ['contest-postponed', [lead.id, judge.personId, chair.id, secretary.id].sort()],
    ]);
    expect(news[1]).toEqual({});
  });

  test('before the final: what has passed stays, also for a judge who is late', async () => {
    const { contest, slug, organiser } = await anOpenContest();
    atTime('2026-10-18T10:00:00+07:00');
    await db.contest.update({ where: { id: contest.id }, data: { state: 'CLOSED' } });
    await db.round.update({ where: { id: contest.rounds[0]!.id }, data: { state: 'OPEN' } });
    await postponeContest({ by: organiser, slug, days: 7, ...why });
    expect(await calendar(slug)).toEqual({
      opensAt: vn('2026-09-01T08:00'),
      closesAt: vn('2026-10-01T17:00'),
      rounds: [
        { opensAt: vn('2026-10-05T08:00'), closesAt: vn('2026-10-15T17:00') },
        { opensAt: vn('2026-10-27T08:00'), closesAt: vn('2026-11-06T17:00') },
      ],
    });
  });

  test('is the host’s, in an open contest, with something ahead', async () => {
    const { contest, slug, organiser, secretary } = await anOpenContest();
    atTime('2026-09-20T10:00:00+07:00');
    const refused = (by: typeof organiser, of = slug) => refusalOf(postponeContest({ by, slug: of, days: 7, ...why }));
    expect(await refused(await actorOf(secretary))).toBe('not-allowed: contests:refusals.notOrganiser');
    const draft = await aContest({ state: 'DRAFT', hostId: contest.hostId });
    expect(await refused(organiser, draft.slug)).toBe('not-now: organising:refusals.notOpenedYet');
    atTime('2026-12-20T10:00:00+07:00');
    expect(await refused(organiser)).toBe('not-now: organising:refusals.nothingAhead');
    await db.contest.update({ where: { id: contest.id }, data: { state: 'CANCELLED' } });
    expect(await refused(organiser)).toBe('not-now: contests:refusals.over');
  });
});

test('what moves: everything ahead, to the very second, and nothing of a round that is closed', () => {
  const at = vn('2026-10-18T10:00');
  const round = (number: number, state: 'PLANNED' | 'OPEN' | 'CLOSED') => ({
    number,
    name: `Vòng ${number}`,
    state,
    opensAt: vn('2026-10-20T08:00'),
    closesAt: vn('2026-10-30T17:00'),
  });
  const contest = { state: 'OPEN' as const, opensAt: at, closesAt: new Date(at.getTime() + 1) };
  const moved = postponed(
    { ...contest, rounds: [round(1, 'CLOSED'), round(2, 'OPEN'), round(3, 'PLANNED')] },
    { days: 1, at },
  );
  expect(moved.map(({ what, round: of, to }) => [what, of?.number ?? null, to.toISOString()])).toEqual([
    ['closes', null, '2026-10-19T03:00:00.001Z'],
    ['marks', 2, '2026-10-31T10:00:00.000Z'],
    ['marks-from', 3, '2026-10-21T01:00:00.000Z'],
    ['marks', 3, '2026-10-31T10:00:00.000Z'],
  ]);
  expect(postponed({ ...contest, state: 'CLOSED', rounds: [round(1, 'CLOSED')] }, { days: 1, at })).toEqual([]);
});
