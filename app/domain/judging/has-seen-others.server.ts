import type { Tx } from '#app/platform/db/db.server.ts';

/**
 * Whether the judge of a sheet can have seen what others gave its entry by now: the round shows it as soon as one's own sheet is handed in, or was
 * closed once; and somebody else had handed a sheet in, be it reopened since.
 */
export async function hasSeenOthers(
  tx: Tx,
  { sheet, roundId }: { sheet: { id: string; entryId: string; submittedAt: Date | null }; roundId: string },
): Promise<boolean> {
  const { othersMarks, acts } = await tx.round.findUniqueOrThrow({
    where: { id: roundId },
    select: { othersMarks: true, acts: { where: { to: 'CLOSED' }, take: 1, select: { id: true } } },
  });
  const shown = acts.length > 0 || (othersMarks === 'SUBMITTED' && sheet.submittedAt !== null);
  if (!shown) return false;
  const others = await tx.scoresheet.count({
    where: {
      roundId,
      entryId: sheet.entryId,
      id: { not: sheet.id },
      calibration: false,
      OR: [{ submittedAt: { not: null } }, { reopenings: { some: { granted: true } } }],
    },
  });
  return others > 0;
}
