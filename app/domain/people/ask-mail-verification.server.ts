import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { countAgainst } from '#app/platform/limits.server.ts';
import { noSoonerThan } from './no-sooner-than.server.ts';
import { layLink } from './one-use-link.server.ts';

/** Sends the link that verifies an address once more, at most five times an hour. Never tells whether there is an account. */
export async function askMailVerification({ email }: { email: string }): Promise<void> {
  await noSoonerThan(300, async () => {
    const mayMail = await countAgainst({ key: `verification-mail:${email}`, max: 5, seconds: 3600 });
    if (!mayMail.ok) return;
    await db.$transaction(async (tx) => {
      const person = await tx.person.findFirst({
        where: { email, emailVerifiedAt: null, closedAt: null },
        select: { id: true },
      });
      if (person === null) return;
      const mailTokenId = await layLink(tx, { purpose: 'VERIFY_MAIL', personId: person.id, email });
      await recordEvent(tx, {
        kind: 'person.verification-asked',
        by: null,
        personId: person.id,
        payload: { mailTokenId },
      });
    });
  });
}
