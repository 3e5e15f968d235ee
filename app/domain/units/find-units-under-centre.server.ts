import { db } from '#app/platform/db/db.server.ts';

/** What stands directly under the centre beside the provinces: academies, enterprises, the forces. In Vietnamese order. */
export async function findUnitsUnderCentre(): Promise<{ id: number; slug: string; name: string }[]> {
  return db.$queryRaw<{ id: number; slug: string; name: string }[]>`
    select u."id", u."slug", u."name" from "Unit" u join "Unit" c on c."id" = u."parentId"
    where c."kind" = 'CENTRE' and u."kind" <> 'PROVINCE' and u."endsOn" is null
    order by u."name" collate "vi-x-icu" limit 200`;
}
