import { describe, expect, test } from 'vitest';
import { answerQuestion } from '#app/domain/contests/answer-question.server.ts';
import { askQuestion } from '#app/domain/contests/ask-question.server.ts';
import { cancelContest } from '#app/domain/contests/cancel-contest.server.ts';
import { findAnnouncements } from '#app/domain/contests/find-announcements.server.ts';
import { findContestsWaiting } from '#app/domain/contests/find-contests-waiting.server.ts';
import { findQuestions, findQuestionsWaiting } from '#app/domain/contests/find-questions.server.ts';
import { followContest } from '#app/domain/contests/follow-contest.server.ts';
import { makeAnnouncement } from '#app/domain/contests/make-announcement.server.ts';
import { mostWaiting } from '#app/domain/contests/question-form.ts';
import { unfollowContest } from '#app/domain/contests/unfollow-contest.server.ts';
import { tellers } from '#app/domain/notifications/tellers.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { aContest, aJudge, anEntry, theOfficersOf } from '#tests/support/contest-builders.ts';
import { actorOf } from '#tests/support/idea-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';

/** Who would be told of the newest event of a contest, by kind of notice; a star where a letter goes too. */
async function told(contestId: string): Promise<Record<string, string[]>> {
  const event = await db.event.findFirstOrThrow({ where: { contestId }, orderBy: { id: 'desc' } });
  const tell = tellers[event.kind as keyof typeof tellers];
  const news = tell === undefined ? {} : await db.$transaction((tx) => tell(tx, event as never));
  return Object.fromEntries(
    (news.told ?? []).map(({ kind, people, letter }) => [letter ? `${kind}*` : kind, people.toSorted()]),
  );
}

async function aPeopledContest() {
  const contest = await aContest({ rounds: [{ blind: true }] });
  const officers = await theOfficersOf(contest);
  const lead = await aPerson({ fullName: 'Phan Thị Nghiêm Trang', phone: '0912345678' });
  const mate = await aPerson({ fullName: 'Tống Gia Bách' });
  await anEntry(contest, { leadId: lead.id, memberIds: [mate.id] });
  const judge = await aJudge(contest);
  const follower = await aPerson();
  await followContest({ by: await actorOf(follower), slug: contest.slug });
  const everybody = [lead, mate, follower, officers.chair, officers.secretary].map(({ id }) => id);
  return { contest, ...officers, lead, mate, judge, follower, everybody: [...everybody, judge.personId].sort() };
}

