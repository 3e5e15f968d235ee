import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { mayEdit } from './idea-access.ts';
import { emptyText, type IdeaDraftText, textColumns, textOf } from './idea-text.ts';
import { insistThat } from './insist.server.ts';
import { lockIdea } from './lock-idea.server.ts';
import { followDraft } from './save-draft.server.ts';

/**
 * The team chooses between the draft and a text that was kept aside. The one not chosen stays in the row of the aside, so
 * even this choice loses nothing. Throws NotFound where the aside is settled already.
 */
export async function settleAside({
  by,
  slug,
  asideId,
  keep,
}: {
  by: Actor;
  slug: string;
  asideId: string;
  keep: 'present' | 'aside';
}): Promise<{ slug: string }> {
  return db.$transaction(async (tx) => {
    const idea = await lockIdea(tx, { slug, by });
    insistThat(mayEdit(by, idea));
    const aside = await tx.ideaDraftAside.findFirst({
      where: { id: asideId, ideaId: idea.id, settledAt: null },
      select: { id: true, text: true },
    });
    if (aside === null) throw new NotFound({ key: 'ideas:refusals.asideSettled' });
    const settledAt = now();
    if (keep === 'present') {
      await tx.ideaDraftAside.update({ where: { id: aside.id }, data: { settledAt } });
      return { slug: idea.slug };
    }
    const text = textOf({ ...emptyText, ...(aside.text as Partial<IdeaDraftText>) });
    const before = await tx.ideaDraft.findUniqueOrThrow({
      where: { ideaId: idea.id },
      select: { ...textColumns, revision: true },
    });
    await tx.ideaDraftAside.update({ where: { id: aside.id }, data: { settledAt, text: textOf(before) } });
    await tx.ideaDraft.update({
      where: { ideaId: idea.id },
      data: { ...text, revision: before.revision + 1, savedAt: settledAt },
    });
    const unit =
      text.unitId === null
        ? null
        : await tx.unit.findUnique({ where: { id: text.unitId }, select: { provinceId: true } });
    await followDraft(tx, { idea, text, provinceId: unit?.provinceId ?? null });
    return { slug: idea.slug };
  });
}
