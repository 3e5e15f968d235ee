import { createHash, randomUUID } from 'node:crypto';
import type { Actor } from '#app/domain/people/actor.ts';
import type { FieldReasons } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';
import { lockSheet, type OwnSheet } from './lock-sheet.server.ts';
import { type ArrivingMark, inForce, type KeptMark, receiveMark } from './mark.ts';
import { readMark } from './read-mark.ts';
import type { CriterionMarks, SavedMarks } from './saved-marks.ts';
import { whyNotMark } from './scoresheet-access.ts';
import type { TypedMark } from './scoresheet-form.ts';
import { sheetTotal } from './scoring.ts';

/** The same key with another value is another mark; it gets a key of its own that a resend finds again. */
function keyOf(kept: readonly KeptMark[], { key, value }: { key: string; value: number }): string {
  if (key === '') return randomUUID();
  if (!kept.some((one) => one.key === key && one.value !== value)) return key;
  const hash = createHash('sha256').update(`${key} ${value}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/**
 * Saves marks of a judge's own sheet, one or all of them. A mark that is not one its criterion allows is refused beside it and
 * keeps none of the others from being saved. What arrives after submission or closing is kept as late and changes nothing.
 * Throws NotFound for anyone but the judge.
 */
export async function saveMarks({
  by,
  sheetId,
  marks,
}: {
  by: Actor;
  sheetId: string;
  marks: readonly TypedMark[];
}): Promise<SavedMarks> {
  return db.$transaction(async (tx) => {
    const sheet = await lockSheet(tx, { id: sheetId, by });
    const late = whyNotMark(sheet);
    const at = now();
    const kept = await keptMarks(tx, sheet.id);
    const problems: FieldReasons = {};
    const taken: SavedMarks['taken'] = [];
    for (const { criterionId, typed, basedOn, key, settles, markedAt } of marks) {
      const criterion = sheet.criteria.find(({ id }) => id === criterionId);
      if (criterion === undefined) {
        problems[`mark.${criterionId}`] = [{ key: 'judging:problems.noSuchCriterion' }];
        continue;
      }
      const { value, wrong } = readMark(criterion, typed);
      if (wrong !== null) {
        problems[`mark.${criterionId}`] = [wrong];
        continue;
      }
      const own = kept.get(criterionId) ?? [];
      const mark: ArrivingMark = { key: keyOf(own, { key, value }), value, basedOn, settles };
      const { known, written, replaced } = receiveMark(own, mark, late !== null);
      if (known !== null) {
        taken.push({ criterionId, key, standing: known.standing, revision: known.revision });
        continue;
      }
      await tx.mark.updateMany({ where: { id: { in: replaced } }, data: { standing: 'REPLACED' } });
      const row = { ...written!, value, basedOn };
      const made = await tx.mark.create({
        data: { ...row, scoresheetId: sheet.id, criterionId, clientKey: mark.key, markedAt, receivedAt: at },
        select: { id: true },
      });
      kept.set(criterionId, [
        ...own.map((one) => (replaced.includes(one.id) ? { ...one, standing: 'REPLACED' as const } : one)),
        { ...row, id: made.id, key: mark.key },
      ]);
      taken.push({ criterionId, key, standing: row.standing, revision: row.revision });
    }
    return { taken, ...standing(sheet, kept), problems, late: taken.length > 0 ? late : null, savedAt: at };
  });
}

/** Every mark ever received for a sheet, by criterion. */
export async function keptMarks(reader: Tx | typeof db, sheetId: string): Promise<Map<string, KeptMark[]>> {
  const rows = await reader.mark.findMany({
    where: { scoresheetId: sheetId },
    orderBy: { revision: 'asc' },
    select: {
      id: true,
      criterionId: true,
      clientKey: true,
      value: true,
      revision: true,
      basedOn: true,
      standing: true,
    },
  });
  const kept = new Map<string, KeptMark[]>();
  for (const { criterionId, clientKey, ...row } of rows) {
    kept.set(criterionId, [...(kept.get(criterionId) ?? []), { ...row, key: clientKey }]);
  }
  return kept;
}

/** The sheet as it stands: each criterion's mark, what waits for a choice, and the running total. */
export function standing(
  sheet: Pick<OwnSheet, 'criteria'>,
  kept: ReadonlyMap<string, readonly KeptMark[]>,
): { criteria: CriterionMarks[]; total: number | null; missing: number } {
  const criteria = sheet.criteria.map(({ id }) => {
    const own = kept.get(id) ?? [];
    const present = inForce(own);
    return {
      criterionId: id,
      value: present?.value ?? null,
      revision: present?.revision ?? 0,
      asides: own.filter((mark) => mark.standing === 'ASIDE').map((mark) => ({ id: mark.id, value: mark.value })),
    };
  });
  const marks = new Map(criteria.flatMap(({ criterionId, value }) => (value === null ? [] : [[criterionId, value]])));
  return {
    criteria,
    total: sheet.criteria.length === 0 ? null : sheetTotal(sheet.criteria, marks),
    missing: criteria.filter(({ value }) => value === null).length,
  };
}
