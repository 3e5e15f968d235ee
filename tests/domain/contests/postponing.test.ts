import { describe, expect, test } from 'vitest';
import { calendarFile } from '#app/domain/contests/calendar-file.ts';
import { changeContest } from '#app/domain/contests/change-contest.server.ts';
import { changeEntry } from '#app/domain/contests/change-entry.server.ts';
import { closeEntries } from '#app/domain/contests/close-entries.server.ts';
import { contestForm } from '#app/domain/contests/contest-form.ts';
import { enterIdea } from '#app/domain/contests/enter-idea.server.ts';
import { extendDeadline } from '#app/domain/contests/extend-deadline.server.ts';
import { findContest } from '#app/domain/contests/find-contest.server.ts';
import { findContests } from '#app/domain/contests/find-contests.server.ts';
import { findEntry } from '#app/domain/contests/find-entry.server.ts';
import { findOpenContests } from '#app/domain/contests/find-open-contests.server.ts';
import { findPostponements } from '#app/domain/contests/find-postponements.server.ts';
import { findRulesVersions } from '#app/domain/contests/find-rules-versions.server.ts';
import { openContest } from '#app/domain/contests/open-contest.server.ts';
import { ownDeadline } from '#app/domain/contests/own-deadline.server.ts';
import { postponeContest } from '#app/domain/contests/postpone-contest.server.ts';
import { postponed } from '#app/domain/contests/postponing.ts';
import { resumeContest } from '#app/domain/contests/resume-contest.server.ts';
import { suspendContest } from '#app/domain/contests/suspend-contest.server.ts';
import { closeRound } from '#app/domain/judging/close-round.server.ts';
import { openRound } from '#app/domain/judging/open-round.server.ts';
import { planAssignment } from '#app/domain/judging/plan-assignment.server.ts';
import { remindJudges } from '#app/domain/judging/remind-judges.server.ts';
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
      {
        id: expect.any(String),
        days: 14,
        at: vn('2026-09-20T10:00'),
        resumedAt: null,
        resumeReason: null,
        resumeLetter: null,
        ...why,
      },
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
    { by: 86_400_000, at },
  );
  expect(moved.map(({ what, round: of, to }) => [what, of?.number ?? null, to.toISOString()])).toEqual([
    ['closes', null, '2026-10-19T03:00:00.001Z'],
    ['marks', 2, '2026-10-31T10:00:00.000Z'],
    ['marks-from', 3, '2026-10-21T01:00:00.000Z'],
    ['marks', 3, '2026-10-31T10:00:00.000Z'],
  ]);
  expect(postponed({ ...contest, state: 'CLOSED', rounds: [round(1, 'CLOSED')] }, { by: 86_400_000, at })).toEqual([]);
});

