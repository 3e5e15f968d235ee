import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { keepPostponement } from './keep-postponement.server.ts';
import { lockCalendar } from './lock-calendar.server.ts';
import { insistOnRunning } from './lock-contest.server.ts';
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
    const contest = await lockCalendar(tx, { by, slug, reason, letter });
    insistOnRunning(contest);
    const at = now();
    if (postponed(contest, { by: 0, at }).length === 0) {
      throw new NotNow({ key: 'organising:refusals.nothingAhead' });
    }
    await tx.contest.update({ where: { id: contest.id }, data: { suspendedAt: at } });
    const { id } = await tx.postponement.create({
      data: { contestId: contest.id, days: null, reason, letter, byId: by.id, at },
      select: { id: true },
    });
    await keepPostponement(tx, {
      contest,
      by,
      amendment: { reason, letter },
      kind: 'contest.suspended',
      payload: { postponementId: id },
    });
  });
}
