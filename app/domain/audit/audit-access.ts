import { type Actor, holdsInUnit, isAdministrator, type RoleKind } from '#app/domain/people/actor.ts';
import type { Because } from '#app/domain/refusal.ts';

/** Which part of the history somebody may read. */
export type AuditScope = {
  /** Everything, also what belongs to no unit. */
  whole: boolean;
  /** Units and ideas at or below these paths. */
  units: string[];
  /** Contests hosted at or below these paths. */
  contests: string[];
};

const staff: RoleKind[] = ['MODERATOR', 'ORGANISER', 'ADMINISTRATOR'];
const organisers: RoleKind[] = ['ORGANISER', 'ADMINISTRATOR'];

function pathsOf(by: Actor, kinds: RoleKind[]): string[] {
  const all = by.roles.flatMap((role) => (kinds.includes(role.kind) && role.unitPath !== null ? [role.unitPath] : []));
  // A path below another one adds nothing.
  return [...new Set(all)].filter((one) => !all.some((other) => other !== one && one.startsWith(other)));
}

/** The inside of a contest is for its organisers; moderators read what happened to units, people and ideas. */
export function auditScope(by: Actor): AuditScope {
  return { whole: isAdministrator(by), units: pathsOf(by, staff), contests: pathsOf(by, organisers) };
}

/** Null: allowed. */
export function mayReadAuditOf(by: Actor, unit: { path: string }): Because | null {
  return holdsInUnit(by, ['MODERATOR', 'ORGANISER'], unit.path) ? null : { key: 'people:refusals.notYourUnit' };
}

/** The same scope, no wider than one unit and what lies below it. */
export function within(by: Actor, unit: { path: string }): AuditScope {
  const organises = holdsInUnit(by, ['ORGANISER'], unit.path);
  return { whole: false, units: [unit.path], contests: organises ? [unit.path] : [] };
}
