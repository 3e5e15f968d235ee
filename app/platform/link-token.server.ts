import { createHash, createHmac } from 'node:crypto';
import { secrets } from './secrets.server.ts';

/**
 * The secret part of a one-use link. It is made from the id of the row that stands for the link (MailToken, Consent),
 * so a mail that is sent again carries the same link, and the database never holds the token.
 */
export function linkTokenFor(rowId: string): string {
  return createHmac('sha256', secrets().signing).update(`link:${rowId}`).digest('base64url');
}

/** What the row keeps, and what a token that comes back is looked up by. */
export function hashOfLinkToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
