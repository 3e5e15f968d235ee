import { NotValid } from '#app/domain/refusal.ts';
import type { Tx } from '#app/platform/db/db.server.ts';

/**
 * The account behind a mail address or a user name, fit for a seat in this contest. Throws NotValid beside `whom`: nobody has
 * it, the address is not verified, or the person is on a team of this very contest.
 */
export async function findAppointee(
  tx: Tx,
  { whom, contestId }: { whom: string; contestId: string },
): Promise<{ id: string; closedAt: Date | null }> {
  const typed = whom.trim().toLowerCase();
  const person = await tx.person.findFirst({
    where: typed.includes('@') ? { email: typed } : { userName: typed },
    select: { id: true, closedAt: true, emailVerifiedAt: true, email: true },
  });
  if (person === null || person.closedAt !== null) {
    throw new NotValid({ whom: [{ key: 'organising:problems.nobody' }] });
  }
  if (person.email !== null && person.emailVerifiedAt === null) {
    throw new NotValid({ whom: [{ key: 'organising:problems.notVerified' }] });
  }
  const entry = await tx.entryMember.findFirst({
    where: { personId: person.id, entry: { contestId, withdrawal: null } },
    select: { entryId: true },
  });
  if (entry !== null) throw new NotValid({ whom: [{ key: 'organising:problems.takesPart' }] });
  return person;
}
