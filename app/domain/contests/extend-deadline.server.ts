import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { insistOnAmendment, judgingBegan, writeRules } from './amend-rules.server.ts';
import { insistThat, whyNotPrepare } from './contest-access.ts';
import { readRules } from './contest-rules.ts';
import { insistOnRunning, lockContest } from './lock-contest.server.ts';
import { moveDeadline } from './move-deadline.server.ts';

/**
 * Gia hạn, on record: a later deadline for everybody, which is a change of the frozen rules, or for one lead alone. Nobody else's
 * deadline moves with a lead's. Throws NotValid beside `closesAt`, `whom` or `reason`, and NotNow.
 */
export async function extendDeadline({
  by,
  slug,
  until,
  whom,
  shift,
  reason,
  letter,
}: {
  by: Actor;
  slug: string;
  until: Date;
  /** A mail address or a user name; empty for everybody. */
  whom: string;
  /** Whether rounds move by as much. */
  shift: boolean;
  reason: string;
  letter: string;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const contest = await lockContest(tx, { slug });
    insistThat(whyNotPrepare(by, contest));
    if (contest.state === 'DRAFT') throw new NotNow({ key: 'organising:refusals.notOpenedYet' });
    insistOnAmendment(contest, { reason, letter });
    insistOnRunning(contest);
    const typed = whom.toLowerCase();
    const person =
      typed === ''
        ? null
        : await tx.person.findFirst({
            where: typed.includes('@') ? { email: typed } : { userName: typed },
            select: { id: true },
          });
    if (typed !== '' && person === null) throw new NotValid({ whom: [{ key: 'organising:problems.nobody' }] });
    const from = contest.closesAt;
    if (until.getTime() <= from.getTime()) throw new NotValid({ closesAt: [{ key: 'organising:problems.notLater' }] });
    if (person === null) await moveDeadline(tx, { contest, until, shift });
    else if (until.getTime() <= now().getTime())
      throw new NotValid({ closesAt: [{ key: 'organising:problems.inPast' }] });
    else if (await judgingBegan(tx, contest.id)) throw new NotNow({ key: 'organising:refusals.assignedAlready' });
    const personId = person?.id ?? null;
    const { id } = await tx.extension.create({
      data: { contestId: contest.id, personId, from, until, reason, letter: letter || null, byId: by.id, at: now() },
      select: { id: true },
    });
    if (person === null) {
      await writeRules(tx, {
        contest,
        by,
        body: readRules(contest.rules[0]!.body),
        amendment: { reason, letter },
        along: 'extension',
      });
    }
    await recordEvent(tx, {
      kind: 'contest.extended',
      by: by.id,
      contestId: contest.id,
      ...(personId === null ? {} : { personId }),
      payload: { extensionId: id },
    });
  });
}
