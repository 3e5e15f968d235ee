import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { keepPostponement } from './keep-postponement.server.ts';
import { lockCalendar } from './lock-calendar.server.ts';
import { insistOnRunning } from './lock-contest.server.ts';
import { moveCalendar } from './move-calendar.server.ts';
import { dayLong, postponed } from './postponing.ts';

/**
 * Hoãn: the whole calendar that still lies ahead moves by so many days, on record with its reason and official letter, as a
 * further frozen version of the rules; deadlines that were given to single leads move too. Entries, sheets and marks stay as they
 * are. Throws NotFound, NotAllowed, and NotNow in a draft, after the end, and where nothing lies ahead.
 */
export async function postponeContest({
  by,
  slug,
  days,
  reason,
  letter,
}: {
  by: Actor;
  slug: string;
  days: number;
  reason: string;
  letter: string;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const contest = await lockCalendar(tx, { by, slug, reason, letter });
    insistOnRunning(contest);
    const at = now();
    const moved = postponed(contest, { by: days * dayLong, at });
    if (moved.length === 0) throw new NotNow({ key: 'organising:refusals.nothingAhead' });
    const act = { byId: by.id, reason, letter };
    await moveCalendar(tx, { contestId: contest.id, moved, by: days * dayLong, at, after: at, act });
    const { id } = await tx.postponement.create({
      data: { contestId: contest.id, days, reason, letter, byId: by.id, at },
      select: { id: true },
    });
    await keepPostponement(tx, {
      contest,
      by,
      amendment: { reason, letter },
      kind: 'contest.postponed',
      payload: { postponementId: id, days },
    });
  });
}
