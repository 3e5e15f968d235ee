import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { type Change, differenceOf } from './difference.ts';
import { maySeeInside } from './idea-access.ts';
import { type IdeaText, type Section, sectionColumns, sections } from './idea-text.ts';
import { findStanding, ideaIdAt } from './lock-idea.server.ts';

export type VersionLine = {
  number: number;
  at: Date;
  by: string;
  title: string;
  fate: 'waiting' | 'recalled' | 'PUBLISHED' | 'RETURNED' | 'DECLINED';
  reason: string | null;
  note: string | null;
  public: boolean;
};

export type VersionsView = {
  slug: string;
  versions: VersionLine[];
  /** What changed from `from` to `to`, for the sections that did; `from` is null for the first version. */
  shown: { from: number | null; to: number; changes: { section: Section; parts: Change[] }[]; text: IdeaText } | null;
};

/** Every version handed in, the newest first, and what one of them changed. For the team and the moderators. */
export async function findVersions({
  by,
  slug,
  number,
}: {
  by: Actor;
  slug: string;
  /** The version to show; the newest where it is missing or unknown. */
  number?: number;
}): Promise<VersionsView> {
  const id = await ideaIdAt(db, slug);
  const standing = id === null ? null : await findStanding(db, id);
  if (standing === null || !maySeeInside(by, standing)) throw new NotFound();
  const rows = await db.ideaVersion.findMany({
    where: { ideaId: standing.id },
    orderBy: { number: 'desc' },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      number: true,
      title: true,
      createdAt: true,
      createdBy: { select: { fullName: true } },
      submission: {
        select: { recalledAt: true, decision: { select: { kind: true, reason: true, note: true } } },
      },
    },
  });
  const chosen = rows.find((row) => row.number === number) ?? rows[0];
  const before = chosen && rows.find((row) => row.number === chosen.number - 1);
  const texts = chosen
    ? await db.ideaVersion.findMany({
        where: { id: { in: [chosen.id, ...(before ? [before.id] : [])] } },
        select: { ...sectionColumns, number: true },
      })
    : [];
  const textOfNumber = (wanted: number | undefined) => texts.find((text) => text.number === wanted) ?? null;
  return {
    slug: standing.slug,
    versions: rows.map((row) => ({
      number: row.number,
      at: row.createdAt,
      by: row.createdBy.fullName,
      title: row.title,
      fate: row.submission?.recalledAt ? 'recalled' : (row.submission?.decision?.kind ?? 'waiting'),
      reason: row.submission?.decision?.reason ?? null,
      note: row.submission?.decision?.note ?? null,
      public: row.id === standing.publishedVersionId,
    })),
    shown: chosen ? compare(textOfNumber(before?.number), textOfNumber(chosen.number)!) : null,
  };
}

type Numbered = IdeaText & { number: number };

function compare(before: Numbered | null, after: Numbered): NonNullable<VersionsView['shown']> {
  const { number, ...text } = after;
  return {
    from: before?.number ?? null,
    to: number,
    changes: before === null ? [] : changesBetween(before, after),
    text,
  };
}

/** The sections that differ, with what was taken out and put in. */
export function changesBetween(before: IdeaText, after: IdeaText): { section: Section; parts: Change[] }[] {
  return sections
    .filter((section) => before[section] !== after[section])
    .map((section) => ({ section, parts: differenceOf(before[section], after[section]) }));
}
