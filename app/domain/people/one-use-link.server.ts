import { randomUUID } from 'node:crypto';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';
import { hashOfLinkToken, linkTokenFor } from '#app/platform/link-token.server.ts';
import { linkHours } from './link-hours.ts';

type Purpose = keyof typeof linkHours;

/** An id that nobody has. */
export const noPerson = '00000000-0000-0000-0000-000000000000';

type NewLink = {
  purpose: Purpose;
  personId: string | null;
  email: string;
  /** Older links for the same end stay open. */
  besideOlder?: boolean;
};

/** Lays down a link that opens once; answers the id its token is made from. Older links for the same end stop working. */
export async function layLink(tx: Tx, { purpose, personId, email, besideOlder = false }: NewLink): Promise<string> {
  const at = now();
  const same = personId === null ? { personId: null, email } : { personId };
  if (!besideOlder) await tx.mailToken.updateMany({ where: { ...same, purpose, usedAt: null }, data: { usedAt: at } });
  const id = randomUUID();
  await tx.mailToken.create({
    data: {
      id,
      purpose,
      personId,
      email,
      tokenHash: hashOfLinkToken(linkTokenFor(id)),
      createdAt: at,
      expiresAt: new Date(at.getTime() + linkHours[purpose] * 3_600_000),
    },
  });
  return id;
}

/** Takes hold of a link and uses it up in this transaction. NotNow where it was used, has run out or never was. */
export async function useLink(tx: Tx, { purpose, token }: { purpose: Purpose; token: string }) {
  const hash = hashOfLinkToken(token);
  await tx.$queryRaw`select 1 from "MailToken" where "tokenHash" = ${hash} for update`;
  const link = await tx.mailToken.findUnique({ where: { tokenHash: hash } });
  const why = whyNot(link, purpose);
  if (link === null || why !== null) throw new NotNow({ key: why ?? 'people:refusals.linkUnknown' });
  await tx.mailToken.update({ where: { id: link.id }, data: { usedAt: now() } });
  return link;
}

/** What the page behind a link may show before its button is pressed. Looking uses nothing up. */
export async function findLink({ purpose, token }: { purpose: Purpose; token: string }) {
  const link = await db.mailToken.findUnique({
    where: { tokenHash: hashOfLinkToken(token) },
    select: { id: true, purpose: true, usedAt: true, expiresAt: true, email: true, personId: true },
  });
  const why = whyNot(link, purpose);
  return why === null && link !== null
    ? { open: true as const, id: link.id, email: link.email, personId: link.personId }
    : { open: false as const, because: { key: why ?? 'people:refusals.linkUnknown' } };
}

function whyNot(
  link: { purpose: string; usedAt: Date | null; expiresAt: Date } | null,
  purpose: Purpose,
): string | null {
  if (link === null || link.purpose !== purpose) return 'people:refusals.linkUnknown';
  if (link.usedAt !== null) return 'people:refusals.linkUsed';
  return link.expiresAt.getTime() <= now().getTime() ? 'people:refusals.linkExpired' : null;
}
