import { type Actor, holdsInUnit, type RoleKind } from '#app/domain/people/actor.ts';
import type { Because } from '#app/domain/refusal.ts';

type Placed = { path: string };

const staff: RoleKind[] = ['MODERATOR', 'ORGANISER'];

/** Null: allowed. Its staff, and those of the units above it, see the inside of a unit: members, roles, codes. */
export function maySeeInsideUnit(by: Actor, unit: Placed): Because | null {
  return holdsInUnit(by, staff, unit.path) ? null : { key: 'people:refusals.notYourUnit' };
}

export function mayMakeUnitBelow(by: Actor, parent: Placed & { kind: string }): Because | null {
  if (maySeeInsideUnit(by, parent)) return { key: 'people:refusals.notYourUnit' };
  const kinds: RoleKind[] = parent.kind === 'CENTRE' ? ['ADMINISTRATOR'] : ['ORGANISER'];
  return holdsInUnit(by, kinds, parent.path) ? null : { key: 'staff:refusals.organisersOnly' };
}

export function mayRenameUnit(by: Actor, unit: Placed): Because | null {
  if (maySeeInsideUnit(by, unit)) return { key: 'people:refusals.notYourUnit' };
  return holdsInUnit(by, ['ORGANISER'], unit.path) ? null : { key: 'staff:refusals.organisersOnly' };
}

/** A target is set from above: by organisers of a unit over it, and at the top by its own. */
export function maySetTarget(by: Actor, unit: Placed): Because | null {
  if (maySeeInsideUnit(by, unit)) return { key: 'people:refusals.notYourUnit' };
  const above = unit.path.replace(/[^/]+\/$/, '');
  return holdsInUnit(by, ['ORGANISER'], above === '/' ? unit.path : above)
    ? null
    : { key: 'staff:refusals.targetFromAbove' };
}

/** A merger moves people and ideas from one unit to another: who does it holds both. */
export function mayMergeUnits(by: Actor, old: Placed, successor: Placed): Because | null {
  for (const unit of [old, successor]) {
    if (maySeeInsideUnit(by, unit)) return { key: 'staff:refusals.bothUnits' };
    if (!holdsInUnit(by, ['ORGANISER'], unit.path)) return { key: 'staff:refusals.organisersOnly' };
  }
  return null;
}
