import { z } from 'zod';
import { insistThat, whyNotDecide } from '#app/domain/contests/contest-access.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { lockRound } from '#app/domain/judging/lock-round.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound, NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';

export const revocationForm = z.object({ number: z.string().max(60), reason: z.string().trim().min(1).max(2000) });

/** The chair takes a certificate back; whoever checks its number learns that and why. It cannot be undone. */
export async function revokeCertificate({
  by,
  slug,
  number,
  certificate,
  reason,
}: {
  by: Actor;
  slug: string;
  number: number;
  certificate: string;
  reason: string;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const { contest, round } = await lockRound(tx, { slug, number });
    insistThat(whyNotDecide(by, contest));
    const found = await tx.certificate.findFirst({
      where: { number: certificate, outcome: { roundId: round.id } },
      select: { id: true, revokedAt: true, personId: true, outcome: { select: { entryId: true } } },
    });
    if (found === null) throw new NotFound();
    if (found.revokedAt !== null) throw new NotNow({ key: 'awards:refusals.revokedAlready' });
    await tx.certificate.update({
      where: { id: found.id },
      data: { revokedAt: now(), revokedById: by.id, revokedReason: reason },
    });
    await recordEvent(tx, {
      kind: 'certificate.revoked',
      by: by.id,
      contestId: contest.id,
      entryId: found.outcome.entryId,
      personId: found.personId,
      payload: { certificateId: found.id },
    });
  });
}
