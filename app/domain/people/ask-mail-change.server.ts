import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { NotValid } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { countAgainst } from '#app/platform/limits.server.ts';
import type { Actor } from './actor.ts';
import { insistOnPassword } from './insist-on-password.server.ts';
import { noSoonerThan } from './no-sooner-than.server.ts';
import { layLink } from './one-use-link.server.ts';
import { tooMany } from './too-many.ts';

/**
 * Mails a link to the new address; nothing changes until it is opened. Whether the address has an account is not told, by
 * word or by time: its owner alone hears of it. Throws NotValid where the password is wrong or the address is theirs
 * already; NotNow after five times in an hour.
 */
export async function askMailChange({
  by,
  email,
  password,
}: {
  by: Actor;
  email: string;
  password: string;
}): Promise<void> {
  await insistOnPassword({ personId: by.id, password });
  const mine = await db.person.findUniqueOrThrow({ where: { id: by.id }, select: { email: true } });
  if (mine.email === email) throw new NotValid({ email: [{ key: 'people:problems.sameMail' }] });
  const own = await countAgainst({ key: `mail-change:${by.id}`, max: 5, seconds: 3600 });
  if (!own.ok) throw tooMany(own.retryAfterSeconds);
  await noSoonerThan(300, async () => {
    const mayMail = await countAgainst({ key: `mail-change-to:${email}`, max: 5, seconds: 3600 });
    if (!mayMail.ok) return;
    await db.$transaction(async (tx) => {
      const owner = await tx.person.findFirst({
        where: { email, emailVerifiedAt: { not: null } },
        select: { id: true, closedAt: true },
      });
      if (owner !== null) {
        if (owner.closedAt !== null) return;
        const payload = { taken: true };
        return recordEvent(tx, { kind: 'person.mail-change-asked', by: null, personId: owner.id, payload });
      }
      const mailTokenId = await layLink(tx, { purpose: 'CHANGE_MAIL', personId: by.id, email });
      await recordEvent(tx, {
        kind: 'person.mail-change-asked',
        by: by.id,
        personId: by.id,
        payload: { mailTokenId },
      });
    });
  });
}
