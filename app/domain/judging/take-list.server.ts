import { insistThat } from '#app/domain/contests/contest-access.ts';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { needsGuardian } from '#app/domain/people/consent.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { ContestList, ListKind } from './contest-list.ts';
import { findSheetTotals } from './find-sheet-totals.server.ts';
import { findSheets } from './find-sheets.server.ts';
import { whyNotSeeSheets } from './round-access.ts';

/**
 * A list of one contest for those who run it, taken on record: that it was taken, by whom and how many rows, stands in the history before
 * it goes out. Names and addresses only for who may know who wrote what; of somebody under guardianship no telephone number. Marks under
 * judges' numbers, as far as this officer may see sheets. Throws NotAllowed and NotFound.
 */
export async function takeList({
  by,
  slug,
  kind,
  round,
}: {
  by: Actor;
  slug: string;
  kind: ListKind;
  round: number | null;
}): Promise<ContestList> {
  const contest = await findManagedContest({ slug, by });
  const list = await (kind === 'marks' ? marksOf(contest, by, round) : entriesOf(contest, kind));
  await db.$transaction((tx) =>
    recordEvent(tx, {
      kind: 'contest.exported',
      by: by.id,
      contestId: contest.id,
      payload: { list: kind, round, rows: list.rows.length },
    }),
  );
  return list;
}

type Contest = Awaited<ReturnType<typeof findManagedContest>>;

async function entriesOf(contest: Contest, kind: 'contacts' | 'files'): Promise<ContestList> {
  insistThat(contest.may.seeTeams ? null : { key: 'judging:refusals.listBlind' });
  const entries = await db.entry.findMany({
    where: { contestId: contest.id, withdrawal: { is: null } },
    relationLoadStrategy: 'join',
    orderBy: { number: 'asc' },
    select: {
      number: true,
      receipt: true,
      division: { select: { name: true } },
      members: {
        orderBy: { kind: 'asc' },
        select: {
          kind: true,
          person: {
            select: {
              fullName: true,
              email: true,
              emailVerifiedAt: true,
              phone: true,
              birthDate: true,
              closedAt: true,
            },
          },
        },
      },
      version: {
        select: {
          title: true,
          unit: { select: { name: true } },
          files: { select: { file: { select: { name: true, mediaType: true, bytes: true, sha256: true } } } },
        },
      },
    },
  });
  const at = now();
  if (kind === 'files') {
    return {
      kind,
      columns: ['entry', 'title', 'file', 'mediaType', 'bytes', 'sha256'],
      rows: entries.flatMap(({ number, version }) =>
        version.files.map(({ file }) => [number, version.title, file.name, file.mediaType, file.bytes, file.sha256]),
      ),
    };
  }
  return {
    kind,
    columns: ['entry', 'receipt', 'title', 'division', 'unit', 'part', 'name', 'mail', 'phone'],
    rows: entries.flatMap(({ number, receipt, division, version, members }) =>
      members.map(({ kind: part, person }) => [
        number,
        receipt,
        version.title,
        division.name,
        version.unit?.name ?? null,
        part,
        person.fullName,
        person.closedAt === null && person.emailVerifiedAt !== null ? person.email : null,
        person.closedAt === null && !needsGuardian(person, at) ? person.phone : null,
      ]),
    ),
  };
}

async function marksOf(contest: Contest, by: Actor, number: number | null): Promise<ContestList> {
  const round = contest.rounds.find((one) => one.number === number);
  if (round === undefined) throw new NotFound();
  const place = { id: contest.id, hostPath: contest.hostPath };
  insistThat(whyNotSeeSheets(by, place, { isJudge: contest.may.isJudge, state: round.state }));
  const sheets = (
    await findSheets(db, { contestId: contest.id, roundId: round.id, settled: round.state === 'PUBLISHED' })
  ).filter(({ state, withdrawn }) => state === 'submitted' && !withdrawn);
  const [entries, judges, criteria] = [
    await db.entry.findMany({
      where: { contestId: contest.id },
      select: { id: true, number: true, divisionId: true, division: { select: { name: true } } },
    }),
    await db.judge.findMany({ where: { contestId: contest.id }, select: { id: true, number: true } }),
    await db.criterion.findMany({
      where: { rubric: { roundId: round.id } },
      orderBy: { position: 'asc' },
      select: { id: true, name: true, weight: true, min: true, max: true },
    }),
  ];
  const entryOf = new Map(entries.map((entry) => [entry.id, entry]));
  const judgeOf = new Map(judges.map(({ id, number: seat }) => [id, seat]));
  const totals = await findSheetTotals(db, {
    roundId: round.id,
    sheets: sheets.map(({ id, entryId }) => ({ id, divisionId: entryOf.get(entryId)!.divisionId })),
  });
  const rows = sheets
    .map((sheet) => ({ sheet, entry: entryOf.get(sheet.entryId)!, judge: judgeOf.get(sheet.judgeId)! }))
    .sort((a, b) => a.entry.number - b.entry.number || a.judge - b.judge || a.sheet.reading - b.sheet.reading)
    .flatMap(({ sheet, entry, judge }) => {
      const marks = totals.get(sheet.id);
      return criteria.flatMap(({ id, name, weight, min, max }) => {
        const value = marks?.marks.get(id);
        return value === undefined
          ? []
          : [[entry.number, entry.division.name, judge, name, weight, min, max, value, marks?.total ?? null]];
      });
    });
  return {
    kind: 'marks',
    columns: ['entry', 'division', 'judge', 'criterion', 'weight', 'least', 'most', 'mark', 'total'],
    rows,
  };
}
