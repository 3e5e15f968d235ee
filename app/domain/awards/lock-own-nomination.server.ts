import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound, NotNow } from '#app/domain/refusal.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { type LockedNomination, lockNomination } from './lock-nomination.server.ts';

/** Where the page is on which a member answers. */
export type EntryPlace = { slug: string; number: number };

/** A nomination of an entry this person was in, held. Throws NotFound. */
export async function lockOwnNomination(tx: Tx, { by, id }: { by: Actor; id: string }) {
  const nomination = await lockNomination(tx, id);
  const member = nomination.entry.members.find(({ person }) => person.id === by.id);
  if (member === undefined) throw new NotFound();
  const place: EntryPlace = { slug: nomination.entry.contest.slug, number: nomination.entry.number };
  return { nomination, member, place };
}

/** What was withdrawn or declined asks nobody any more. Throws NotNow. */
export function insistOnOpen({ withdrawnAt, declinedAt }: LockedNomination): void {
  if (withdrawnAt !== null || declinedAt !== null) throw new NotNow({ key: 'awards:refusals.nominationSettled' });
}