describe('questions', () => {
  test('reach the officers alone; the answer is everybody’s, who asked is nobody’s', async () => {
    atTime('2026-11-20T09:00:00+07:00');
    const { contest, chair, secretary, lead, follower } = await aPeopledContest();
    const { slug, id: contestId } = contest;
    const by = await actorOf(lead);
    await askQuestion({ by, slug, text: 'Đội có được đổi thành viên sau hạn không?' });
    expect(await told(contestId)).toEqual({ 'question-asked': [chair.id, secretary.id].sort() });
    const officer = await actorOf(secretary);
    expect((await findContestsWaiting({ by: officer })).questions).toEqual([
      { slug, contest: contest.name, count: 1, since: new Date('2026-11-20T09:00:00+07:00') },
    ]);
    expect(await findQuestions({ contestId, by: await actorOf(follower), page: 1 })).toEqual({
      answered: [],
      total: 0,
      pages: 1,
      own: [],
    });
    const [asked] = (await findQuestions({ contestId, by, page: 1 })).own;
    expect(asked?.text).toBe('Đội có được đổi thành viên sau hạn không?');
    const open = await findQuestionsWaiting({ contestId, seesTeams: true });
    expect(open.waiting).toEqual([{ ...asked, by: lead.fullName }]);

    atTime('2026-11-21T09:00:00+07:00');
    const answer = { slug, questionId: asked!.id, shown: 'Đổi thành viên sau hạn?', answer: 'Không.' };
    expect(await refusalOf(answerQuestion({ by, ...answer }))).toBe('not-allowed: contests:refusals.notOfficer');
    await answerQuestion({ by: officer, ...answer });
    expect(await told(contestId)).toEqual({ 'question-answered*': [lead.id], 'contest-answered': [follower.id] });
    const shown = {
      id: asked!.id,
      question: 'Đổi thành viên sau hạn?',
      answer: 'Không.',
      answeredAt: new Date('2026-11-21T09:00:00+07:00'),
      correctedAt: null as Date | null,
      earlier: [] as object[],
    };
    expect(await findQuestions({ contestId, by: null, page: 1 })).toEqual({
      answered: [shown],
      total: 1,
      pages: 1,
      own: [],
    });
    expect((await findContestsWaiting({ by: officer })).questions).toEqual([]);

    const later = atTime('2026-11-22T09:00:00+07:00');
    await answerQuestion({ by: officer, ...answer, answer: 'Có, khi có công văn của trường.' });
    expect((await findQuestions({ contestId, by: null, page: 1 })).answered).toEqual([
      {
        ...shown,
        answer: 'Có, khi có công văn của trường.',
        correctedAt: later,
        earlier: [{ question: shown.question, answer: 'Không.', at: shown.answeredAt }],
      },
    ]);
    expect(await refusalOf(answerQuestion({ by: officer, ...answer, answer: 'Có, khi có công văn của trường.' }))).toBe(
      'not-valid: answer organising:problems.nothingChanged',
    );
    expect(await db.earlierAnswer.count({ where: { questionId: asked!.id } })).toBe(1);
  });

  test('while the contest is blind neither question nor answer tells who asked, and a judge answers none', async () => {
    const { contest, chair, secretary, lead } = await aPeopledContest();
    const { slug, id: contestId } = contest;
    await askQuestion({
      by: await actorOf(lead),
      slug,
      text: 'Em là Phan Thị Nghiêm Trang, em hỏi về tệp đính kèm ạ.',
    });
    const { id: questionId } = await db.contestQuestion.findFirstOrThrow({ where: { contestId } });
    const by = await actorOf(secretary);
    const attempt = (shown: string, answer: string) =>
      refusalOf(answerQuestion({ by, slug, questionId, shown, answer }));
    expect(await attempt('Em là Phan Thị Nghiêm Trang, tệp nào?', 'Tệp PDF.')).toBe(
      'not-valid: shown organising:problems.tellsAsker',
    );
    expect(await attempt('Tệp nào?', 'Bạn Tống Gia Bách gửi PDF nhé, gọi 0912 345 678.')).toBe(
      'not-valid: answer organising:problems.tellsAsker',
    );
    await aJudge(contest, { personId: chair.id });
    const judging = await actorOf(chair);
    expect(
      await refusalOf(answerQuestion({ by: judging, slug, questionId, shown: 'Tệp nào?', answer: 'Tệp PDF.' })),
    ).toBe('not-allowed: organising:refusals.questionsTell');
    expect(await findQuestionsWaiting({ contestId, seesTeams: false })).toEqual({
      waiting: [],
      total: 1,
      withheld: true,
    });
    expect((await findContestsWaiting({ by: judging })).questions).toEqual([]);
    await answerQuestion({ by, slug, questionId, shown: 'Tệp nào?', answer: 'Tệp PDF.' });
    expect((await findQuestions({ contestId, by: null, page: 1 })).answered[0]?.question).toBe('Tệp nào?');
  });

  test('are kept within bounds: a draft, another contest’s question, too many that wait, a contest that is over', async () => {
    const { contest, organiser, secretary, lead } = await aPeopledContest();
    const by = await actorOf(lead);
    const text = 'Câu hỏi dài hơn mười chữ cái?';
    const draft = await aContest({ state: 'DRAFT' });
    expect(await refusalOf(askQuestion({ by, slug: draft.slug, text }))).toBe('not-found: ');
    for (let count = 0; count < mostWaiting; count += 1) await askQuestion({ by, slug: contest.slug, text });
    expect(await refusalOf(askQuestion({ by, slug: contest.slug, text }))).toBe(
      'not-now: contests:refusals.questionsWait',
    );
    const other = await aContest({ hostId: contest.hostId });
    const { id: questionId } = await db.contestQuestion.findFirstOrThrow({ where: { contestId: contest.id } });
    const officer = await actorOf(organiser);
    expect(
      await refusalOf(answerQuestion({ by: officer, slug: other.slug, questionId, shown: 'Hỏi gì', answer: 'Đáp' })),
    ).toBe('not-found: ');
    await cancelContest({ by: officer, slug: contest.slug, reason: 'Không đủ bài' });
    expect(await refusalOf(askQuestion({ by, slug: contest.slug, text }))).toBe('not-now: contests:refusals.over');
    expect(
      await refusalOf(
        answerQuestion({
          by: await actorOf(secretary),
          slug: contest.slug,
          questionId,
          shown: 'Hỏi gì',
          answer: 'Đáp',
        }),
      ),
    ).toBe('not-now: contests:refusals.over');
  });
});

describe('what is told to everybody in a contest', () => {
  test('announcements: teams that stand, judges, officers, followers; nobody who left', async () => {
    const { contest, secretary, everybody, lead } = await aPeopledContest();
    const gone = await aPerson();
    const entry = await anEntry(contest, { leadId: gone.id });
    await db.entryWithdrawal.create({ data: { entryId: entry.id, byId: gone.id, at: new Date() } });
    const left = await aPerson();
    await followContest({ by: await actorOf(left), slug: contest.slug });
    await unfollowContest({ by: await actorOf(left), slug: contest.slug });
    await unfollowContest({ by: await actorOf(left), slug: contest.slug });
    const news = { title: 'Tập huấn trực tuyến', text: 'Tối thứ Sáu, 19 giờ.' };
    expect(await refusalOf(makeAnnouncement({ by: await actorOf(lead), slug: contest.slug, ...news }))).toBe(
      'not-allowed: contests:refusals.notOfficer',
    );
    await makeAnnouncement({ by: await actorOf(secretary), slug: contest.slug, ...news });
    expect(await told(contest.id)).toEqual({ 'contest-announced*': everybody });
    const { announcements, total } = await findAnnouncements({ contestId: contest.id, page: 1 });
    expect([announcements.map(({ title, text }) => ({ title, text })), total]).toEqual([[news], 1]);
    const draft = await aContest({ state: 'DRAFT', hostId: contest.hostId });
    const officers = await theOfficersOf(draft);
    expect(await refusalOf(makeAnnouncement({ by: await actorOf(officers.chair), slug: draft.slug, ...news }))).toBe(
      'not-now: organising:refusals.notOpenedYet',
    );
  });

  test('a cancellation', async () => {
    const { contest, organiser, everybody } = await aPeopledContest();
    await cancelContest({ by: await actorOf(organiser), slug: contest.slug, reason: 'Bão' });
    expect(await told(contest.id)).toEqual({ 'contest-cancelled*': everybody });
  });

  test('following again is the same; two lines of a payload hold ids and no words', async () => {
    const { contest, follower } = await aPeopledContest();
    await followContest({ by: await actorOf(follower), slug: contest.slug });
    expect(await db.contestFollow.count({ where: { contestId: contest.id } })).toBe(1);
    expect(await db.event.count({ where: { contestId: contest.id, kind: 'contest.followed' } })).toBe(1);
  });
});
