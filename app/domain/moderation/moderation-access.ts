import { isModeratorOf, type Ruling } from '#app/domain/ideas/idea-access.ts';
import { type Actor, isAdministrator, type RoleKind } from '#app/domain/people/actor.ts';

/** An administrator of a part moderates that part. */
const moderating: RoleKind[] = ['MODERATOR', 'ADMINISTRATOR'];

/** Whoever may open the desk at all. */
export function isModerator(by: Actor): boolean {
  return by.roles.some((role) => moderating.includes(role.kind) && role.unitPath !== null);
}

/** The units whose submissions this person looks at, as beginnings of paths; null: all of them. */
export function moderatedPaths(by: Actor): string[] | null {
  if (isAdministrator(by)) return null;
  return by.roles.flatMap((role) => (role.unitPath !== null && moderating.includes(role.kind) ? [role.unitPath] : []));
}

/** Whether a submission is among those this person may read. */
export function mayReview(by: Actor, submission: { unitPaths: string[] }): boolean {
  return isModeratorOf(by, submission);
}

/** Nobody decides on an idea they are, or ever were, on the team of. */
export function mayDecide(by: Actor, submission: { everOnTeam: string[] }): Ruling {
  if (submission.everOnTeam.includes(by.id)) return { never: { key: 'moderation:refusals.ownIdea' } };
  return null;
}
