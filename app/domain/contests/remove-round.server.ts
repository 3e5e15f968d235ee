import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound, NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { insistThat, whyNotPrepare } from './contest-access.ts';
import { readRules } from './contest-rules.ts';
import { insistOnDraft, lockContest } from './lock-contest.server.ts';
import { passOf } from './passing.ts';

/** Takes the last round of a contest that has not opened away; a contest keeps at least one. */
export async function removeRound({ by, slug, number }: { by: Actor; slug: string; number: number }): Promise<void> {
  await db.$transaction(async (tx) => {
    const contest = await lockContest(tx, { slug });
    insistThat(whyNotPrepare(by, contest));
    insistOnDraft(contest);
    const rounds = await tx.round.findMany({
      where: { contestId: contest.id },
      orderBy: { number: 'desc' },
      select: { id: true, number: true },
    });
    const round = rounds.find((one) => one.number === number);
    if (round === undefined) throw new NotFound();
    if (rounds.length === 1) throw new NotNow({ key: 'organising:refusals.onlyRound' });
    if (rounds[0]!.number !== number) throw new NotNow({ key: 'organising:refusals.notLastRound' });
    const rubrics = { roundId: round.id };
    await tx.anchor.deleteMany({ where: { criterion: { rubric: rubrics } } });
    await tx.criterion.deleteMany({ where: { rubric: rubrics } });
    await tx.rubric.deleteMany({ where: rubrics });
    await tx.round.delete({ where: { id: round.id } });
    const rules = contest.rules[0]!;
    const body = passOf(readRules(rules.body), { round: number, top: null, minMean: null, noZero: false });
    await tx.contestRules.update({ where: { id: rules.id }, data: { body, byId: by.id, at: now() } });
    await recordEvent(tx, { kind: 'round.changed', by: by.id, contestId: contest.id, payload: { round: number } });
  });
}
