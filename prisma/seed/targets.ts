import { findRunningDrive } from '#app/domain/units/find-unit-standing.server.ts';
import { db } from '#app/platform/db/db.server.ts';

/** Targets of the provinces, and of the communes of Cần Thơ, for the running drive: some reached, most on the way. */
export async function seedTargets(): Promise<void> {
  const drive = await findRunningDrive();
  if (drive === null) return;
  await db.$executeRaw`
    insert into "UnitTarget" ("unitId", "driveId", "ideas")
    select u."id", ${drive.id}::uuid,
      greatest(case u."kind" when 'PROVINCE' then 20 else 5 end,
        (select count(*) from "Idea" i join "Unit" b on b."id" = i."unitId"
          where i."publishedVersionId" is not null and b."path" like u."path" || '%') * (2 + u."id" % 4) / 3)
    from "Unit" u
    where u."endsOn" is null and (u."kind" = 'PROVINCE' or (u."kind" = 'COMMUNE'
      and u."parentId" = (select "id" from "Unit" where "slug" = 'can-tho')))
    on conflict do nothing`;
}
