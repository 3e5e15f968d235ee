import { type Actor, holdsInUnit } from '#app/domain/people/actor.ts';

/** Organisers of the receiving unit, and of those above it. */
export function receives(actor: Actor, unit: { path: string }): boolean {
  return holdsInUnit(actor, ['ORGANISER'], unit.path);
}
