import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';

/**
 * Writes down the end of roles whose day has passed, at that very moment and by nobody: they gave no power any more since
 * then. For the clock; done twice it changes nothing more. Answers how many.
 */
export async function endDueRoles(limit = 500): Promise<number> {
  return db.$transaction(async (tx) => {
    const due = await tx.$queryRaw<{ id: string; kind: string; personId: string; unitId: number | null }[]>`
      select "id", "kind"::text, "personId", "unitId" from "RoleGrant"
      where "endedAt" is null and "until" <= ${now()}
      order by "until" limit ${limit} for update skip locked`;
    if (due.length === 0) return 0;
    await tx.$executeRaw`update "RoleGrant" set "endedAt" = "until" where "id" = any(${due.map(({ id }) => id)}::uuid[])`;
    for (const { id, kind, personId, unitId } of due) {
      await recordEvent(tx, {
        kind: 'role.ended',
        by: null,
        personId,
        unitId: unitId ?? undefined,
        payload: { roleId: id, role: kind },
      });
    }
    return due.length;
  });
}