describe('put off until further notice', () => {
  const again = { reason: 'Bão đã tan', letter: '61-CV/TĐTN' };

  test('nothing runs, nothing is lost, everybody is told; the new dates keep their distances, and it is all on record', async () => {
    const { contest, slug, organiser, chair, secretary } = await anOpenContest();
    atTime('2026-09-20T10:00:00+07:00');
    const [lead, late, judge] = [await aPerson(), await aPerson(), await aJudge(contest)];
    const by = await actorOf(lead);
    const idea = await aPublishedIdea({ ownerId: lead.id });
    const enter = async (person: typeof lead, ideaId: string) =>
      enterIdea({ by: await actorOf(person), slug, ideaId, division: 'chung', version: 1 });
    const { number } = await enter(lead, idea.id);
    await extendDeadline({
      by: organiser,
      slug,
      until: vn('2026-10-03T17:00'),
      whom: late.email!,
      shift: false,
      ...why,
    });
    const before = await calendar(slug);

    await suspendContest({ by: organiser, slug, ...why });
    expect(await calendar(slug)).toEqual(before);
    const page = await findContest({ slug, by: null });
    expect([page!.phase, page!.calendar.map(({ kind, state }) => [kind, state]), page!.postponed]).toEqual([
      'suspended',
      [['opens', 'past']],
      { days: null, at: vn('2026-09-20T10:00'), ...why },
    ]);
    expect(await findOpenContests({ at: vn('2026-09-20T11:00'), count: 50 })).not.toContainEqual(
      expect.objectContaining({ slug }),
    );
    const listed = async (filter: 'open' | 'judging') =>
      (await findContests({ filter, page: 1 })).contests.flatMap((one) => (one.slug === slug ? one.phase : []));
    // Long after the old deadline it still waits.
    atTime('2026-11-20T10:00:00+07:00');
    expect([await listed('open'), await listed('judging')]).toEqual([['suspended'], []]);
    const idea2 = await aPublishedIdea({ ownerId: late.id });
    const still = 'not-now: contests:refusals.suspended';
    const days = { by: organiser, slug, ...why };
    expect([
      await refusalOf(enter(late, idea2.id)),
      await refusalOf(changeEntry({ by, slug, number, version: 1 })),
      await refusalOf(closeEntries({ by: organiser, slug })),
      await refusalOf(postponeContest({ ...days, days: 7 })),
      await refusalOf(suspendContest(days)),
      await refusalOf(extendDeadline({ ...days, until: vn('2026-12-31T17:00'), whom: '', shift: true })),
      await refusalOf(openRound({ by: await actorOf(chair), slug, number: 1 })),
      await refusalOf(closeRound({ by: await actorOf(chair), slug, number: 1, reason: 'x' })),
      await refusalOf(remindJudges({ by: await actorOf(chair), slug, number: 1 })),
      await refusalOf(
        planAssignment({
          by: await actorOf(secretary),
          slug,
          number: 1,
          options: { mode: 'fairest', links: 0, seed: 1 },
        }),
      ),
    ]).toEqual(Array.from({ length: 10 }, () => still));
    const own = await findEntry({ slug, number, by });
    expect([own!.mayChange, own!.mayWithdraw, own!.contest.suspended]).toEqual([false, true, true]);

    const resume = (next: string, who = organiser) => resumeContest({ by: who, slug, next: vn(next), ...again });
    expect([
      await refusalOf(resume('2026-11-20T10:00')),
      await refusalOf(resume('2026-12-01T17:00', await actorOf(secretary))),
    ]).toEqual(['not-valid: next organising:problems.inPast', 'not-allowed: contests:refusals.notOrganiser']);
    await resume('2026-12-01T17:00');
    expect(await calendar(slug)).toEqual({
      opensAt: vn('2026-09-01T08:00'),
      closesAt: vn('2026-12-01T17:00'),
      rounds: [
        { opensAt: vn('2026-12-05T08:00'), closesAt: vn('2026-12-15T17:00') },
        { opensAt: vn('2026-12-20T08:00'), closesAt: vn('2026-12-30T17:00') },
      ],
    });
    expect(await ownDeadline(db, { contestId: contest.id, personId: late.id })).toEqual(vn('2026-12-03T17:00'));
    expect(await refusalOf(resume('2026-12-02T17:00'))).toBe('not-now: organising:refusals.notSuspended');
    await enter(late, idea2.id);
    expect([
      (await findContest({ slug, by: null }))!.phase,
      (await findContest({ slug, by: null }))!.postponed,
    ]).toEqual(['open', null]);
    expect(await findPostponements({ contestId: contest.id })).toEqual([
      {
        id: expect.any(String),
        days: null,
        at: vn('2026-09-20T10:00'),
        ...why,
        resumedAt: vn('2026-11-20T10:00'),
        resumeReason: again.reason,
        resumeLetter: again.letter,
      },
    ]);
    const versions = await findRulesVersions({ contestId: contest.id, locale: 'vi' });
    expect(versions.map(({ number: n, reason, letter }) => [n, reason, letter])).toEqual([
      [3, again.reason, again.letter],
      [2, why.reason, why.letter],
      [1, null, null],
    ]);
    expect(versions[1]!.difference!.added).toEqual([
      { key: 'contests:rules.suspended', values: { at: '20/09/2026 10:00' } },
    ]);
    expect(versions[0]!.difference!.removed[0]).toEqual({
      key: 'contests:rules.suspended',
      values: { at: '20/09/2026 10:00' },
    });
    const events = await db.event.findMany({
      where: { contestId: contest.id, kind: { in: ['contest.suspended', 'contest.resumed'] } },
      orderBy: { id: 'asc' },
    });
    const news = await Promise.all(
      events.map((event) => db.$transaction((tx) => tellers[event.kind as keyof typeof tellers]!(tx, event as never))),
    );
    const everybody = [lead.id, judge.personId, chair.id, secretary.id];
    expect(news.map(({ told }) => told!.map(({ kind, people, letter }) => [kind, people.toSorted(), letter]))).toEqual([
      [['contest-suspended', [...everybody, late.id].sort(), true]],
      [['contest-resumed', [...everybody, late.id].sort(), true]],
    ]);
  });

  test('in the file for calendars what lies ahead is tentative and rings no bell', () => {
    const moment = (id: string, at: Date) => ({
      id,
      at,
      title: id,
      text: '',
      address: 'https://y-hay.vn',
      reminds: true,
    });
    const file = calendarFile({
      name: 'Ý tưởng trẻ',
      host: 'y-hay.vn',
      moments: [moment('passed', vn('2026-09-01T08:00')), moment('ahead', vn('2026-10-01T17:00'))],
      stamp: vn('2026-09-20T10:00'),
      changes: 1,
      cancelled: false,
      suspendedAt: vn('2026-09-20T10:00'),
    });
    expect(file.match(/SUMMARY:\w+|STATUS:\w+|BEGIN:VALARM/g)).toEqual([
      'SUMMARY:passed',
      'STATUS:CONFIRMED',
      'BEGIN:VALARM',
      'SUMMARY:ahead',
      'STATUS:TENTATIVE',
    ]);
  });

  test('is the host’s, in an open contest, with something ahead', async () => {
    const { contest, slug, organiser, secretary } = await anOpenContest();
    atTime('2026-09-20T10:00:00+07:00');
    const refused = (by: typeof organiser, of = slug) => refusalOf(suspendContest({ by, slug: of, ...why }));
    expect(await refused(await actorOf(secretary))).toBe('not-allowed: contests:refusals.notOrganiser');
    const draft = await aContest({ state: 'DRAFT', hostId: contest.hostId });
    expect(await refused(organiser, draft.slug)).toBe('not-now: organising:refusals.notOpenedYet');
    atTime('2026-12-20T10:00:00+07:00');
    expect(await refused(organiser)).toBe('not-now: organising:refusals.nothingAhead');
    await db.contest.update({ where: { id: contest.id }, data: { state: 'CANCELLED' } });
    expect(await refused(organiser)).toBe('not-now: contests:refusals.over');
  });
});
