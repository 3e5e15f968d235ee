import { type ConsentRow, consentColumns } from '#app/domain/people/consent.ts';
import { now } from '#app/platform/clock.ts';
import type { db, Tx } from '#app/platform/db/db.server.ts';
import { type Asked, agrees } from './nomination.ts';

/** What `answersOf` needs of a nomination. */
export const answerColumns = {
  entry: {
    select: {
      members: {
        orderBy: { kind: 'asc' },
        select: { kind: true, person: { select: { id: true, fullName: true, birthDate: true } } },
      },
    },
  },
  consents: { select: { personId: true, givenAt: true, withdrawnAt: true } },
  guardians: {
    where: { giver: 'GUARDIAN' },
    orderBy: { askedAt: 'asc' },
    select: { ...consentColumns, personId: true, refusedAt: true, askedAt: true, guardianName: true },
  },
} as const;

type Person = { id: string; fullName: string; birthDate: Date };
type Row = {
  entry: { members: { kind: 'LEAD' | 'MEMBER'; person: Person }[] };
  consents: { personId: string; givenAt: Date; withdrawnAt: Date | null }[];
  guardians: (ConsentRow & { personId: string; askedAt: Date | null; guardianName: string | null })[];
};

/** What everyone of the entry, as it entered, has answered to a nomination, and whether that makes it complete. */
export function answersOf<Own extends Row>({ entry, consents, guardians }: Own, at: Date) {
  const people = entry.members.map(({ kind, person }) => {
    const asked = {
      person,
      own: consents.find(({ personId }) => personId === person.id) ?? null,
      guardian: guardians.filter(({ personId }) => personId === person.id) as Own['guardians'],
    } satisfies Asked;
    return { ...asked, lead: kind === 'LEAD', agrees: agrees(asked, at) };
  });
  const given = people.filter((one) => one.agrees).length;
  return { people, given, complete: people.length > 0 && given === people.length };
}

/** Whether everyone has agreed at this moment; a nomination that is not there is not complete. One query. */
export async function isComplete(reader: Tx | typeof db, nominationId: string): Promise<boolean> {
  const row = await reader.nomination.findUnique({ where: { id: nominationId }, select: answerColumns });
  return row !== null && answersOf(row, now()).complete;
}
