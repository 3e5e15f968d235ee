import type { Actor } from '#app/domain/people/actor.ts';
import { NotAllowed, NotFound } from '#app/domain/refusal.ts';
import type { Tx } from '#app/platform/db/db.server.ts';

/** An entry of a contest that is held already. Throws NotFound where there is none, or `by` is not on its team. */
export async function lockEntry(tx: Tx, { contestId, number, by }: { contestId: string; number: number; by: Actor }) {
  const entry = await tx.entry.findUnique({
    where: { contestId_number: { contestId, number } },
    select: {
      id: true,
      ideaId: true,
      versionId: true,
      division: { select: { slug: true } },
      withdrawal: { select: { at: true } },
      members: { select: { personId: true, kind: true } },
    },
  });
  if (entry === null || !entry.members.some(({ personId }) => personId === by.id)) throw new NotFound();
  return entry;
}

type Team = { members: readonly { personId: string; kind: string }[] };

/** Throws NotAllowed. */
export function insistOnLead(by: Actor, entry: Team): void {
  const leads = entry.members.some(({ personId, kind }) => personId === by.id && kind === 'LEAD');
  if (!leads) throw new NotAllowed({ key: 'contests:refusals.leadOnly' });
}
