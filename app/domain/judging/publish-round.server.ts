import { insistThat } from '#app/domain/contests/contest-access.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { lockRound } from './lock-round.server.ts';
import { keepPublication } from './record/keep-publication.server.ts';
import { whyNotDecideRound } from './round-access.ts';

/**
 * The chair makes a closed round's results public, all at one moment. With the last round the contest is over, and names that
 * blindness kept back may be shown.
 */
export async function publishRound({ by, slug, number }: { by: Actor; slug: string; number: number }): Promise<void> {
  await db.$transaction(async (tx) => {
    const { contest, round } = await lockRound(tx, { slug, number });
    insistThat(whyNotDecideRound(by, contest));
    if (round.state === 'PUBLISHED') throw new NotNow({ key: 'judging:refusals.publishedAlready' });
    if (round.state !== 'CLOSED') throw new NotNow({ key: 'judging:refusals.notClosed' });
    const ranking = await tx.ranking.findFirst({ where: { roundId: round.id }, select: { id: true } });
    if (ranking === null) throw new NotNow({ key: 'judging:refusals.notRanked' });
    const at = now();
    await tx.round.update({ where: { id: round.id }, data: { state: 'PUBLISHED' } });
    await tx.roundAct.create({ data: { roundId: round.id, to: 'PUBLISHED', byId: by.id, at } });
    const open = await tx.round.count({ where: { contestId: contest.id, state: { not: 'PUBLISHED' } } });
    if (open === 0) {
      await tx.contest.update({ where: { id: contest.id }, data: { state: 'PUBLISHED', publishedAt: at } });
      await tx.contestAct.create({ data: { contestId: contest.id, to: 'PUBLISHED', byId: by.id, at } });
    }
    await keepPublication(tx, { contestId: contest.id, round });
    await recordEvent(tx, {
      kind: 'round.published',
      by: by.id,
      contestId: contest.id,
      unitId: contest.hostId,
      payload: { roundId: round.id, number, last: open === 0 },
    });
  });
}
