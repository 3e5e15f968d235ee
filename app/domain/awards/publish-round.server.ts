import { insistThat } from '#app/domain/contests/contest-access.ts';
import { insistOnRunning } from '#app/domain/contests/lock-contest.server.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { findOutcomes, type Staged } from '#app/domain/judging/find-outcomes.server.ts';
import { lockRound } from '#app/domain/judging/lock-round.server.ts';
import { keepPublication } from '#app/domain/judging/record/keep-publication.server.ts';
import { whyNotDecideRound } from '#app/domain/judging/round-access.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { hashOfJson } from '#app/domain/sha256.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { writeOutcomes } from './write-outcomes.server.ts';

/** Names what is staged, so that a chair publishes what was looked at and nothing else. */
export async function stagedSeal({ rankingId, decided, awardNames }: Staged): Promise<string> {
  return hashOfJson({ rankingId, awardNames, decided: JSON.parse(JSON.stringify(decided)) });
}

/**
 * The chair makes a closed round's results public, all at one moment: standings, who passed, awards, certificates. With the last
 * round the contest is over, and names that blindness kept back may be shown. Of two chairs at once one does it and the other is
 * told. Throws NotNow where what is staged is no longer what the chair looked at (`seal`).
 */
export async function publishRound({
  by,
  slug,
  number,
  seal,
}: {
  by: Actor;
  slug: string;
  number: number;
  seal?: string;
}): Promise<void> {
  await db.$transaction(
    async (tx) => {
      const { contest, round } = await lockRound(tx, { slug, number });
      insistThat(whyNotDecideRound(by, contest));
      insistOnRunning(contest);
      if (round.state === 'PUBLISHED') throw new NotNow({ key: 'judging:refusals.publishedAlready' });
      if (round.state !== 'CLOSED') throw new NotNow({ key: 'judging:refusals.notClosed' });
      const staged = await findOutcomes(tx, { contestId: contest.id, number });
      if (staged === null) throw new NotNow({ key: 'judging:refusals.notRanked' });
      if (staged.quotasMissing.length > 0) throw new NotNow({ key: 'awards:refusals.quotasFirst' });
      if (seal !== undefined && seal !== (await stagedSeal(staged))) {
        throw new NotNow({ key: 'awards:refusals.changedSince' });
      }
      const gone = await tx.standing.count({
        where: { rankingId: staged.rankingId, entry: { withdrawal: { isNot: null } } },
      });
      if (gone > 0) throw new NotNow({ key: 'awards:refusals.rankAgain' });
      const at = now();
      await tx.round.update({ where: { id: round.id }, data: { state: 'PUBLISHED' } });
      await tx.roundAct.create({ data: { roundId: round.id, to: 'PUBLISHED', byId: by.id, at } });
      const open = await tx.round.count({ where: { contestId: contest.id, state: { not: 'PUBLISHED' } } });
      if (open === 0) {
        await tx.contest.update({ where: { id: contest.id }, data: { state: 'PUBLISHED', publishedAt: at } });
        await tx.contestAct.create({ data: { contestId: contest.id, to: 'PUBLISHED', byId: by.id, at } });
      }
      const { certificates } = await writeOutcomes(tx, { roundId: round.id, staged, at });
      await keepPublication(tx, { contestId: contest.id, round, staged });
      await recordEvent(tx, {
        kind: 'round.published',
        by: by.id,
        contestId: contest.id,
        unitId: contest.hostId,
        payload: { roundId: round.id, number, last: open === 0, certificates },
      });
    },
    { timeout: 120_000 },
  );
}
