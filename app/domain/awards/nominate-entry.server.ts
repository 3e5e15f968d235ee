import { insistThat, whyNotNominate } from '#app/domain/contests/contest-access.ts';
import { readRules, upwardsFrom } from '#app/domain/contests/contest-rules.ts';
import { lockContest } from '#app/domain/contests/lock-contest.server.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound, NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { awardedNow } from './awarded-now.server.ts';
import { findUnitAbove } from './find-unit-above.server.ts';

/**
 * An awarded entry of a contest that is over is to go to the unit above its host. With that everyone who was in it is asked, because
 * the purpose is another than the one they agreed to; nothing goes anywhere before all of them said yes. At most as many of a division
 * as the frozen rules say; what was withdrawn does not count, what was declined does. Throws NotFound, NotAllowed, NotNow.
 */
export async function nominateEntry({ by, slug, number }: { by: Actor; slug: string; number: number }): Promise<void> {
  await db.$transaction(async (tx) => {
    const contest = await lockContest(tx, { slug });
    insistThat(whyNotNominate(by, contest));
    const rules = readRules(contest.rules[0]?.body);
    const someMay = rules.upwards !== null || rules.divisions.some(({ upwards }) => upwards !== null);
    if (!someMay) throw new NotNow({ key: 'awards:refusals.noQuotaUpwards' });
    if (contest.state !== 'PUBLISHED') throw new NotNow({ key: 'awards:refusals.contestOpen' });
    const above = await findUnitAbove(tx, contest.hostId);
    if (above === null) throw new NotNow({ key: 'awards:refusals.noUnitAbove' });
    const entry = await tx.entry.findUnique({
      where: { contestId_number: { contestId: contest.id, number } },
      select: { id: true, divisionId: true, division: { select: { slug: true } } },
    });
    if (entry === null) throw new NotFound();
    const most = upwardsFrom(rules, entry.division.slug);
    if (most === null) throw new NotNow({ key: 'awards:refusals.noQuotaUpwards' });
    const awarded = await awardedNow(tx, { contestId: contest.id });
    if (!awarded.has(entry.id)) throw new NotNow({ key: 'awards:refusals.notAwarded' });
    const standing = await tx.nomination.findMany({
      where: { withdrawnAt: null, entry: { contestId: contest.id, divisionId: entry.divisionId } },
      select: { entryId: true },
    });
    if (standing.some(({ entryId }) => entryId === entry.id)) {
      throw new NotNow({ key: 'awards:refusals.nominatedAlready' });
    }
    if (standing.length >= most) throw new NotNow({ key: 'awards:refusals.quotaUsed', values: { count: most } });
    const { id } = await tx.nomination.create({
      data: { entryId: entry.id, fromUnitId: contest.hostId, toUnitId: above.id, byId: by.id, at: now() },
      select: { id: true },
    });
    await recordEvent(tx, {
      kind: 'nomination.made',
      by: by.id,
      contestId: contest.id,
      entryId: entry.id,
      unitId: contest.hostId,
      payload: { nominationId: id },
    });
  });
}
