import { now } from '#app/platform/clock.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { findConflicts } from './find-conflicts.server.ts';

/**
 * Gives the entry all judges mark first to every judge who has a sheet in an open round and lacks it; whoever has a conflict of interest
 * with it reads without. Does nothing where the round has no such entry or is not open. The sheets count nowhere.
 */
export async function layCalibration(
  tx: Tx,
  { contestId, round }: { contestId: string; round: { id: string; state: string; calibrationId: string | null } },
): Promise<void> {
  const entryId = round.calibrationId;
  if (entryId === null || round.state !== 'OPEN') return;
  const judges = await tx.judge.findMany({
    where: {
      contestId,
      roleGrant: { endedAt: null },
      scoresheets: {
        some: { roundId: round.id, calibration: false },
        none: { roundId: round.id, calibration: true },
      },
    },
    select: { id: true },
  });
  if (judges.length === 0) return;
  const judgeIds = judges.map(({ id }) => id);
  const barred = new Set(
    (await findConflicts(tx, { contestId, roundId: round.id, judgeIds, entryIds: [entryId] })).map(
      ({ judgeId }) => judgeId,
    ),
  );
  const assignedAt = now();
  await tx.scoresheet.createMany({
    // Reading 0: the entry may be read for real besides, by the same judge even.
    data: judgeIds
      .filter((id) => !barred.has(id))
      .map((judgeId) => ({ roundId: round.id, entryId, judgeId, reading: 0, calibration: true, assignedAt })),
  });
}
