import { hidesTeams } from '#app/domain/contests/contest.ts';
import { readRules } from '#app/domain/contests/contest-rules.ts';
import { fileTypes } from '#app/domain/ideas/idea-file.ts';
import { sectionColumns } from '#app/domain/ideas/idea-text.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { db } from '#app/platform/db/db.server.ts';
import { findOthersMarks } from './find-others-marks.server.ts';
import { readSheet } from './lock-sheet.server.ts';
import { keptMarks, standing } from './save-marks.server.ts';
import { whyNotMark, whyNotRecuse, whyNotReopen } from './scoresheet-access.ts';

/** Files in an order that says nothing of their names. */
export const sheetFileOrder = [{ file: { createdAt: 'asc' as const } }, { fileId: 'asc' as const }];

/** Whether judges of a round must not learn who wrote what: while it is blind and its results are not out. */
export function isBlindFor(round: {
  blind: boolean;
  state: string;
  contest: Parameters<typeof hidesTeams>[0];
}): boolean {
  return (round.blind && round.state !== 'PUBLISHED') || hidesTeams(round.contest);
}

/**
 * A sheet as its judge sees it: the entry's text, files under generated names, the criteria, the marks. While the round is
 * blind nothing here tells of author, unit, school, address or the name of a file. With a conflict of interest against it, or before the
 * sheet all judges mark first is handed in, the text is kept back too. Throws NotFound for anyone but the judge.
 */
export async function findSheet({ id, by }: { id: string; by: Actor }) {
  const sheet = await readSheet(db, { id, by });
  const blind = isBlindFor(sheet.round);
  const closed = (sheet.conflict && !sheet.recused) || sheet.calibrateFirst !== null;
  const [version, kept, next, team, others] = await Promise.all([
    db.ideaVersion.findUniqueOrThrow({
      where: { id: sheet.entry.versionId },
      select: {
        ...sectionColumns,
        field: { select: { nameVi: true, nameEn: true } },
        files: { orderBy: sheetFileOrder, select: { file: { select: { mediaType: true, bytes: true } } } },
      },
    }),
    keptMarks(db, sheet.id),
    findNextSheet({ sheet, by }),
    blind ? null : findTeam(sheet.entryId),
    findOthersMarks(db, sheet),
  ]);
  const division = await db.division.findUniqueOrThrow({
    where: { id: sheet.entry.divisionId },
    select: { name: true },
  });
  const pending = (await db.reopening.count({ where: { scoresheetId: sheet.id, decidedAt: null } })) > 0;
  const { files, field, ...text } = version;
  const { criteria, total, missing } = standing(sheet, kept);
  return {
    id: sheet.id,
    contest: {
      slug: sheet.round.contest.slug,
      name: sheet.round.contest.name,
      suspended: sheet.round.contest.suspendedAt !== null,
    },
    round: {
      number: sheet.round.number,
      name: sheet.round.name,
      state: sheet.round.state,
      closesAt: sheet.round.closesAt,
    },
    entry: { number: sheet.entry.number, division: division.name, field },
    /** All judges mark this one first; it counts nowhere. */
    calibration: sheet.calibration,
    calibrateFirst: sheet.calibrateFirst,
    blind,
    team,
    text: closed ? null : text,
    answers: closed
      ? []
      : readRules(sheet.round.contest.rules[0]?.body).entries.questions.map((question, at) => ({
          question,
          answer: (sheet.entry.answers as Record<string, string>)[String(at + 1)] ?? '',
        })),
    files: closed
      ? []
      : files.map(({ file }, index) => ({
          number: index + 1,
          name: sheetFileName({ entry: sheet.entry.number, number: index + 1, mediaType: file.mediaType }),
          mediaType: file.mediaType,
          bytes: file.bytes,
        })),
    criteria: sheet.criteria.map((criterion, index) => ({ ...criterion, ...criteria[index]! })),
    total,
    missing,
    late: [...kept.values()].flat().filter((mark) => mark.standing === 'LATE').length,
    notes: { toTeam: sheet.noteToTeam, toPanel: sheet.noteToPanel, revision: sheet.noteRevision },
    submittedAt: sheet.submittedAt,
    recusal: sheet.recusal,
    /** What the other judges gave, by number; null where it is not shown yet. */
    others,
    whyNotMark: whyNotMark(sheet),
    /** Null: the judge may ask to change what was handed in. */
    whyNotReopen: whyNotReopen({ ...sheet, pending }),
    mayRecuse: whyNotRecuse(sheet) === null && !sheet.conflict,
    next,
  };
}

export type SheetPage = Awaited<ReturnType<typeof findSheet>>;

/** `bai-12-tep-1.pdf`: says which entry and which file, and nothing of what the team called it. */
export function sheetFileName({
  entry,
  number,
  mediaType,
}: {
  entry: number;
  number: number;
  mediaType: string;
}): string {
  const extension = (fileTypes as Record<string, { extension: string }>)[mediaType]?.extension ?? 'bin';
  return `bai-${entry}-tep-${number}.${extension}`;
}

/** The next sheet of this round that is not handed in, after this one and then from the beginning; null when none is left. */
async function findNextSheet({
  sheet,
  by,
}: {
  sheet: { id: string; calibration: boolean; round: { id: string }; entry: { number: number } };
  by: Actor;
}): Promise<{ id: string; left: number } | null> {
  const rows = await db.scoresheet.findMany({
    where: {
      roundId: sheet.round.id,
      id: { not: sheet.id },
      judge: { personId: by.id, roleGrant: { endedAt: null } },
      submittedAt: null,
      recusal: null,
      entry: { withdrawal: null },
    },
    orderBy: [{ calibration: 'desc' }, { entry: { number: 'asc' } }],
    select: { id: true, calibration: true, entry: { select: { number: true } } },
  });
  const next =
    rows.find(({ calibration }) => calibration) ??
    rows.find(({ entry }) => sheet.calibration || entry.number > sheet.entry.number) ??
    rows[0];
  return next === undefined ? null : { id: next.id, left: rows.length };
}

/** Names and unit, once the round is not blind for its judges. */
async function findTeam(entryId: string): Promise<{ names: string[]; unit: string | null }> {
  const entry = await db.entry.findUniqueOrThrow({
    where: { id: entryId },
    relationLoadStrategy: 'join',
    select: {
      version: { select: { unit: { select: { name: true } } } },
      members: { orderBy: { kind: 'asc' }, select: { person: { select: { fullName: true } } } },
    },
  });
  return { names: entry.members.map(({ person }) => person.fullName), unit: entry.version.unit?.name ?? null };
}
