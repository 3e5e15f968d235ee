import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow, NotValid } from '#app/domain/refusal.ts';
import { fold } from '#app/domain/vietnamese.ts';
import { now } from '#app/platform/clock.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';
import { maySubmit } from './idea-access.ts';
import { missingFrom } from './idea-form.ts';
import { freeSlug } from './idea-slug.server.ts';
import { changedParts, type IdeaDraftText, textColumns, textOf } from './idea-text.ts';
import { insistThat } from './insist.server.ts';
import { lockIdea } from './lock-idea.server.ts';

/** Submissions of one idea within a day: enough for honest corrections, too few for a flood. */
const mostSubmissionsADay = 10;

/**
 * Hands the draft in: freezes it as the next version with the files it has now, for the staff of its unit to look at.
 * The first submission gives the idea its readable address. Throws NotValid with what is missing beside each part,
 * NotNow while one waits already, where nothing changed since the last version, or too many came in one day.
 */
export async function submitIdea({ by, slug }: { by: Actor; slug: string }): Promise<{ id: string; slug: string }> {
  return db.$transaction(async (tx) => {
    const idea = await lockIdea(tx, { slug, by });
    insistThat(maySubmit(by, idea));
    const draft = await tx.ideaDraft.findUniqueOrThrow({ where: { ideaId: idea.id }, select: textColumns });
    const missing = missingFrom(draft);
    if (Object.keys(missing).length > 0) throw new NotValid(missing, { key: 'ideas:refusals.incomplete' });
    const files = await tx.ideaFile.findMany({
      where: { ideaId: idea.id, removedAt: null },
      select: { id: true },
    });
    const last = await tx.ideaVersion.findFirst({
      where: { ideaId: idea.id },
      orderBy: { number: 'desc' },
      select: { number: true },
    });
    const decided = await tx.ideaVersion.findFirst({
      where: { ideaId: idea.id, submission: { recalledAt: null } },
      orderBy: { number: 'desc' },
      select: { ...textColumns, files: { select: { fileId: true } } },
    });
    if (decided !== null && sameAs(decided, draft, files)) throw new NotNow({ key: 'ideas:refusals.nothingChanged' });
    const at = now();
    const dayAgo = new Date(at.getTime() - 86_400_000);
    const lately = await tx.submission.count({ where: { ideaId: idea.id, at: { gt: dayAgo } } });
    if (lately >= mostSubmissionsADay) throw new NotNow({ key: 'ideas:refusals.tooManySubmissions' });

    const unit = await tx.unit.findUniqueOrThrow({
      where: { id: draft.unitId! },
      select: { id: true, provinceId: true },
    });
    const version = await tx.ideaVersion.create({
      data: {
        ...textOf(draft),
        ideaId: idea.id,
        number: (last?.number ?? 0) + 1,
        title: draft.title.trim(),
        foldedTitle: fold(draft.title.trim()),
        provinceId: unit.provinceId,
        createdById: by.id,
        createdAt: at,
        files: { create: files.map((file) => ({ fileId: file.id })) },
        submission: { create: { ideaId: idea.id, byId: by.id, at } },
      },
      select: { id: true, number: true, submission: { select: { id: true } } },
    });
    const present = last === null ? await giveSlug(tx, { idea, title: draft.title }) : idea.slug;
    await tx.idea.update({
      where: { id: idea.id },
      data: { state: 'SUBMITTED', submittedAt: at, slug: present },
    });
    await recordEvent(tx, {
      kind: 'idea.submitted',
      by: by.id,
      ideaId: idea.id,
      unitId: unit.id,
      payload: { submissionId: version.submission!.id, versionId: version.id, number: version.number },
    });
    return { id: idea.id, slug: present };
  });
}

type WithFiles = IdeaDraftText & { files: { fileId: string }[] };

function sameAs(last: WithFiles, draft: IdeaDraftText, files: { id: string }[]): boolean {
  const before = last.files.map((one) => one.fileId).sort();
  const present = files.map((one) => one.id).sort();
  const text = { ...draft, title: draft.title.trim() };
  return changedParts(last, text).length === 0 && before.join() === present.join();
}

async function giveSlug(tx: Tx, { idea, title }: { idea: { id: string; slug: string }; title: string }) {
  const slug = await freeSlug(tx, title);
  await tx.formerIdeaSlug.create({ data: { slug: idea.slug, ideaId: idea.id } });
  return slug;
}
