import { NotValid } from '#app/domain/refusal.ts';
import type { Tx } from '#app/platform/db/db.server.ts';

/**
 * The open, verified account that has a mail address or a user name. For staff who know whom they mean; throws NotValid
 * beside `whom` where there is none.
 */
export async function findPersonByLogin(tx: Tx, { whom }: { whom: string }) {
  const person = await tx.person.findFirst({
    where: {
      closedAt: null,
      ...(whom.includes('@') ? { email: whom, emailVerifiedAt: { not: null } } : { userName: whom }),
    },
    select: { id: true, fullName: true, birthDate: true },
  });
  if (person === null) throw new NotValid({ whom: [{ key: 'people:problems.nobody' }] });
  return person;
}
