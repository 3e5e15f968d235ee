import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { countAgainst } from '#app/platform/limits.server.ts';
import { noSoonerThan } from './no-sooner-than.server.ts';
import { layLink } from './one-use-link.server.ts';

/** Mails a link to a new password, at most five times an hour. Never tells whether the address has an account. */
export async function askPasswordReset({ email }: { email: string }): Promise<void> {
  await noSoonerThan(300, async () => {
    const mayMail = await countAgainst({ key: `reset-mail:${email}`, max: 5, seconds: 3600 });
    if (!mayMail.ok) return;
    await db.$transaction(async (tx) => {
      const person = await tx.person.findFirst({ where: { email, closedAt: null }, select: { id: true } });
      if (person === null) return;
      const mailTokenId = await layLink(tx, { purpose: 'RESET_PASSWORD', personId: person.id, email });
      await recordEvent(tx, {
        kind: 'person.password-reset-asked',
        by: null,
        personId: person.id,
        payload: { mailTokenId },
      });
    });
  });
}
