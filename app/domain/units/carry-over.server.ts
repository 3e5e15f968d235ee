import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { now } from '#app/platform/clock.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { mergedReason } from './merged-reason.ts';
import { foldedName } from './unit.ts';

type Moved = { id: number; name: string; path: string; provinceId: number | null };

/**
 * What belonged to a unit becomes its successor's. Memberships and roles of the old unit end and begin anew at the
 * successor, so that who belonged where, and when, stays on record; ideas, contests, codes and targets move.
 */
export async function carryOver(
  tx: Tx,
  { old, successor, by }: { old: Moved; successor: Moved; by: string | null },
): Promise<void> {
  const at = now();
  const [from, to] = [old.id, successor.id];
  await tx.$executeRaw`
    update "Unit" set "parentId" = case when "parentId" = ${from} then ${to} else "parentId" end,
      "path" = ${successor.path} || substr("path", length(${old.path}) + 1), "provinceId" = ${successor.provinceId}
    where "path" like ${`${old.path}_%`}`;

  await tx.membership.updateMany({
    where: { unitId: from, endedAt: null, declinedAt: null },
    data: { endedAt: at },
  });
  await tx.$executeRaw`
    insert into "Membership" ("id", "personId", "unitId", "claimedAt", "confirmedAt", "confirmedById")
    select gen_random_uuid(), "personId", ${to}, "claimedAt", "confirmedAt", "confirmedById"
    from "Membership" where "unitId" = ${from} and "endedAt" = ${at} and "declinedAt" is null`;

  // Who belongs to the successor already need not be confirmed there again.
  await tx.$executeRaw`
    update "Membership" c set "endedAt" = ${at}
    from "Membership" h
    where c."unitId" = ${to} and c."confirmedAt" is null and c."declinedAt" is null and c."endedAt" is null
      and h."unitId" = ${to} and h."personId" = c."personId" and h."confirmedAt" is not null and h."endedAt" is null`;

  await tx.$executeRaw`
    insert into "RoleGrant" ("id", "kind", "personId", "unitId", "grantedById", "grantedAt", "until", "continuesId")
    select gen_random_uuid(), r."kind", r."personId", ${to}, coalesce(${by}::uuid, r."grantedById"), ${at}, r."until", r."id"
    from "RoleGrant" r
    where r."unitId" = ${from} and r."endedAt" is null and (r."until" is null or r."until" > ${at})
      and not exists (
        select 1 from "RoleGrant" h where h."unitId" = ${to} and h."personId" = r."personId" and h."kind" = r."kind"
          and h."endedAt" is null and (h."until" is null or h."until" >= r."until"))`;
  // What the clock had ended already stays as it ended.
  const ended = await tx.roleGrant.updateManyAndReturn({
    where: { unitId: from, endedAt: null, OR: [{ until: null }, { until: { gt: at } }] },
    data: { endedAt: at, endedById: by, endReason: mergedReason },
    select: { id: true, kind: true, personId: true },
  });
  for (const role of ended) {
    await recordEvent(tx, {
      kind: 'role.carried-over',
      by,
      personId: role.personId,
      unitId: to,
      payload: { roleId: role.id, role: role.kind, oldId: from },
    });
  }

  await tx.classCode.updateMany({ where: { unitId: from }, data: { unitId: to } });
  await tx.contest.updateMany({ where: { hostId: from }, data: { hostId: to } });
  await tx.nomination.updateMany({ where: { fromUnitId: from }, data: { fromUnitId: to } });
  await tx.nomination.updateMany({ where: { toUnitId: from }, data: { toUnitId: to } });
  await tx.mentor.updateMany({ where: { unitId: from }, data: { unitId: to } });
  await tx.mentoringProgramme.updateMany({ where: { unitId: from }, data: { unitId: to } });
  await tx.ideaDraft.updateMany({ where: { unitId: from }, data: { unitId: to } });
  await tx.entryInvitation.updateMany({ where: { unitId: from }, data: { unitId: to } });
  await tx.idea.updateMany({ where: { unitId: from }, data: { unitId: to } });
  await tx.$executeRaw`
    update "Idea" i set "provinceId" = u."provinceId" from "Unit" u
    where u."id" = i."unitId" and u."path" like ${`${successor.path}%`} and i."provinceId" is distinct from u."provinceId"`;
  // A place that was named without a unit: what lay in a province lies in its successor.
  await tx.idea.updateMany({ where: { provinceId: from }, data: { provinceId: to } });
  await tx.mentor.updateMany({ where: { provinceId: from }, data: { provinceId: to } });
  await tx.$executeRaw`
    insert into "UnitTarget" ("unitId", "driveId", "ideas")
    select ${to}, "driveId", "ideas" from "UnitTarget" where "unitId" = ${from}
    on conflict ("unitId", "driveId") do update set "ideas" = "UnitTarget"."ideas" + excluded."ideas"`;
  await tx.unitTarget.deleteMany({ where: { unitId: from } });

  await tx.$executeRaw`
    insert into "FormerUnitName" ("id", "unitId", "name", "folded")
    select gen_random_uuid(), ${to}, "name", "folded" from "FormerUnitName" where "unitId" = ${from}
    on conflict do nothing`;
  await tx.formerUnitName.createMany({
    data: [{ unitId: to, name: old.name, folded: foldedName(old.name) }],
    skipDuplicates: true,
  });
  await recordEvent(tx, { kind: 'unit.carried-over', by, unitId: to, payload: { oldId: from } });
}
