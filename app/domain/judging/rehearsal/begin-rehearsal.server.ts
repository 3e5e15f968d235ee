import { insistThat, whyNotPrepare } from '#app/domain/contests/contest-access.ts';
import { insistOnUnfinished, lockContest } from '#app/domain/contests/lock-contest.server.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { composeRehearsal } from './compose-rehearsal.server.ts';
import { mostRehearsed, type RehearsalOptions } from './rehearsal-form.ts';

/**
 * Diễn tập: has a contest played through beside the site's other work, as its rules and its panel stand now. Nothing of it is an
 * entry, a sheet or a result. Throws NotFound, NotAllowed, NotNow while one is being played or once judges have begun, and NotValid
 * where nobody would enter.
 */
export async function beginRehearsal({
  by,
  slug,
  options,
}: {
  by: Actor;
  slug: string;
  options: RehearsalOptions;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const contest = await lockContest(tx, { slug });
    insistThat(whyNotPrepare(by, contest));
    insistOnUnfinished(contest);
    const judged = await tx.round.count({ where: { contestId: contest.id, state: { not: 'PLANNED' } } });
    if (judged > 0) throw new NotNow({ key: 'judging:refusals.rehearsedBefore' });
    const running = await tx.rehearsal.count({ where: { contestId: contest.id, finishedAt: null, failedAt: null } });
    if (running > 0) throw new NotNow({ key: 'judging:refusals.rehearsing' });
    const problem = await composeRehearsal(tx, { contestId: contest.id, options });
    const entries = problem.divisions.reduce((sum, division) => sum + division.entries.length, 0);
    if (entries === 0 || entries > mostRehearsed) {
      throw new NotValid({ form: [{ key: 'judging:rehearsal.problems.entries' }] });
    }
    const bare = problem.rounds.some(({ criteria }) => Object.values(criteria).some((rubric) => rubric.length === 0));
    if (problem.rounds.length === 0 || bare) throw new NotNow({ key: 'judging:refusals.rehearsedBare' });
    const { id } = await tx.rehearsal.create({
      data: {
        contestId: contest.id,
        options: options as object,
        problem: problem as object,
        plays: problem.plays,
        byId: by.id,
        at: now(),
      },
      select: { id: true },
    });
    await recordEvent(tx, {
      kind: 'contest.rehearsed',
      by: by.id,
      contestId: contest.id,
      payload: { rehearsalId: id },
    });
  });
}
