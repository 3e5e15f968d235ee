import { slugOf } from '#app/domain/vietnamese.ts';
import type { Tx } from '#app/platform/db/db.server.ts';

/** Addresses under /y-tuong/ that are no idea. */
const taken = ['moi'];

/**
 * A readable address nobody has or had: "loc-nuoc-sach", then "loc-nuoc-sach-2". Holds a lock on the base until the
 * transaction ends, so that two submissions of the same title at once get two addresses.
 */
export async function freeSlug(tx: Tx, title: string): Promise<string> {
  const base = slugOf(title, 70) || 'y-tuong';
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('idea-slug'), hashtext(${base}))`;
  const rows = await tx.$queryRaw<{ slug: string }[]>`
    select slug from "Idea" where slug = ${base} or slug like ${`${base}-%`}
    union
    select slug from "FormerIdeaSlug" where slug = ${base} or slug like ${`${base}-%`}`;
  const used = new Set([...taken, ...rows.map((row) => row.slug)]);
  if (!used.has(base) && !base.startsWith('nhap-')) return base;
  let number = 2;
  while (used.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
