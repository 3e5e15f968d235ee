import { randomBytes } from 'node:crypto';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { lockPerson } from '#app/domain/people/lock-person.server.ts';
import { NotAllowed, NotFound, NotNow } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { hashPassword } from '#app/platform/password.server.ts';
import { makeClassCode } from './class-code.ts';
import { mayGiveSlip } from './membership-access.ts';

export const slipDays = 7;

export type Slip = { fullName: string; userName: string; password: string; until: Date };

/**
 * A password for one use, to be printed and handed to a pupil who forgot theirs and has no mail: for seven days it opens the
 * page where they choose a new one, and nothing else. Every session of the pupil ends. It is told once and kept nowhere.
 */
export async function giveSlipPassword({ by, membershipId }: { by: Actor; membershipId: string }): Promise<Slip> {
  if (!isUuid(membershipId)) throw new NotFound();
  const draw = (count: number) => randomBytes(count);
  const password = `${makeClassCode(draw)}-${makeClassCode(draw)}`.toLowerCase();
  const passwordHash = await hashPassword(password);
  return db.$transaction(async (tx) => {
    const found = await tx.membership.findUnique({ where: { id: membershipId }, select: { personId: true } });
    if (found === null) throw new NotFound();
    await lockPerson(tx, found.personId);
    const at = now();
    const membership = await tx.membership.findUniqueOrThrow({
      where: { id: membershipId },
      include: {
        unit: { select: { id: true, path: true } },
        person: {
          select: {
            fullName: true,
            userName: true,
            email: true,
            closedAt: true,
            roles: { where: { endedAt: null, OR: [{ until: null }, { until: { gt: at } }] }, select: { id: true } },
          },
        },
      },
    });
    const { person, personId, unit } = membership;
    const pupil = { personId, unit, hasMail: person.email !== null, holdsRole: person.roles.length > 0 };
    const why = mayGiveSlip(by, pupil);
    if (why !== null) throw new NotAllowed(why);
    if (membership.confirmedAt === null || membership.endedAt !== null || person.closedAt !== null) {
      throw new NotNow({ key: 'staff:refusals.notMember' });
    }
    const until = new Date(at.getTime() + slipDays * 86_400_000);
    await tx.person.update({ where: { id: personId }, data: { passwordHash, slipUntil: until } });
    await tx.session.deleteMany({ where: { personId } });
    await recordEvent(tx, { kind: 'person.slip-given', by: by.id, personId, unitId: unit.id });
    return { fullName: person.fullName, userName: person.userName ?? '', password, until };
  });
}
