import { NotNow } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { linkTokenFor } from '#app/platform/link-token.server.ts';
import { hasAdministrator } from './has-administrator.server.ts';
import { layLink } from './one-use-link.server.ts';

/**
 * The token of a link that makes the owner of `mail` the first administrator: good once, for 24 hours, and only while there
 * is no administrator. An earlier link for the same address stops working. Throws NotNow where there is one already.
 */
export async function makeFirstAdministratorLink({ mail }: { mail: string }): Promise<{ token: string }> {
  const email = mail.trim().toLowerCase();
  const id = await db.$transaction(async (tx) => {
    if (await hasAdministrator(tx)) throw new NotNow({ key: 'people:refusals.administratorExists' });
    return layLink(tx, { purpose: 'FIRST_ADMINISTRATOR', personId: null, email });
  });
  return { token: linkTokenFor(id) };
}
