import { readRules } from '#app/domain/contests/contest-rules.ts';
import { insistOnLead, lockEntry } from '#app/domain/contests/lock-entry.server.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { lockRound } from '#app/domain/judging/lock-round.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { appealsUntil } from './appeal.ts';
import { recountEntry } from './recount-entry.server.ts';

/**
 * A team's captain asks to look again, within the days the rules give after publication; the machine counts the whole round again at
 * once. Once a round. Throws NotFound, NotAllowed, NotNow.
 */
export async function makeAppeal({
  by,
  slug,
  number,
  entryNumber,
  text,
}: {
  by: Actor;
  slug: string;
  /** Of the round. */
  number: number;
  entryNumber: number;
  text: string;
}): Promise<void> {
  await db.$transaction(
    async (tx) => {
      const { contest, round } = await lockRound(tx, { slug, number });
      const entry = await lockEntry(tx, { contestId: contest.id, number: entryNumber, by });
      insistOnLead(by, entry);
      const outcome = await tx.outcome.findFirst({
        where: { roundId: round.id, entryId: entry.id },
        orderBy: { edition: 'asc' },
        select: { at: true },
      });
      if (round.state !== 'PUBLISHED' || outcome === null) throw new NotNow({ key: 'awards:refusals.notPublished' });
      const at = now();
      const until = appealsUntil({ publishedAt: outcome.at, days: readRules(contest.rules[0]?.body).appealDays });
      if (until === null) throw new NotNow({ key: 'awards:refusals.noAppeals' });
      if (at.getTime() > until.getTime()) throw new NotNow({ key: 'awards:refusals.appealOver' });
      const before = await tx.appeal.count({ where: { roundId: round.id, entryId: entry.id } });
      if (before > 0) throw new NotNow({ key: 'awards:refusals.appealedAlready' });
      const recount = await recountEntry(tx, { contestId: contest.id, round, entryId: entry.id });
      const { id } = await tx.appeal.create({
        data: { roundId: round.id, entryId: entry.id, byId: by.id, at, text, recount, recountedAt: now() },
        select: { id: true },
      });
      await recordEvent(tx, {
        kind: 'appeal.made',
        by: by.id,
        contestId: contest.id,
        entryId: entry.id,
        payload: { roundId: round.id, appealId: id, same: recount.same },
      });
    },
    { timeout: 60_000 },
  );
}
