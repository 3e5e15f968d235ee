import type { db, Tx } from '#app/platform/db/db.server.ts';
import { type MarkedCriterion, sheetTotal } from './scoring.ts';

export type SheetMarks = {
  marks: Map<string, number>;
  /** 0–100; null while a criterion has no mark. */
  total: number | null;
  /** The marks in the order of the rubric, and whether one of them is the least there is; empty while one is missing. */
  inOrder: number[];
  least: boolean;
};

/**
 * The marks in force of the sheets named, each with its total by the rubric of its entry's division. Two queries, however
 * many sheets.
 */
export async function findSheetTotals(
  reader: Tx | typeof db,
  { roundId, sheets }: { roundId: string; sheets: readonly { id: string; divisionId: string }[] },
): Promise<Map<string, SheetMarks>> {
  const rubrics = await reader.rubric.findMany({
    where: { roundId },
    relationLoadStrategy: 'join',
    select: {
      divisionId: true,
      criteria: { orderBy: { position: 'asc' }, select: { id: true, weight: true, min: true, max: true } },
    },
  });
  const common = rubrics.find(({ divisionId }) => divisionId === null)?.criteria ?? [];
  const own = new Map<string | null, MarkedCriterion[]>(rubrics.map((rubric) => [rubric.divisionId, rubric.criteria]));
  const rows = await reader.$queryRaw<{ sheetId: string; criterionId: string; value: number }[]>`
    select m."scoresheetId" as "sheetId", m."criterionId", m.value
    from "Mark" m join "Scoresheet" s on s.id = m."scoresheetId"
    where s."roundId" = ${roundId}::uuid and m.standing = 'IN_FORCE'`;
  const marks = new Map<string, Map<string, number>>();
  for (const { sheetId, criterionId, value } of rows) {
    const sheet = marks.get(sheetId) ?? new Map<string, number>();
    marks.set(sheetId, sheet.set(criterionId, value));
  }
  return new Map(
    sheets.map(({ id, divisionId }) => {
      const criteria = own.get(divisionId) ?? common;
      const given = marks.get(id) ?? new Map<string, number>();
      const total = criteria.length === 0 ? null : sheetTotal(criteria, given);
      const inOrder = total === null ? [] : criteria.map((criterion) => given.get(criterion.id)!);
      return [id, { marks: given, total, inOrder, least: inOrder.some((mark, at) => mark <= criteria[at]!.min) }];
    }),
  );
}
