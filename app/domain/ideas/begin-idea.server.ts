import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { mostDrafts } from './idea.ts';
import { layDraft } from './lay-draft.server.ts';

/**
 * Begins a draft with nothing but a title; answers its address. It belongs to the person's confirmed or claimed unit
 * until they say otherwise, and to the drive of the day. Throws NotNow where too many drafts are open already.
 */
export async function beginIdea({ by, title }: { by: Actor; title: string }): Promise<{ id: string; slug: string }> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from "Person" where id = ${by.id}::uuid for update`;
    const open = await tx.idea.count({ where: { ownerId: by.id, state: 'DRAFT' } });
    if (open >= mostDrafts) throw new NotNow({ key: 'ideas:refusals.tooManyDrafts', values: { max: mostDrafts } });
    return layDraft(tx, { by, title });
  });
}
