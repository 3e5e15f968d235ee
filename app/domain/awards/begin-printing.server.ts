import { insistThat, whyNotRun } from '#app/domain/contests/contest-access.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { lockRound } from '#app/domain/judging/lock-round.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';

/** Has all certificates of a published round set as one file, beside the site's other work. Throws NotNow while one is being made. */
export async function beginPrinting({ by, slug, number }: { by: Actor; slug: string; number: number }): Promise<void> {
  await db.$transaction(async (tx) => {
    const { contest, round } = await lockRound(tx, { slug, number });
    insistThat(whyNotRun(by, contest));
    if (round.state !== 'PUBLISHED') throw new NotNow({ key: 'awards:refusals.notPublished' });
    const total = await tx.certificate.count({ where: { revokedAt: null, outcome: { roundId: round.id } } });
    if (total === 0) throw new NotNow({ key: 'awards:refusals.nothingToPrint' });
    const open = await tx.certificatePrinting.count({ where: { roundId: round.id, finishedAt: null, failedAt: null } });
    if (open > 0) throw new NotNow({ key: 'awards:refusals.printing' });
    const { id } = await tx.certificatePrinting.create({
      data: { roundId: round.id, byId: by.id, at: now(), total },
      select: { id: true },
    });
    await recordEvent(tx, {
      kind: 'certificates.printing',
      by: by.id,
      contestId: contest.id,
      payload: { roundId: round.id, printingId: id, total },
    });
  });
}
