import { NotFound } from '#app/domain/refusal.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { hashOfLinkToken } from '#app/platform/link-token.server.ts';

/** Everything a guardian was asked by one link, held until the transaction ends. NotFound where the link opens nothing. */
export async function holdGuardianRequest(tx: Tx, token: string) {
  const tokenHash = hashOfLinkToken(token);
  await tx.$queryRaw`select 1 from "Consent" where "tokenHash" = ${tokenHash} order by "id" for update`;
  const rows = await tx.consent.findMany({
    where: { tokenHash, giver: 'GUARDIAN', person: { closedAt: null } },
    orderBy: { purpose: 'asc' },
  });
  if (rows.length === 0) throw new NotFound({ key: 'people:refusals.linkUnknown' });
  return rows;
}
