import type { ContestState } from '#app/domain/contests/contest.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import type { db, Tx } from '#app/platform/db/db.server.ts';
import { findConflicts } from './find-conflicts.server.ts';
import { mayRead } from './scoresheet-access.ts';

const columns = {
  id: true,
  entryId: true,
  judgeId: true,
  submittedAt: true,
  calibration: true,
  noteToTeam: true,
  noteToPanel: true,
  noteRevision: true,
  recusal: { select: { at: true, reason: true } },
  judge: { select: { personId: true, number: true, roleGrant: { select: { endedAt: true } } } },
  entry: {
    select: {
      number: true,
      divisionId: true,
      ideaId: true,
      versionId: true,
      answers: true,
      withdrawal: { select: { at: true } },
    },
  },
  round: {
    select: {
      id: true,
      number: true,
      name: true,
      state: true,
      closesAt: true,
      blind: true,
      othersMarks: true,
      calibrationId: true,
      contest: {
        select: {
          id: true,
          slug: true,
          name: true,
          state: true,
          suspendedAt: true,
          rounds: { select: { blind: true, state: true } },
          rules: { orderBy: { number: 'desc' }, take: 1, select: { body: true } },
        },
      },
      rubrics: {
        select: {
          divisionId: true,
          criteria: {
            orderBy: { position: 'asc' },
            select: {
              id: true,
              position: true,
              name: true,
              description: true,
              weight: true,
              min: true,
              max: true,
              step: true,
              anchors: { orderBy: { mark: 'asc' }, select: { mark: true, text: true } },
            },
          },
        },
      },
    },
  },
} as const;

/**
 * A judge's own sheet with the criteria it is marked by and whether a conflict of interest stands against it now. Throws
 * NotFound for everyone else, whoever they are.
 */
export async function readSheet(reader: Tx | typeof db, { id, by }: { id: string; by: Actor }) {
  if (!isUuid(id)) throw new NotFound();
  const sheet = await reader.scoresheet.findUnique({ where: { id }, relationLoadStrategy: 'join', select: columns });
  if (sheet === null) throw new NotFound();
  const place = {
    judge: { personId: sheet.judge.personId, seatEnded: sheet.judge.roleGrant.endedAt !== null },
    round: { state: sheet.round.state },
  };
  if (!mayRead(by, place) || (sheet.round.contest.state as ContestState) === 'CANCELLED') throw new NotFound();
  const first = sheet.calibration ? null : await findCalibrationDue(reader, sheet);
  const conflicts = await findConflicts(reader, {
    contestId: sheet.round.contest.id,
    roundId: sheet.round.id,
    judgeIds: [sheet.judgeId],
    entryIds: [sheet.entryId, ...(first === null ? [] : [first.entryId])],
  });
  const barred = new Set(conflicts.map(({ entryId }) => entryId));
  const { rubrics, ...round } = sheet.round;
  const rubric =
    rubrics.find(({ divisionId }) => divisionId === sheet.entry.divisionId) ??
    rubrics.find(({ divisionId }) => divisionId === null);
  return {
    ...sheet,
    ...place,
    round,
    criteria: rubric?.criteria ?? [],
    recused: sheet.recusal !== null,
    conflict: barred.has(sheet.entryId),
    calibrateFirst: first === null || barred.has(first.entryId) ? null : first.id,
    withdrawn: sheet.entry.withdrawal !== null,
  };
}

/** The sheet this judge still has to hand in before the others of the round open. */
async function findCalibrationDue(
  reader: Tx | typeof db,
  {
    judgeId,
    round,
    submittedAt,
  }: { judgeId: string; round: { id: string; state: string; calibrationId: string | null }; submittedAt: Date | null },
): Promise<{ id: string; entryId: string } | null> {
  if (round.calibrationId === null || round.state !== 'OPEN' || submittedAt !== null) return null;
  return reader.scoresheet.findFirst({
    where: {
      roundId: round.id,
      judgeId,
      calibration: true,
      submittedAt: null,
      recusal: { is: null },
      entry: { withdrawal: { is: null } },
    },
    select: { id: true, entryId: true },
  });
}

export type OwnSheet = Awaited<ReturnType<typeof readSheet>>;

/** The same, held until the transaction ends: what arrives for one sheet is taken one after the other. */
export async function lockSheet(tx: Tx, { id, by }: { id: string; by: Actor }): Promise<OwnSheet> {
  if (!isUuid(id)) throw new NotFound();
  await tx.$queryRaw`select 1 from "Scoresheet" where id = ${id}::uuid for update`;
  return readSheet(tx, { id, by });
}
