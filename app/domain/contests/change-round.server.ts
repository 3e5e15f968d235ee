import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { insistThat, whyNotPrepare } from './contest-access.ts';
import type { RoundForm } from './contest-form.ts';
import { readRules } from './contest-rules.ts';
import { insistOnDraft, lockContest } from './lock-contest.server.ts';
import { passOf } from './passing.ts';

/** Calendar, method and conditions of a round whose contest has not opened. */
export async function changeRound({
  by,
  slug,
  number,
  form,
}: {
  by: Actor;
  slug: string;
  number: number;
  form: RoundForm;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const contest = await lockContest(tx, { slug });
    insistThat(whyNotPrepare(by, contest));
    insistOnDraft(contest);
    const { top, minMean, noZero, ...round } = form;
    const { count } = await tx.round.updateMany({ where: { contestId: contest.id, number }, data: round });
    if (count === 0) throw new NotFound();
    const rules = contest.rules[0]!;
    const body = passOf(readRules(rules.body), { round: number, top, minMean, noZero });
    await tx.contestRules.update({ where: { id: rules.id }, data: { body, byId: by.id, at: now() } });
    await recordEvent(tx, { kind: 'round.changed', by: by.id, contestId: contest.id, payload: { round: number } });
  });
}
