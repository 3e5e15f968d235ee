import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { NotAllowed, NotFound, NotNow } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { Actor } from './actor.ts';
import { hasAdministrator } from './has-administrator.server.ts';
import { mayEndRole } from './role-access.ts';

type Ending = { by: Actor; roleId: string; reason: string };

/**
 * Ends a role in a unit or of a business, for a reason that stays on record; answers where it was held. NotFound for a
 * role of which the asker may not know; NotAllowed outside their subtree; NotNow where it has ended, or where nobody would
 * be left to administer the site.
 */
export async function endRole({ by, roleId, reason }: Ending) {
  if (!isUuid(roleId)) throw new NotFound();
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from "RoleGrant" where "id" = ${roleId}::uuid for update`;
    const role = await tx.roleGrant.findUnique({
      where: { id: roleId },
      select: {
        id: true,
        kind: true,
        personId: true,
        endedAt: true,
        until: true,
        unit: { select: { id: true, slug: true, path: true, parentId: true } },
      },
    });
    if (role === null) throw new NotFound();
    const why = mayEndRole(by, { ...role, unitPath: role.unit?.path ?? null });
    if (why !== null) throw new NotAllowed(why);
    if (role.endedAt !== null || (role.until !== null && role.until.getTime() <= now().getTime())) {
      throw new NotNow({ key: 'people:refusals.roleEnded' });
    }
    const overAll = role.kind === 'ADMINISTRATOR' && role.unit?.parentId === null;
    if (overAll && !(await hasAdministrator(tx, { besides: role.id }))) {
      throw new NotNow({ key: 'people:refusals.lastAdministrator' });
    }
    await tx.roleGrant.update({
      where: { id: role.id },
      data: { endedAt: now(), endedById: by.id, endReason: reason },
    });
    await recordEvent(tx, {
      kind: 'role.ended',
      by: by.id,
      personId: role.personId,
      unitId: role.unit?.id,
      payload: { roleId: role.id, role: role.kind },
    });
    return { unit: role.unit === null ? null : { slug: role.unit.slug }, own: role.personId === by.id };
  });
}
