import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { unseal } from '#app/platform/sealing.server.ts';
import type { Actor } from './actor.ts';
import { setUpMinutes } from './second-factor.ts';
import { base32 } from './totp.server.ts';

const inForce = { confirmedAt: { not: null }, endedAt: null } as const;

/** Whether this person gives a code after the password. */
export async function hasSecondFactor({ personId }: { personId: string }): Promise<boolean> {
  return (await db.secondFactor.count({ where: { personId, ...inForce } })) > 0;
}

/** How a person's own second factor stands: since when (null: none) and how many recovery codes are left. */
export async function findSecondFactor({ by }: { by: Actor }): Promise<{ since: Date | null; codesLeft: number }> {
  const [factor, codesLeft] = await Promise.all([
    db.secondFactor.findFirst({ where: { personId: by.id, ...inForce }, select: { confirmedAt: true } }),
    db.recoveryCode.count({ where: { personId: by.id, usedAt: null } }),
  ]);
  return { since: factor?.confirmedAt ?? null, codesLeft: factor === null ? 0 : codesLeft };
}

/** What an authenticator needs to know, as text to type and as the address its camera reads. Null where nothing is being set up. */
export async function findSetUp({ by }: { by: Actor }): Promise<{ secret: string; address: string } | null> {
  const factor = await db.secondFactor.findFirst({
    where: {
      personId: by.id,
      confirmedAt: null,
      endedAt: null,
      begunAt: { gt: new Date(now().getTime() - setUpMinutes * 60_000) },
    },
    orderBy: { begunAt: 'desc' },
    select: { secret: true, person: { select: { email: true, userName: true } } },
  });
  if (factor === null) return null;
  const secret = base32(unseal(factor.secret, { use: 'second factor', owner: by.id }));
  const account = factor.person.email ?? factor.person.userName ?? '';
  const issuer = encodeURIComponent('Ý Hay');
  return {
    secret,
    address: `otpauth://totp/${issuer}:${encodeURIComponent(account)}?secret=${secret}&issuer=${issuer}`,
  };
}
