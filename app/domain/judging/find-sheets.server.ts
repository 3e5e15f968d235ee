import type { db, Tx } from '#app/platform/db/db.server.ts';
import { byPair, pairKey } from './conflict.ts';
import { findConflicts } from './find-conflicts.server.ts';
import { type SheetState, sheetState } from './scoresheet.ts';

export type RoundSheet = {
  id: string;
  entryId: string;
  judgeId: string;
  reading: number;
  assignedAt: Date;
  submittedAt: Date | null;
  /** Criteria that have a mark in force. */
  marks: number;
  /** Marks that wait for the judge to choose, and marks that came too late. */
  asides: number;
  late: number;
  recusal: { reason: string; at: Date } | null;
  /** The judge wrote a note. */
  noted: boolean;
  state: SheetState;
  /** The entry was withdrawn: the sheet stays on record. */
  withdrawn: boolean;
};

/**
 * Every sheet of a round that counts (not the one all judges mark first) with where it stands, conflicts found afresh unless `settled` (a published round is not judged anew).
 * The number of queries does not depend on how many sheets there are.
 */
export async function findSheets(
  reader: Tx | typeof db,
  { contestId, roundId, settled = false }: { contestId: string; roundId: string; settled?: boolean },
): Promise<RoundSheet[]> {
  const rows = await reader.$queryRaw<
    {
      id: string;
      entryId: string;
      judgeId: string;
      reading: number;
      assignedAt: Date;
      submittedAt: Date | null;
      marks: number;
      asides: number;
      late: number;
      recusedAt: Date | null;
      recusalReason: string | null;
      noted: boolean;
      seatEnded: boolean;
      withdrawn: boolean;
    }[]
  >`
    select s.id, s."entryId", s."judgeId", s.reading, s."assignedAt", s."submittedAt",
      coalesce(m.marks, 0)::int as marks, coalesce(m.asides, 0)::int as asides, coalesce(m.late, 0)::int as late,
      r.at as "recusedAt", r.reason as "recusalReason",
      s."noteRevision" > 0 as noted, g."endedAt" is not null as "seatEnded", w."entryId" is not null as withdrawn
    from "Scoresheet" s
    join "Judge" j on j.id = s."judgeId"
    join "RoleGrant" g on g.id = j."roleGrantId"
    left join "Recusal" r on r."scoresheetId" = s.id
    left join "EntryWithdrawal" w on w."entryId" = s."entryId"
    left join (
      select k."scoresheetId",
        count(*) filter (where k.standing = 'IN_FORCE') as marks,
        count(*) filter (where k.standing = 'ASIDE') as asides,
        count(*) filter (where k.standing = 'LATE') as late
      from "Mark" k join "Scoresheet" t on t.id = k."scoresheetId"
      where t."roundId" = ${roundId}::uuid
      group by k."scoresheetId"
    ) m on m."scoresheetId" = s.id
    where s."roundId" = ${roundId}::uuid and not s.calibration
    order by s.id`;
  const conflicts =
    settled || rows.length === 0 ? new Map() : byPair(await findConflicts(reader, { contestId, roundId }));
  return rows.map(({ recusedAt, recusalReason, seatEnded, ...row }) => {
    const recusal = recusedAt === null ? null : { at: recusedAt, reason: recusalReason ?? '' };
    const state = sheetState({ ...row, recusal, seatEnded, conflict: conflicts.has(pairKey(row)) });
    return { ...row, recusal, state };
  });
}
