import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound, NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { insistThat, whyNotAppoint } from './contest-access.ts';
import { lockContest } from './lock-contest.server.ts';

/**
 * Chair, secretary or judge leaves the contest, with a reason. Sheets a judge has submitted stay and count; those not
 * submitted stop counting and can be assigned to others. An open contest is never left without a chair.
 */
export async function endSeat({
  by,
  slug,
  roleId,
  reason,
}: {
  by: Actor;
  slug: string;
  roleId: string;
  reason: string;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const contest = await lockContest(tx, { slug });
    const role = await tx.roleGrant.findFirst({
      where: { id: roleId, contestId: contest.id, endedAt: null },
      select: { id: true, kind: true, personId: true },
    });
    if (role === null || (role.kind !== 'CHAIR' && role.kind !== 'SECRETARY' && role.kind !== 'JUDGE')) {
      throw new NotFound();
    }
    insistThat(whyNotAppoint(by, contest, role.kind));
    if (role.kind === 'CHAIR' && (contest.state === 'OPEN' || contest.state === 'CLOSED')) {
      const others = await tx.roleGrant.count({
        where: { contestId: contest.id, kind: 'CHAIR', endedAt: null, id: { not: role.id } },
      });
      if (others === 0) throw new NotNow({ key: 'organising:refusals.lastChair' });
    }
    await tx.roleGrant.update({
      where: { id: role.id },
      data: { endedAt: now(), endedById: by.id, endReason: reason },
    });
    await recordEvent(tx, {
      kind: 'role.ended',
      by: by.id,
      personId: role.personId,
      contestId: contest.id,
      payload: { roleId: role.id, kind: role.kind },
    });
  });
}
