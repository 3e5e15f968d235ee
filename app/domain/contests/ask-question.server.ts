import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound, NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { isPublic } from './contest.ts';
import { insistOnUnfinished, lockContest } from './lock-contest.server.ts';
import { mostWaiting } from './question-form.ts';

/**
 * A question to the organiser of a public contest. Nobody but its officers reads it before it is answered. Throws NotFound, and
 * NotNow where the contest is over, the mail address is not verified, or too many of this person's questions still wait.
 */
export async function askQuestion({ by, slug, text }: { by: Actor; slug: string; text: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const contest = await lockContest(tx, { slug });
    if (!isPublic(contest)) throw new NotFound();
    insistOnUnfinished(contest);
    if (!by.trusted) throw new NotNow({ key: 'contests:refusals.verifyToAsk' });
    const waiting = await tx.contestQuestion.count({
      where: { contestId: contest.id, byId: by.id, answeredAt: null },
    });
    if (waiting >= mostWaiting) {
      throw new NotNow({ key: 'contests:refusals.questionsWait', values: { count: mostWaiting } });
    }
    const { id } = await tx.contestQuestion.create({
      data: { contestId: contest.id, text, byId: by.id, at: now() },
      select: { id: true },
    });
    await recordEvent(tx, {
      kind: 'question.asked',
      by: by.id,
      contestId: contest.id,
      payload: { questionId: id },
    });
  });
}
