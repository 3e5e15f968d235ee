import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { type Because, NotAllowed, NotFound, NotNow, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { hidesTeams } from './contest.ts';
import { insistThat, judges, whyNotRun } from './contest-access.ts';
import { findTellTales } from './find-tell-tales.server.ts';
import { lockContest } from './lock-contest.server.ts';
import { findOwnNames } from './own-names.ts';

/**
 * Answers a question for everybody, or puts an answer right: how it read before stays there to be read. While the contest is blind neither the question as it is shown nor
 * the answer may tell who asked, and an officer who judges here answers none: its text may tell. Throws NotFound, NotAllowed,
 * NotNow, and NotValid beside `shown` or `answer`.
 */
export async function answerQuestion({
  by,
  slug,
  questionId,
  shown,
  answer,
}: {
  by: Actor;
  slug: string;
  questionId: string;
  /** The question as everybody is to read it. */
  shown: string;
  answer: string;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const contest = await lockContest(tx, { slug });
    insistThat(whyNotRun(by, contest));
    const question = await tx.contestQuestion.findUnique({ where: { id: questionId } });
    if (question === null || question.contestId !== contest.id) throw new NotFound();
    if (contest.state === 'CANCELLED') throw new NotNow({ key: 'contests:refusals.over' });
    const rounds = await tx.round.findMany({ where: { contestId: contest.id }, select: { blind: true, state: true } });
    if (hidesTeams({ ...contest, rounds })) {
      if (judges(by, contest)) throw new NotAllowed({ key: 'organising:refusals.questionsTell' });
      const tellTales = await findTellTales(tx, { contestId: contest.id, personId: question.byId });
      const wrong: Record<string, Because[]> = {};
      for (const leak of findOwnNames(tellTales, [
        { section: 'shown', text: shown },
        { section: 'answer', text: answer },
      ])) {
        wrong[leak.section] ??= [{ key: 'organising:problems.tellsAsker' }];
      }
      if (Object.keys(wrong).length > 0) throw new NotValid(wrong);
    }
    const at = now();
    const first = question.answeredAt === null;
    const before = { shown: question.shown ?? question.text, answer: question.answer ?? '' };
    if (!first && before.shown === shown && before.answer === answer) {
      throw new NotValid({ answer: [{ key: 'organising:problems.nothingChanged' }] });
    }
    if (question.answeredAt !== null) {
      const since = question.correctedAt ?? question.answeredAt;
      await tx.earlierAnswer.create({ data: { questionId: question.id, ...before, at: since, until: at } });
    }
    await tx.contestQuestion.update({
      where: { id: question.id },
      data: { shown, answer, answeredById: by.id, ...(first ? { answeredAt: at } : { correctedAt: at }) },
    });
    await recordEvent(tx, {
      kind: 'question.answered',
      by: by.id,
      contestId: contest.id,
      payload: { questionId: question.id, first },
    });
  });
}
