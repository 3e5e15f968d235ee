import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { insistOnAmendment, writeRules } from './amend-rules.server.ts';
import { insistThat, whyNotCancel } from './contest-access.ts';
import { readRules } from './contest-rules.ts';
import { lockContest } from './lock-contest.server.ts';
import { postponed } from './postponing.ts';

/**
 * Hoãn đến khi có thông báo: no deadline of a contest runs until new dates are set. Nothing can be entered or changed, no round opened, closed or
 * published; drafts, entries, sheets and marks stay, and judges may go on marking. On record with its reason and official letter, as a further frozen
 * version of the rules. Throws NotFound, NotAllowed, and NotNow in a draft, after the end, where it stands still already and where nothing lies ahead.
 */
export async function suspendContest({
  by,
  slug,
  reason,
  letter,
}: {
  by: Actor;
  slug: string;
  reason: string;
  letter: string;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const contest = await lockContest(tx, { slug });
    insistThat(whyNotCancel(by, contest));
    if (contest.state === 'DRAFT') throw new NotNow({ key: 'organising:refusals.notOpenedYet' });
    insistOnAmendment(contest, { reason, letter });
    if (contest.suspendedAt !== null) throw new NotNow({ key: 'contests:refusals.suspended' });
    const at = now();
    const rounds = await tx.round.findMany({
      where: { contestId: contest.id },
      orderBy: { number: 'asc' },
      select: { number: true, name: true, state: true, opensAt: true, closesAt: true },
    });
    if (postponed({ ...contest, rounds }, { by: 0, at }).length === 0) {
      throw new NotNow({ key: 'organising:refusals.nothingAhead' });
    }
    await tx.contest.update({ where: { id: contest.id }, data: { suspendedAt: at } });
    const { id } = await tx.postponement.create({
      data: { contestId: contest.id, days: null, reason, letter, byId: by.id, at },
      select: { id: true },
    });
    await writeRules(tx, {
      contest,
      by,
      body: readRules(contest.rules[0]!.body),
      amendment: { reason, letter },
      along: 'postponement',
    });
    await recordEvent(tx, {
      kind: 'contest.suspended',
      by: by.id,
      contestId: contest.id,
      payload: { postponementId: id },
    });
  });
}
