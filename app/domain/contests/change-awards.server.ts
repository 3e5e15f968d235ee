import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { AwardForm } from './award-form.ts';
import { insistThat, whyNotPrepare } from './contest-access.ts';
import { readRules } from './contest-rules.ts';
import { insistOnDraft, lockContest } from './lock-contest.server.ts';

/** Awards, ties, appeals and the quota upwards of a contest that has not opened. Throws NotFound, NotAllowed, NotNow. */
export async function changeAwards({ by, slug, form }: { by: Actor; slug: string; form: AwardForm }): Promise<void> {
  await db.$transaction(async (tx) => {
    const contest = await lockContest(tx, { slug });
    insistThat(whyNotPrepare(by, contest));
    insistOnDraft(contest);
    const rules = contest.rules[0]!;
    const body = { ...readRules(rules.body), ...form };
    await tx.contestRules.update({ where: { id: rules.id }, data: { body, byId: by.id, at: now() } });
    await recordEvent(tx, { kind: 'contest.changed', by: by.id, contestId: contest.id });
  });
}
