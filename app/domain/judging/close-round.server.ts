import { insistThat } from '#app/domain/contests/contest-access.ts';
import { insistOnRunning } from '#app/domain/contests/lock-contest.server.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { coverageOf } from './coverage.ts';
import { findRoundEntries } from './find-round-entries.server.ts';
import { findSheets } from './find-sheets.server.ts';
import { lockRound } from './lock-round.server.ts';
import { rankRound } from './rank-round.server.ts';
import { keepClosing } from './record/keep-closing.server.ts';
import { whyNotDecideRound } from './round-access.ts';

/**
 * The chair ends a round: marks that arrive later change nothing. Where readings are missing the chair decides so with a
 * reason, which stays on record. The ranking is computed at once.
 */
export async function closeRound({
  by,
  slug,
  number,
  reason,
}: {
  by: Actor;
  slug: string;
  number: number;
  reason: string | null;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const { contest, round } = await lockRound(tx, { slug, number });
    insistThat(whyNotDecideRound(by, contest));
    insistOnRunning(contest);
    if (round.state !== 'OPEN') throw new NotNow({ key: 'judging:refusals.roundNotOpen' });
    // Whoever is handing a sheet in at this moment is through first; whoever comes after is late.
    await tx.$queryRaw`select 1 from "Scoresheet" where "roundId" = ${round.id}::uuid order by id for update`;
    const entries = await findRoundEntries(tx, { contestId: contest.id, number });
    const sheets = await findSheets(tx, { contestId: contest.id, roundId: round.id });
    const { submitted, missing, unread } = coverageOf({ entries, sheets, reviews: round.reviewsPerEntry });
    if (submitted === 0) throw new NotNow({ key: 'judging:refusals.nothingSubmitted' });
    if (missing > 0 && (reason === null || reason === '')) {
      const values = { missing, unread };
      throw new NotValid({ reason: [{ key: 'judging:problems.closingReason', values }] });
    }
    const at = now();
    await tx.round.update({ where: { id: round.id }, data: { state: 'CLOSED' } });
    await tx.roundAct.create({ data: { roundId: round.id, to: 'CLOSED', byId: by.id, at, reason } });
    await keepClosing(tx, { contestId: contest.id, round, reason });
    await recordEvent(tx, {
      kind: 'round.closed',
      by: by.id,
      contestId: contest.id,
      payload: { roundId: round.id, number, submitted, missing },
    });
  });
  await rankRound({ by, slug, number });
}
