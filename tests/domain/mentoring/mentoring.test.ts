import { describe, expect, test } from 'vitest';
import { findConflicts } from '#app/domain/judging/find-conflicts.server.ts';
import { acceptProposal } from '#app/domain/mentoring/accept-proposal.server.ts';
import { applyMatch } from '#app/domain/mentoring/apply-match.server.ts';
import { checkMentor } from '#app/domain/mentoring/check-mentor.server.ts';
import { declineMentor } from '#app/domain/mentoring/decline-mentor.server.ts';
import { declineProposal } from '#app/domain/mentoring/decline-proposal.server.ts';
import { endMentorship } from '#app/domain/mentoring/end-mentorship.server.ts';
import { joinProgramme } from '#app/domain/mentoring/join-programme.server.ts';
import { lapseProposals } from '#app/domain/mentoring/lapse-proposals.server.ts';
import type { MatchAnswer } from '#app/domain/mentoring/match-plan.ts';
import { noteSession } from '#app/domain/mentoring/note-session.server.ts';
import { offerMentoring } from '#app/domain/mentoring/offer-mentoring.server.ts';
import { planMatch } from '#app/domain/mentoring/plan-match.server.ts';
import { withdrawRequest } from '#app/domain/mentoring/withdraw-request.server.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, aRole, aUnit } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { aContest, aJudge, anEntry, aSheet } from '#tests/support/contest-builders.ts';
import { actorOf, aField } from '#tests/support/idea-builders.ts';
import { aMentor, aMentorship, aProgramme, aRequest, aTeam } from '#tests/support/mentoring-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';

const anOffer = async (unitId: number) => ({
  about: 'Tôi làm nước sạch nông thôn mười năm, từng đưa ba nhóm tới sản phẩm.',
  fieldIds: [(await aField('moi-truong')).id],
  aspects: ['FEASIBILITY' as const],
  languages: ['vi' as const],
  online: true,
  inPerson: true,
  capacity: 2,
  hoursPerMonth: 6,
  unit: unitId,
  unitText: '',
});

describe('an offer to mentor', () => {
  test('waits for the staff of its unit, who alone check it; then the mentor bears the role', async () => {
    const province = await aUnit();
    const commune = await aUnit({ parentId: province.id, provinceId: province.id });
    const [person, staff, stranger] = [await aPerson(), await aPerson(), await aPerson()];
    await aRole({ kind: 'ORGANISER', personId: staff.id, unitId: province.id });
    await aRole({ kind: 'ORGANISER', personId: stranger.id, unitId: (await aUnit()).id });
    await offerMentoring({ by: await actorOf(person), form: await anOffer(commune.id) });
    const mentor = await db.mentor.findUniqueOrThrow({ where: { personId: person.id } });
    expect(mentor).toMatchObject({ provinceId: province.id, checkedAt: null, capacity: 2 });

    expect(await refusalOf(checkMentor({ by: await actorOf(stranger), id: mentor.id }))).toBe(
      'not-allowed: mentoring:refusals.notYourUnit',
    );
    await checkMentor({ by: await actorOf(staff), id: mentor.id });
    expect(await refusalOf(checkMentor({ by: await actorOf(staff), id: mentor.id }))).toBe(
      'not-now: mentoring:refusals.answeredAlready',
    );
    expect((await actorOf(person)).roles.map(({ kind }) => kind)).toEqual(['MENTOR']);

    // Time and capacity change at once; the words are looked at again.
    await offerMentoring({ by: await actorOf(person), form: { ...(await anOffer(commune.id)), capacity: 5 } });
    expect(await db.mentor.findUnique({ where: { id: mentor.id } })).toMatchObject({
      capacity: 5,
      checkedById: staff.id,
    });
    await offerMentoring({
      by: await actorOf(person),
      form: { ...(await anOffer(commune.id)), about: 'Một lời giới thiệu khác hẳn, dài đủ để đọc và kiểm tra lại.' },
    });
    expect(await db.mentor.findUnique({ where: { id: mentor.id } })).toMatchObject({ checkedAt: null });

    await declineMentor({ by: await actorOf(staff), id: mentor.id, reason: 'Chưa gặp.' });
    expect((await actorOf(person)).roles).toEqual([]);
  });

  test('nobody checks their own, a child offers none, and an unknown field is said', async () => {
    const unit = await aUnit();
    const staff = await aPerson();
    await aRole({ kind: 'ADMINISTRATOR', personId: staff.id, unitId: unit.id });
    await offerMentoring({ by: await actorOf(staff), form: await anOffer(unit.id) });
    const own = await db.mentor.findUniqueOrThrow({ where: { personId: staff.id } });
    expect(await refusalOf(checkMentor({ by: await actorOf(staff), id: own.id }))).toBe(
      'not-allowed: mentoring:refusals.notYourself',
    );
    atTime('2026-06-01T08:00:00+07:00');
    const child = await aPerson({ birthDate: new Date('2008-06-02') });
    expect(await refusalOf(offerMentoring({ by: await actorOf(child), form: await anOffer(unit.id) }))).toBe(
      'not-now: mentoring:refusals.tooYoung',
    );
    const form = { ...(await anOffer(unit.id)), fieldIds: ['khong-co'] };
    expect(await refusalOf(offerMentoring({ by: await actorOf(staff), form }))).toBe(
      'not-valid: fieldIds controls:problems.choice',
    );
  });
});

