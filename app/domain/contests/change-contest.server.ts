import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { insistThat, whyNotPrepare } from './contest-access.ts';
import { type ContestForm, rulesOf } from './contest-form.ts';
import { readRules } from './contest-rules.ts';
import { insistOnDraft, lockContest } from './lock-contest.server.ts';

/** Name, calendar and rules of a contest that has not opened. Throws NotFound, NotAllowed, NotNow. */
export async function changeContest({
  by,
  slug,
  form,
}: {
  by: Actor;
  slug: string;
  form: ContestForm;
}): Promise<{ slug: string }> {
  return db.$transaction(async (tx) => {
    const contest = await lockContest(tx, { slug });
    insistThat(whyNotPrepare(by, contest));
    insistOnDraft(contest);
    const rules = contest.rules[0]!;
    await tx.contest.update({
      where: { id: contest.id },
      data: { name: form.name, summary: form.summary, opensAt: form.opensAt, closesAt: form.closesAt },
    });
    await tx.contestRules.update({
      where: { id: rules.id },
      data: { body: rulesOf(form, readRules(rules.body)), byId: by.id, at: now() },
    });
    // A blind contest has blind rounds and the other way round: the rules say it once for all of them.
    await tx.round.updateMany({ where: { contestId: contest.id }, data: { blind: form.blind } });
    await recordEvent(tx, { kind: 'contest.changed', by: by.id, contestId: contest.id });
    return { slug: contest.slug };
  });
}
