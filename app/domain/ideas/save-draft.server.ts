import type { Actor } from '#app/domain/people/actor.ts';
import { NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';
import { findPlacesFor } from './find-places.server.ts';
import type { IdeaStage } from './idea.ts';
import { mayEdit } from './idea-access.ts';
import { type IdeaDraftText, sameText, textColumns, textOf } from './idea-text.ts';
import { insistThat } from './insist.server.ts';
import { lockIdea, type StandingIdea } from './lock-idea.server.ts';

/** Kept aside: the draft had moved on since `basedOn`; both texts stand until the team chooses. */
export type Saved =
  | { outcome: 'saved'; slug: string; revision: number; savedAt: Date }
  | { outcome: 'aside'; slug: string; revision: number; savedAt: Date; asideId: string };

/** Asides one idea may have open; beyond it the oldest of the same person and base gives way to the newest. */
const mostAsides = 20;

/**
 * Saves what is being typed. `basedOn` is the revision the typing began from: where the draft has moved on since, the
 * text is kept aside whole and nothing is overwritten. The same text again changes nothing. No event: autosaves are none.
 */
export async function saveDraft({
  by,
  slug,
  text,
  basedOn,
  stage,
}: {
  by: Actor;
  slug: string;
  text: IdeaDraftText;
  basedOn: number;
  /** Taken while nothing was ever published. */
  stage?: IdeaStage;
}): Promise<Saved> {
  return db.$transaction(async (tx) => {
    const idea = await lockIdea(tx, { slug, by });
    insistThat(mayEdit(by, idea));
    if (stage !== undefined && stage !== idea.stage && idea.publishedAt === null) {
      await tx.idea.update({ where: { id: idea.id }, data: { stage } });
    }
    const before = await tx.ideaDraft.findUniqueOrThrow({
      where: { ideaId: idea.id },
      select: { ...textColumns, revision: true, savedAt: true },
    });
    const place = await insistOnPlace(tx, { by, text, before });
    if (sameText(before, text)) {
      return { outcome: 'saved', slug: idea.slug, revision: before.revision, savedAt: before.savedAt };
    }
    if (basedOn !== before.revision) {
      const asideId = await keepAside(tx, { idea, by, text, basedOn });
      return { outcome: 'aside', slug: idea.slug, revision: before.revision, savedAt: before.savedAt, asideId };
    }
    const savedAt = now();
    const revision = before.revision + 1;
    await tx.ideaDraft.update({ where: { ideaId: idea.id }, data: { ...textOf(text), revision, savedAt } });
    await followDraft(tx, { idea, text, provinceId: place?.provinceId ?? null });
    return { outcome: 'saved', slug: idea.slug, revision, savedAt };
  });
}

/** Before anything was ever published, the idea's own facts are those of its draft. */
export async function followDraft(
  tx: Tx,
  { idea, text, provinceId }: { idea: StandingIdea; text: IdeaDraftText; provinceId: number | null },
): Promise<void> {
  if (idea.publishedAt !== null) return;
  const { fieldId, unitId, lookingFor } = text;
  await tx.idea.update({ where: { id: idea.id }, data: { fieldId, unitId, provinceId, lookingFor } });
}

/** The unit must be one the person may put forward from, or one that stood there already (a team mate's). */
export async function insistOnPlace(
  tx: Tx,
  { by, text, before }: { by: Actor; text: IdeaDraftText; before: { fieldId: string | null; unitId: number | null } },
): Promise<{ provinceId: number | null } | null> {
  if (text.fieldId !== null && text.fieldId !== before.fieldId) {
    const field = await tx.field.findUnique({ where: { id: text.fieldId }, select: { id: true } });
    if (field === null) throw new NotValid({ fieldId: [{ key: 'controls:problems.choice' }] });
  }
  if (text.unitId === null) return null;
  if (text.unitId === before.unitId) {
    return tx.unit.findUniqueOrThrow({ where: { id: text.unitId }, select: { provinceId: true } });
  }
  const { units, provinces } = await findPlacesFor(tx, { personId: by.id });
  const place = [...units, ...provinces].find((one) => one.id === text.unitId);
  if (place === undefined) throw new NotValid({ unitId: [{ key: 'controls:problems.choice' }] });
  return place;
}

/** One tab that types on while it is behind keeps one aside, its newest. */
async function keepAside(
  tx: Tx,
  { idea, by, text, basedOn }: { idea: StandingIdea; by: Actor; text: IdeaDraftText; basedOn: number },
): Promise<string> {
  const at = now();
  const open = await tx.ideaDraftAside.findMany({
    where: { ideaId: idea.id, settledAt: null },
    orderBy: { at: 'asc' },
    select: { id: true, byId: true, basedOn: true },
  });
  const mine =
    open.find((one) => one.byId === by.id && one.basedOn === basedOn) ??
    (open.length >= mostAsides ? open.find((one) => one.byId === by.id) : undefined);
  if (mine !== undefined) {
    await tx.ideaDraftAside.update({ where: { id: mine.id }, data: { text: textOf(text), at, basedOn } });
    return mine.id;
  }
  const made = await tx.ideaDraftAside.create({
    data: { ideaId: idea.id, byId: by.id, at, basedOn, text: textOf(text) },
    select: { id: true },
  });
  return made.id;
}
