import type { Tx } from '#app/platform/db/db.server.ts';
import type { TellTale } from './own-names.ts';

/** Kinds of unit whose name says who somebody is; a province or a commune is shared by too many. */
export const tellingKinds = new Set(['UNIVERSITY', 'SCHOOL', 'ENTERPRISE', 'AGENCY', 'ARMED_FORCES']);

/** What would tell who somebody is: of themselves, and of everybody they share an entry of this contest with. */
export async function findTellTales(
  tx: Tx,
  { contestId, personId }: { contestId: string; personId: string },
): Promise<TellTale[]> {
  const people = await tx.person.findMany({
    where: {
      OR: [{ id: personId }, { entryMembers: { some: { entry: { contestId, members: { some: { personId } } } } } }],
    },
    select: {
      fullName: true,
      email: true,
      phone: true,
      memberships: { where: { declinedAt: null }, select: { unit: { select: { name: true, kind: true } } } },
    },
  });
  return people.flatMap(({ fullName, email, phone, memberships }): TellTale[] => [
    { kind: 'person', text: fullName },
    ...(email === null ? [] : [{ kind: 'mail' as const, text: email }]),
    ...(phone === null ? [] : [{ kind: 'phone' as const, text: phone }]),
    ...memberships.flatMap(({ unit }) =>
      tellingKinds.has(unit.kind) ? [{ kind: 'unit' as const, text: unit.name }] : [],
    ),
  ]);
}