describe('asking a mentor by name', () => {
  test('the team has said yes by asking; with the mentor’s yes the mentorship begins', async () => {
    const [mentor, team] = [await aMentor(), await aTeam()];
    const request = await aRequest(team, { mentor });
    expect(request.proposals).toMatchObject([
      { mentorId: mentor.id, mentorAcceptedAt: null, teamAcceptedById: team.lead.id },
    ]);
    const { mentorshipId } = await acceptProposal({ by: await actorOf(mentor.person), id: request.proposals[0]!.id });
    expect(await db.mentorship.findUnique({ where: { id: mentorshipId! } })).toMatchObject({
      mentorId: mentor.id,
      ideaId: team.idea.id,
      endedAt: null,
    });
    expect(await db.mentorRequest.findUnique({ where: { id: request.id } })).toMatchObject({
      servedAt: expect.any(Date),
    });
    const kinds = await db.event.findMany({
      where: { ideaId: team.idea.id },
      orderBy: { id: 'asc' },
      select: { kind: true },
    });
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'mentor-request.made',
      'proposal.made',
      'proposal.accepted',
      'mentorship.begun',
    ]);
  });

  test('everyone wants one mentor: one is taken, the others read that the mentor is full, even all at once', async () => {
    const mentor = await aMentor();
    const teams = await Promise.all(Array.from({ length: 6 }, () => aTeam()));
    const answers = await Promise.all(teams.map((team) => refusalOf(aRequest(team, { mentor }))));
    expect(answers.toSorted()).toEqual([
      ...Array.from({ length: 5 }, () => 'not-now: mentoring:refusals.mentorFull'),
      'taken',
    ]);
    expect(await db.mentorProposal.count({ where: { mentorId: mentor.id } })).toBe(1);
    expect(await db.mentorRequest.count({ where: { mentorId: mentor.id } })).toBe(1);
  });

  test('a mentor with no hours, one who pauses, one whose role was ended, one who speaks another language', async () => {
    const team = await aTeam();
    expect(await refusalOf(aRequest(team, { mentor: await aMentor({ hoursPerMonth: 0, capacity: 3 }) }))).toBe(
      'not-now: mentoring:refusals.mentorFull',
    );
    expect(await refusalOf(aRequest(team, { mentor: await aMentor({ pausedAt: now() }) }))).toBe(
      'not-now: mentoring:refusals.mentorAway',
    );
    const ended = await aMentor();
    await db.roleGrant.updateMany({ where: { personId: ended.personId }, data: { endedAt: now() } });
    expect(await refusalOf(aRequest(team, { mentor: ended }))).toBe('not-now: mentoring:refusals.mentorAway');
    expect(await refusalOf(aRequest(team, { mentor: await aMentor({ languages: ['en'] }) }))).toBe(
      'not-now: mentoring:refusals.misfit.language',
    );
    expect(await refusalOf(aRequest(team, { mentor: await aMentor({ online: false }) }))).toBe(
      'not-now: mentoring:refusals.misfit.place',
    );
    expect(await refusalOf(aRequest(team, { mentor: { id: '0190aaaa-0000-7000-8000-000000000001' } }))).toBe(
      'not-valid: to controls:problems.choice',
    );
  });

  test('only the lead asks, for what is published, and once at a time; what was asked can be taken back', async () => {
    const mentor = await aMentor({ capacity: 3 });
    const member = await aPerson();
    const team = await aTeam({ memberIds: [member.id] });
    expect(await refusalOf(aRequest({ ...team, lead: member }, { mentor }))).toBe(
      'not-allowed: mentoring:refusals.leadOnly',
    );
    expect(await refusalOf(aRequest({ ...team, lead: await aPerson() }, { mentor }))).toBe(
      'not-allowed: mentoring:refusals.leadOnly',
    );
    await aRequest(team, { mentor });
    expect(await refusalOf(aRequest(team, { mentor }))).toBe('not-now: mentoring:refusals.askedAlready');
    await withdrawRequest({ by: await actorOf(team.lead), slug: team.idea.slug });
    const [proposal] = await db.mentorProposal.findMany({ where: { mentorId: mentor.id } });
    expect(await refusalOf(acceptProposal({ by: await actorOf(mentor.person), id: proposal!.id }))).toBe(
      'not-now: mentoring:refusals.proposalOver',
    );
    expect((await aRequest(team, { mentor })).proposals).toHaveLength(1);
  });

  test('the weak criteria of the last published round are written into the request, none before publication', async () => {
    const contest = await aContest({ state: 'CLOSED', rounds: [{ state: 'CLOSED' }] });
    const team = await aTeam();
    const judge = await aJudge(contest);
    const own = await anEntry(contest, { ideaId: team.idea.id });
    await aSheet(contest.round, own, judge, { marks: [5, 1] });
    await aSheet(contest.round, await anEntry(contest), judge, { marks: [3, 3] });
    const mentor = await aMentor({ capacity: 5 });
    expect((await aRequest(team, { mentor })).weak).toEqual([]);
    await withdrawRequest({ by: await actorOf(team.lead), slug: team.idea.slug });
    await db.round.update({ where: { id: contest.round.id }, data: { state: 'PUBLISHED' } });
    expect((await aRequest(team, { mentor })).weak).toEqual([
      { name: 'Khả thi', own: 0, field: 25, aspects: ['FEASIBILITY'] },
    ]);
  });
});

