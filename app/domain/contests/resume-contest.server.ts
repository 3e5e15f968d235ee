import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { keepPostponement } from './keep-postponement.server.ts';
import { lockCalendar } from './lock-calendar.server.ts';
import { moveCalendar } from './move-calendar.server.ts';
import { resumed } from './postponing.ts';

/**
 * New dates for a contest that was put off until further notice: what came next when it was comes at `next`, and all that lay behind it keeps its
 * distance, deadlines given to single leads too. On record with its reason and official letter, as a further frozen version of the rules. Throws NotFound,
 * NotAllowed, NotNow where it does not stand still, and NotValid beside `next` where that has passed.
 */
export async function resumeContest({
  by,
  slug,
  next,
  reason,
  letter,
}: {
  by: Actor;
  slug: string;
  next: Date;
  reason: string;
  letter: string;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const contest = await lockCalendar(tx, { by, slug, reason, letter });
    const { suspendedAt } = contest;
    if (suspendedAt === null) throw new NotNow({ key: 'organising:refusals.notSuspended' });
    const at = now();
    if (next.getTime() <= at.getTime()) throw new NotValid({ next: [{ key: 'organising:problems.inPast' }] });
    const { moved, by: distance } = resumed(contest, { suspendedAt, next });
    await tx.contest.update({ where: { id: contest.id }, data: { suspendedAt: null } });
    const act = { byId: by.id, reason, letter };
    await moveCalendar(tx, { contestId: contest.id, moved, by: distance, at, after: suspendedAt, act });
    const standing = await tx.postponement.findFirstOrThrow({
      where: { contestId: contest.id, days: null, resumedAt: null },
      orderBy: { at: 'desc' },
      select: { id: true },
    });
    await tx.postponement.update({
      where: { id: standing.id },
      data: { resumedAt: at, resumedById: by.id, resumeReason: reason, resumeLetter: letter },
    });
    await keepPostponement(tx, {
      contest,
      by,
      amendment: { reason, letter },
      kind: 'contest.resumed',
      payload: { postponementId: standing.id },
    });
  });
}
