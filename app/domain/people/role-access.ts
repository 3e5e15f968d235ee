import type { Because } from '#app/domain/refusal.ts';
import { type Actor, holdsInUnit, isAdministrator, type RoleKind } from './actor.ts';

/** The kinds of role that hold in a unit and everything below it, from the least to the most. */
export const unitRoleKinds = ['MENTOR', 'MODERATOR', 'ORGANISER', 'ADMINISTRATOR'] as const;
export type UnitRoleKind = (typeof unitRoleKinds)[number];

/** Who may give a role: those who hold one of these in the unit or above it. Administrators hold everything there. */
const givers: Record<UnitRoleKind, RoleKind[]> = {
  MENTOR: ['ORGANISER'],
  MODERATOR: ['MODERATOR', 'ORGANISER'],
  ORGANISER: ['ORGANISER'],
  ADMINISTRATOR: ['ADMINISTRATOR'],
};

/** Null: allowed. Otherwise why not. Nobody gives outside their own subtree, nor more than they hold. */
export function mayGrantRole(by: Actor, kind: UnitRoleKind, unitPath: string): Because | null {
  if (!holdsInUnit(by, ['MODERATOR', 'ORGANISER'], unitPath)) return { key: 'people:refusals.notYourUnit' };
  if (holdsInUnit(by, givers[kind], unitPath)) return null;
  return kind === 'ADMINISTRATOR'
    ? { key: 'people:refusals.administratorsOnly' }
    : { key: 'people:refusals.moreThanYouHold' };
}

export type RoleToEnd = { kind: RoleKind; personId: string; unitPath: string | null };

/**
 * Null: allowed. One's own role one may lay down, but not one's last as an administrator; another's, as one may grant it.
 * A representative is ended by administrators.
 */
export function mayEndRole(by: Actor, role: RoleToEnd): Because | null {
  if (role.personId === by.id) {
    const administers = by.roles.filter((one) => one.kind === 'ADMINISTRATOR').length;
    return role.kind === 'ADMINISTRATOR' && administers <= 1 ? { key: 'people:refusals.ownLastAdministrator' } : null;
  }
  if (role.kind === 'REPRESENTATIVE') return mayActForBusinesses(by);
  if (role.unitPath === null || !isUnitRoleKind(role.kind)) return { key: 'people:refusals.endedElsewhere' };
  return mayGrantRole(by, role.kind, role.unitPath);
}

/** Businesses are registered, verified and represented by the word of an administrator of the whole. */
export function mayActForBusinesses(by: Actor): Because | null {
  return isAdministrator(by) ? null : { key: 'people:refusals.administratorsOnly' };
}

export function isUnitRoleKind(kind: RoleKind): kind is UnitRoleKind {
  return (unitRoleKinds as readonly RoleKind[]).includes(kind);
}
