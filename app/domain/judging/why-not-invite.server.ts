import type { Because } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import type { db, Tx } from '#app/platform/db/db.server.ts';

/**
 * Why these addresses cannot be invited to the panel of this contest, by address: they sit on it, were invited and have not answered, or
 * belong to somebody who takes part. Who has no account, and who has not entered, is told of by nothing here. Three queries.
 */
export async function whyNotInvite(
  reader: Tx | typeof db,
  { contestId, emails }: { contestId: string; emails: readonly string[] },
): Promise<Map<string, Because>> {
  const addresses = [...new Set(emails)];
  const verified = { email: { in: addresses }, emailVerifiedAt: { not: null }, closedAt: null };
  const [seated, invited, entered] = [
    await reader.judge.findMany({
      where: { contestId, roleGrant: { endedAt: null }, person: verified },
      select: { person: { select: { email: true } } },
    }),
    await reader.judgeInvitation.findMany({
      where: {
        contestId,
        email: { in: addresses },
        withdrawnAt: null,
        declinedAt: null,
        confirmedAt: null,
        OR: [{ expiresAt: { gt: now() } }, { acceptedAt: { not: null } }],
      },
      select: { email: true },
    }),
    await reader.entryMember.findMany({
      where: { entry: { contestId, withdrawal: null }, person: verified },
      select: { person: { select: { email: true } } },
    }),
  ];
  return new Map<string, Because>([
    ...invited.map(({ email }) => [email!, { key: 'judging:problems.invitedAlready' }] as const),
    ...seated.map(({ person }) => [person.email!, { key: 'organising:problems.appointedAlready' }] as const),
    ...entered.map(({ person }) => [person.email!, { key: 'organising:problems.takesPart' }] as const),
  ]);
}
