import { dayKept, dayOf } from '#app/domain/people/day.ts';
import { fold, syllables } from '#app/domain/vietnamese.ts';

export const unitKinds = [
  'CENTRE',
  'PROVINCE',
  'COMMUNE',
  'UNIVERSITY',
  'SCHOOL',
  'ENTERPRISE',
  'AGENCY',
  'ARMED_FORCES',
] as const;
export type UnitKind = (typeof unitKinds)[number];

/** Codes of the General Statistics Office of the provinces that are cities under the centre. */
const cities: ReadonlySet<string> = new Set(['01', '31', '46', '48', '79', '92']);

/** What the Youth Union of a place is called: "Thành Đoàn Cần Thơ", "Tỉnh Đoàn An Giang", "Đoàn phường Ninh Kiều". */
export function unitTitle(unit: { kind: UnitKind; name: string; code?: string | null }): string {
  if (unit.kind === 'PROVINCE') return `${cities.has(unit.code ?? '') ? 'Thành Đoàn' : 'Tỉnh Đoàn'} ${unit.name}`;
  if (unit.kind !== 'COMMUNE') return unit.name;
  return `Đoàn ${unit.name.charAt(0).toLocaleLowerCase('vi')}${unit.name.slice(1)}`;
}

/** A unit with the place that tells it from its namesakes: "Phường Ninh Kiều, Cần Thơ". */
export function unitLabel(unit: { name: string; kind: UnitKind; province?: { name: string } | null }): string {
  if (unit.kind === 'PROVINCE' || !unit.province) return unit.name;
  return `${unit.name}, ${unit.province.name}`;
}

/** A name as it is looked for: folded, words only. "Bà Rịa - Vũng Tàu" → "ba ria vung tau". */
export function foldedName(name: string): string {
  return syllables(fold(name)).join(' ');
}

/** What a unit is found by: its name, and for a province what it is in full, "thanh pho can tho". */
export function foldedUnit(unit: { kind: UnitKind; name: string; code?: string | null }): string {
  if (unit.kind !== 'PROVINCE') return foldedName(unit.name);
  return `${cities.has(unit.code ?? '') ? 'thanh pho' : 'tinh'} ${foldedName(unit.name.replace(/^TP\. /, ''))}`;
}

/** Whether the unit is there on that day: begun, and not ended. A unit is gone from the day it ends on. */
export function isCurrent(unit: { startsOn: Date | null; endsOn: Date | null }, at: Date): boolean {
  const today = dayOf(at);
  return (
    (unit.startsOn === null || dayKept(unit.startsOn) <= today) &&
    (unit.endsOn === null || dayKept(unit.endsOn) > today)
  );
}

/** What may be made directly below a unit of this kind. */
export function kindsBelow(kind: UnitKind): UnitKind[] {
  const bodies: UnitKind[] = ['UNIVERSITY', 'SCHOOL', 'ENTERPRISE', 'AGENCY', 'ARMED_FORCES'];
  if (kind === 'CENTRE') return ['PROVINCE', ...bodies];
  if (kind === 'PROVINCE') return ['COMMUNE', ...bodies];
  return bodies;
}

/** Ids of a unit and everything above it, the highest first, out of its path "/1/35/2301/". */
export function idsInPath(path: string): number[] {
  return path.split('/').filter(Boolean).map(Number);
}
