import { type UnitKind, unitLabel } from '#app/domain/units/unit.ts';

/** What is read of the units by which a round is parted. */
export const panelUnitColumns = {
  orderBy: { unit: { folded: 'asc' } },
  select: { unit: { select: { id: true, name: true, kind: true, province: { select: { name: true } } } } },
} as const;

type Row = { unit: { id: number; name: string; kind: UnitKind; province: { name: string } | null } };

/** As they are named on the page and in the rules. */
export function panelUnitsOf(rows: readonly Row[]): { id: number; name: string }[] {
  return rows.map(({ unit }) => ({ id: unit.id, name: unitLabel(unit) }));
}
