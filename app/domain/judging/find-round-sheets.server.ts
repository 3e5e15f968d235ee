import { insistThat } from '#app/domain/contests/contest-access.ts';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { byPair, pairKey } from './conflict.ts';
import { findConflicts } from './find-conflicts.server.ts';
import { findSheetTotals } from './find-sheet-totals.server.ts';
import { findSheets } from './find-sheets.server.ts';
import { whyNotSeeSheets } from './round-access.ts';

/**
 * The sheets behind a figure of the board: those of one entry or of one judge, mark by mark, with notes and with what stands
 * against them. For the officers of the contest; an officer who judges here waits until the round is closed.
 */
export async function findRoundSheets({
  slug,
  number,
  by,
  of,
}: {
  slug: string;
  number: number;
  by: Actor;
  of: { entry: number } | { judge: number };
}) {
  const contest = await findManagedContest({ slug, by });
  const round = contest.rounds.find((one) => one.number === number);
  if (round === undefined) throw new NotFound();
  const place = { id: contest.id, hostPath: contest.hostPath };
  insistThat(whyNotSeeSheets(by, place, { isJudge: contest.may.isJudge, state: round.state }));
  const rows = await db.scoresheet.findMany({
    where: {
      roundId: round.id,
      calibration: false,
      ...('entry' in of ? { entry: { number: of.entry } } : { judge: { number: of.judge } }),
    },
    relationLoadStrategy: 'join',
    orderBy: [{ entry: { number: 'asc' } }, { judge: { number: 'asc' } }, { reading: 'asc' }],
    select: {
      id: true,
      noteToTeam: true,
      noteToPanel: true,
      entry: {
        select: {
          number: true,
          divisionId: true,
          division: { select: { name: true } },
          version: { select: { title: true } },
        },
      },
      judge: { select: { number: true, person: { select: { fullName: true } } } },
    },
  });
  const states = new Map(
    (await findSheets(db, { contestId: contest.id, roundId: round.id, settled: round.state === 'PUBLISHED' })).map(
      (sheet) => [sheet.id, sheet],
    ),
  );
  const totals = await findSheetTotals(db, {
    roundId: round.id,
    sheets: rows.map(({ id, entry }) => ({ id, divisionId: entry.divisionId })),
  });
  const conflicts =
    round.state === 'PUBLISHED'
      ? new Map()
      : byPair(await findConflicts(db, { contestId: contest.id, roundId: round.id }));
  const criteria = await db.criterion.findMany({
    where: { rubric: { roundId: round.id } },
    orderBy: { position: 'asc' },
    select: { id: true, name: true, min: true, max: true, rubric: { select: { divisionId: true } } },
  });
  const own = new Set(rows.map(({ entry }) => entry.divisionId));
  const used = criteria.filter(({ rubric }) => rubric.divisionId !== null && own.has(rubric.divisionId));
  const title =
    'entry' in of
      ? await db.entry.findUnique({
          where: { contestId_number: { contestId: contest.id, number: of.entry } },
          select: { number: true, version: { select: { title: true } } },
        })
      : await db.judge.findUnique({
          where: { contestId_number: { contestId: contest.id, number: of.judge } },
          select: { number: true, person: { select: { fullName: true } } },
        });
  if (title === null) throw new NotFound();
  return {
    contest,
    round: { number: round.number, name: round.name, state: round.state },
    of:
      'version' in title
        ? { entry: title.number, title: title.version.title }
        : { judge: title.number, name: title.person.fullName },
    criteria: (used.length > 0 ? used : criteria.filter(({ rubric }) => rubric.divisionId === null)).map(
      ({ rubric: _, ...criterion }) => criterion,
    ),
    sheets: rows.map(({ entry, judge, ...row }) => {
      const sheet = states.get(row.id)!;
      const { marks, total } = totals.get(row.id)!;
      return {
        ...row,
        entry: { number: entry.number, title: entry.version.title, division: entry.division.name },
        judge: { number: judge.number, name: judge.person.fullName },
        state: sheet.state,
        reading: sheet.reading,
        submittedAt: sheet.submittedAt,
        late: sheet.late,
        recusal: sheet.recusal,
        total,
        marks: Object.fromEntries(marks),
        conflicts: contest.may.seeTeams
          ? (conflicts.get(pairKey(sheet)) ?? []).map(({ path }: { path: object }) => path)
          : [],
      };
    }),
  };
}