describe('a mentor never judges that team, in either order', () => {
  test('mentor first: the conflict is found for every later panel', async () => {
    const { mentor, team } = await aMentorship();
    await db.mentorship.updateMany({ where: { mentorId: mentor.id }, data: { endedAt: now() } });
    const contest = await aContest();
    const entry = await anEntry(contest, { ideaId: team.idea.id });
    const judge = await aJudge(contest, { personId: mentor.personId });
    const found = await findConflicts(db, { contestId: contest.id, roundId: contest.round.id });
    expect(found.map(({ entryId, judgeId, kind }) => ({ entryId, judgeId, kind }))).toContainEqual({
      entryId: entry.id,
      judgeId: judge.id,
      kind: 'MENTOR',
    });
  });

  test('judge first: who has read the team, or sits on the panel of a contest it stands in, does not become its mentor', async () => {
    const contest = await aContest();
    const team = await aTeam();
    await anEntry(contest, { ideaId: team.idea.id });
    const seated = await aMentor();
    await aJudge(contest, { personId: seated.personId });
    expect(await refusalOf(aRequest(team, { mentor: seated }))).toBe('not-now: mentoring:refusals.tied.judge');

    const past = await aContest({ state: 'PUBLISHED', rounds: [{ state: 'PUBLISHED' }] });
    const entry = await anEntry(past, { ideaId: team.idea.id });
    const [read, sat] = [await aMentor(), await aMentor()];
    await aSheet(past.round, entry, await aJudge(past, { personId: read.personId }), { marks: [4, 4] });
    await aJudge(past, { personId: sat.personId });
    expect(await refusalOf(aRequest(team, { mentor: read }))).toBe('not-now: mentoring:refusals.tied.judge');
    // A seat in a contest that is over, without ever having read the team, ties nobody.
    expect(await refusalOf(aRequest(team, { mentor: sat }))).toBe('taken');
  });

  test('who judged another entry of the same people is tied too', async () => {
    const lead = await aPerson();
    const contest = await aContest({ state: 'PUBLISHED', rounds: [{ state: 'PUBLISHED' }] });
    const mentor = await aMentor();
    await aSheet(
      contest.round,
      await anEntry(contest, { leadId: lead.id }),
      await aJudge(contest, { personId: mentor.personId }),
      {
        marks: [3, 3],
      },
    );
    expect(await refusalOf(aRequest(await aTeam({ leadId: lead.id }), { mentor }))).toBe(
      'not-now: mentoring:refusals.tied.judge',
    );
  });

  test('appointed between the two answers: the second yes is refused', async () => {
    const [mentor, team] = [await aMentor(), await aTeam()];
    const request = await aRequest(team, { mentor });
    const contest = await aContest();
    await anEntry(contest, { ideaId: team.idea.id });
    await aJudge(contest, { personId: mentor.personId });
    expect(await refusalOf(acceptProposal({ by: await actorOf(mentor.person), id: request.proposals[0]!.id }))).toBe(
      'not-now: mentoring:refusals.tied.judge',
    );
    expect(await db.mentorship.count({ where: { mentorId: mentor.id } })).toBe(0);
  });

  test('nobody mentors a team they are on', async () => {
    const mentor = await aMentor();
    expect(await refusalOf(aRequest(await aTeam({ memberIds: [mentor.personId] }), { mentor }))).toBe(
      'not-now: mentoring:refusals.tied.team',
    );
  });
});

