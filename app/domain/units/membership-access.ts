import { type Actor, holdsInUnit } from '#app/domain/people/actor.ts';
import type { Because } from '#app/domain/refusal.ts';

/** Null: allowed. Staff of the unit or above it say who belongs to it; nobody says it of themselves. */
export function mayDecideMembership(
  by: Actor,
  membership: { personId: string; unit: { path: string } },
): Because | null {
  if (!holdsInUnit(by, ['MODERATOR', 'ORGANISER'], membership.unit.path)) {
    return { key: 'people:refusals.notYourUnit' };
  }
  return membership.personId === by.id ? { key: 'staff:refusals.ownMembership' } : null;
}

type Pupil = { personId: string; unit: { path: string }; hasMail: boolean; holdsRole: boolean };

/**
 * Null: allowed. A new password on a slip is for those who have no mail to get a link by. Never for who holds a role: a
 * unit's staff must not come into another's powers that way.
 */
export function mayGiveSlip(by: Actor, pupil: Pupil): Because | null {
  if (!holdsInUnit(by, ['MODERATOR', 'ORGANISER'], pupil.unit.path)) return { key: 'people:refusals.notYourUnit' };
  if (pupil.hasMail) return { key: 'staff:refusals.slipHasMail' };
  return pupil.holdsRole ? { key: 'staff:refusals.slipHoldsRole' } : null;
}
