import { canonicalJson } from '#app/domain/canonical-json.ts';
import { db } from '#app/platform/db/db.server.ts';

/** The frozen thể lệ of an opened contest as the very text whose SHA-256 is published; null where nothing is frozen. */
export async function findFrozenDocument({ slug }: { slug: string }): Promise<{ text: string; hash: string } | null> {
  const rules = await db.contestRules.findFirst({
    where: { contest: { slug, openedAt: { not: null } }, hash: { not: null } },
    orderBy: { number: 'desc' },
    select: { document: true, hash: true },
  });
  return rules === null || rules.hash === null ? null : { text: canonicalJson(rules.document), hash: rules.hash };
}