describe('a programme', () => {
  test('matches as a dry run that tells nobody; then applied, both are asked, and both must accept', async () => {
    const programme = await aProgramme();
    const mentor = await aMentor();
    await joinProgramme({ by: await actorOf(mentor.person), slug: programme.slug });
    const team = await aTeam();
    const request = await aRequest(team, { programme });
    const organiser = await actorOf(programme.organiser);

    const { planId } = await planMatch({ by: organiser, slug: programme.slug });
    const plan = await db.matchPlan.findUniqueOrThrow({ where: { id: planId } });
    expect((plan.answer as unknown as MatchAnswer).pairs).toEqual([[request.id, mentor.id]]);
    expect(await db.mentorProposal.count({ where: { requestId: request.id } })).toBe(0);

    const answers = await Promise.all(
      [1, 2].map(() => refusalOf(applyMatch({ by: organiser, slug: programme.slug, planId }))),
    );
    expect(answers.toSorted()).toEqual(['not-now: mentoring:refusals.planApplied', 'taken']);
    const [proposal] = await db.mentorProposal.findMany({ where: { requestId: request.id } });
    expect(proposal).toMatchObject({ mentorId: mentor.id, mentorAcceptedAt: null, teamAcceptedAt: null });

    const [mentorActs, leadActs] = [await actorOf(mentor.person), await actorOf(team.lead)];
    expect(await acceptProposal({ by: mentorActs, id: proposal!.id })).toEqual({ mentorshipId: null });
    expect(await refusalOf(acceptProposal({ by: mentorActs, id: proposal!.id }))).toBe(
      'not-now: mentoring:refusals.acceptedAlready',
    );
    expect(await acceptProposal({ by: leadActs, id: proposal!.id })).toEqual({ mentorshipId: expect.any(String) });
  });

  test('a plan that no longer holds is refused whole', async () => {
    const programme = await aProgramme();
    const mentor = await aMentor({ capacity: 2, programmeIds: [programme.id] });
    const organiser = await actorOf(programme.organiser);
    await aRequest(await aTeam(), { programme });
    const { planId } = await planMatch({ by: organiser, slug: programme.slug });
    await db.mentor.update({ where: { id: mentor.id }, data: { capacity: 1 } });
    expect(await refusalOf(applyMatch({ by: organiser, slug: programme.slug, planId }))).toBe(
      'not-now: mentoring:refusals.planStale',
    );
    expect(await db.mentorProposal.count({ where: { mentorId: mentor.id } })).toBe(0);
  });

  test('is run by organisers of its unit alone', async () => {
    const programme = await aProgramme();
    const stranger = (await aProgramme()).organiser;
    expect(await refusalOf(planMatch({ by: await actorOf(stranger), slug: programme.slug }))).toBe(
      'not-allowed: mentoring:refusals.organisersOnly',
    );
  });

  test('a no passes the request on to the next best, and when nobody is left the team hears it', async () => {
    const programme = await aProgramme();
    const better = await aMentor({ programmeIds: [programme.id] });
    const lesser = await aMentor({ programmeIds: [programme.id], aspects: [] });
    const team = await aTeam();
    const request = await aRequest(team, { programme });
    const organiser = await actorOf(programme.organiser);
    await applyMatch({
      by: organiser,
      slug: programme.slug,
      ...(await planMatch({ by: organiser, slug: programme.slug })),
    });
    const first = await db.mentorProposal.findFirstOrThrow({ where: { requestId: request.id } });
    expect(first.mentorId).toBe(better.id);
    await declineProposal({ by: await actorOf(better.person), id: first.id, reason: 'Tháng này tôi đi công tác.' });
    const second = await db.mentorProposal.findFirstOrThrow({ where: { requestId: request.id, mentorId: lesser.id } });
    expect(second).toMatchObject({ declinedAt: null, planId: null });
    await declineProposal({ by: await actorOf(team.lead), id: second.id, reason: 'Khác chuyên môn.' });
    expect(await db.mentorRequest.findUnique({ where: { id: request.id } })).toMatchObject({
      unservedAt: expect.any(Date),
    });
    // Asking anew is open to them.
    expect(await refusalOf(aRequest(team, { programme }))).toBe('taken');
  });

  test('silence passes it on when the time is over: the clock ends a proposal, the job only carries on', async () => {
    const programme = await aProgramme();
    const [first, next] = [
      await aMentor({ programmeIds: [programme.id] }),
      await aMentor({ programmeIds: [programme.id], fieldIds: [] }),
    ];
    const request = await aRequest(await aTeam(), { programme });
    const organiser = await actorOf(programme.organiser);
    await applyMatch({
      by: organiser,
      slug: programme.slug,
      ...(await planMatch({ by: organiser, slug: programme.slug })),
    });
    const proposal = await db.mentorProposal.findFirstOrThrow({ where: { requestId: request.id } });
    expect(await lapseProposals()).toBe(0);
    atTime(proposal.expiresAt);
    expect(await refusalOf(acceptProposal({ by: await actorOf(first.person), id: proposal.id }))).toBe(
      'not-now: mentoring:refusals.proposalOver',
    );
    const counts = await Promise.all([lapseProposals(), lapseProposals()]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    const all = await db.mentorProposal.findMany({ where: { requestId: request.id }, orderBy: { proposedAt: 'asc' } });
    expect(all.map(({ mentorId, lapsedAt }) => ({ mentorId, lapsed: lapsedAt !== null }))).toEqual([
      { mentorId: first.id, lapsed: true },
      { mentorId: next.id, lapsed: false },
    ]);
  });

  test('a mentor unchecked, and a request after the deadline, are refused', async () => {
    const programme = await aProgramme();
    const waiting = await aMentor({ checkedAt: null });
    expect(await refusalOf(joinProgramme({ by: await actorOf(waiting.person), slug: programme.slug }))).toBe(
      'not-now: mentoring:refusals.checkedFirst',
    );
    atTime(new Date((programme.closesAt as Date).getTime() + 1));
    expect(await refusalOf(aRequest(await aTeam(), { programme }))).toBe('not-now: mentoring:refusals.programmeClosed');
  });
});

describe('walking together', () => {
  const session = () => ({
    heldAt: now(),
    minutes: 60,
    online: true,
    summary: 'Bàn về cách thử nghiệm.',
    nextSteps: 'Làm mẫu thử.',
  });

  test('either side notes a meeting; nobody else, and not one that has not been', async () => {
    const member = await aPerson();
    const team = await aTeam({ memberIds: [member.id] });
    const mentorship = await aMentorship({ team });
    for (const person of [mentorship.mentor.person, team.lead, member]) {
      await noteSession({ by: await actorOf(person), id: mentorship.id, form: session() });
    }
    expect(await db.mentoringSession.count({ where: { mentorshipId: mentorship.id } })).toBe(3);
    expect(
      await refusalOf(noteSession({ by: await actorOf(await aPerson()), id: mentorship.id, form: session() })),
    ).toBe('not-found: ');
    const tomorrow = { ...session(), heldAt: new Date(now().getTime() + 86_400_000) };
    expect(await refusalOf(noteSession({ by: await actorOf(team.lead), id: mentorship.id, form: tomorrow }))).toBe(
      'not-valid: heldAt mentoring:problems.notHeldYet',
    );
  });

  test('ends with a reason by mentor or lead; then nothing is noted any more, and a place is free', async () => {
    const member = await aPerson();
    const mentorship = await aMentorship({ team: await aTeam({ memberIds: [member.id] }) });
    expect(await refusalOf(endMentorship({ by: await actorOf(member), id: mentorship.id, reason: 'x' }))).toBe(
      'not-allowed: mentoring:refusals.leadOnly',
    );
    const { mentor } = mentorship;
    expect(await refusalOf(aRequest(await aTeam(), { mentor }))).toBe('not-now: mentoring:refusals.mentorFull');
    await endMentorship({ by: await actorOf(mentor.person), id: mentorship.id, reason: 'Đã xong việc.' });
    expect(await refusalOf(noteSession({ by: await actorOf(mentor.person), id: mentorship.id, form: session() }))).toBe(
      'not-now: mentoring:refusals.mentorshipEnded',
    );
    expect(await refusalOf(aRequest(await aTeam(), { mentor }))).toBe('taken');
  });
});
