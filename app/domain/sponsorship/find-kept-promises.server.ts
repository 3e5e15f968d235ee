import { db } from '#app/platform/db/db.server.ts';
import type { SupportKind } from './support.ts';

export type KeptPromise = {
  idea: { slug: string; title: string };
  business: string;
  kind: SupportKind;
  confirmedAt: Date;
};

/** Promises of businesses whose team has said that they were kept, the last first; of public ideas only. One query. */
export async function findKeptPromises({ limit }: { limit: number }): Promise<KeptPromise[]> {
  return db.$queryRaw<KeptPromise[]>`
    select json_build_object('slug', i."slug", 'title', v."title") as idea, b."name" as business, o."kind"::text as kind,
      p."confirmedAt"
    from "Pledge" p
    join "SupportOffer" o on o."id" = p."offerId"
    join "Business" b on b."id" = o."businessId" and b."verifiedAt" is not null and b."declinedAt" is null
    join "Idea" i on i."id" = o."ideaId" and i."state" <> 'WITHDRAWN'
    join "IdeaVersion" v on v."id" = i."publishedVersionId"
    where p."confirmedAt" is not null and p."withdrawnAt" is null
    order by p."confirmedAt" desc, p."id" limit ${limit}`;
}
