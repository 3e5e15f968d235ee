import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound, NotValid } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { insistThat, whyNotHandOver } from './contest-access.ts';
import { findAppointee } from './find-appointee.server.ts';
import { insistOnUnfinished, lockContest } from './lock-contest.server.ts';

/**
 * Chair or secretary hand their seat to somebody else in one act: the old role ends with the reason, the new one begins and names it, and
 * the contest is never without. A secretary may hand over their own; organisers any. Throws NotValid beside `whom` where that person
 * cannot be found, takes part, or holds the seat already. True: it was one's own.
 */
export async function handOverSeat({
  by,
  slug,
  roleId,
  whom,
  reason,
}: {
  by: Actor;
  slug: string;
  roleId: string;
  whom: string;
  reason: string;
}): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const contest = await lockContest(tx, { slug });
    const role = isUuid(roleId)
      ? await tx.roleGrant.findFirst({
          where: { id: roleId, contestId: contest.id, endedAt: null, kind: { in: ['CHAIR', 'SECRETARY'] } },
          select: { id: true, kind: true, personId: true, until: true },
        })
      : null;
    if (role === null) throw new NotFound();
    const kind = role.kind as 'CHAIR' | 'SECRETARY';
    insistThat(whyNotHandOver(by, contest, { kind, personId: role.personId }));
    insistOnUnfinished(contest);
    const person = await findAppointee(tx, { whom, contestId: contest.id });
    const held = await tx.roleGrant.count({
      where: { contestId: contest.id, personId: person.id, kind, endedAt: null },
    });
    if (held > 0) throw new NotValid({ whom: [{ key: 'organising:problems.appointedAlready' }] });
    const at = now();
    await tx.roleGrant.update({ where: { id: role.id }, data: { endedAt: at, endedById: by.id, endReason: reason } });
    const next = await tx.roleGrant.create({
      data: {
        kind,
        personId: person.id,
        contestId: contest.id,
        grantedById: by.id,
        grantedAt: at,
        until: role.until,
        continuesId: role.id,
      },
      select: { id: true },
    });
    const common = { by: by.id, contestId: contest.id };
    await recordEvent(tx, {
      kind: 'role.ended',
      ...common,
      personId: role.personId,
      payload: { roleId: role.id, kind, toRoleId: next.id },
    });
    await recordEvent(tx, {
      kind: 'role.granted',
      ...common,
      personId: person.id,
      payload: { roleId: next.id, kind, fromRoleId: role.id },
    });
    return role.personId === by.id;
  });
}
