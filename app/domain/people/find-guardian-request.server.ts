import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { hashOfLinkToken } from '#app/platform/link-token.server.ts';
import { type ConsentPurpose, needsGuardian } from './consent.ts';
import { ageOn } from './day.ts';
import { type GuardianState, guardianState } from './guardian.ts';

export type GuardianRequest = {
  child: { fullName: string; age: number };
  guardianName: string;
  askedAt: Date;
  /** False once the child is old enough to decide alone. */
  needed: boolean;
  purposes: {
    purpose: ConsentPurpose;
    state: GuardianState;
    since: Date | null;
    /** Which entry of which contest would go to which unit, where it is about that. */
    nomination: { contest: string; unit: string } | null;
  }[];
};

/** What a guardian was asked, by the token of their link; null where the link opens nothing (any more). */
export async function findGuardianRequest({ token }: { token: string }): Promise<GuardianRequest | null> {
  const at = now();
  const rows = await db.consent.findMany({
    where: { tokenHash: hashOfLinkToken(token), giver: 'GUARDIAN', person: { closedAt: null } },
    orderBy: { purpose: 'asc' },
    include: {
      person: { select: { fullName: true, birthDate: true } },
      nomination: {
        select: {
          toUnit: { select: { name: true } },
          entry: { select: { contest: { select: { name: true } } } },
        },
      },
    },
  });
  const [first] = rows;
  if (first === undefined || rows.every((row) => guardianState(row, at) === 'taken-back')) return null;
  return {
    child: { fullName: first.person.fullName, age: ageOn(first.person.birthDate, at) },
    guardianName: first.guardianName ?? '',
    askedAt: first.askedAt!,
    needed: needsGuardian(first.person, at),
    purposes: rows.map((row) => ({
      purpose: row.purpose,
      state: guardianState(row, at),
      since: row.withdrawnAt ?? row.givenAt ?? row.refusedAt,
      nomination:
        row.nomination === null
          ? null
          : { contest: row.nomination.entry.contest.name, unit: row.nomination.toUnit.name },
    })),
  };
}
