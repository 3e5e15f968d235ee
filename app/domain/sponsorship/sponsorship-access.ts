import type { Ruling } from '#app/domain/ideas/idea-access.ts';
import type { Actor } from '#app/domain/people/actor.ts';

/** The businesses a person has the word of. */
export function businessesOf(by: Actor): string[] {
  return by.roles.flatMap(({ kind, businessId }) =>
    kind === 'REPRESENTATIVE' && businessId !== null ? [businessId] : [],
  );
}

export function represents(by: Actor, businessId: string): boolean {
  return businessesOf(by).includes(businessId);
}

type Sides = { businessId: string; team: readonly { personId: string; lead: boolean }[] };

/** On which side of an offer somebody stands; null for everyone else, former representatives among them. */
export function sideOf(by: Actor, { businessId, team }: Sides): 'business' | 'lead' | 'member' | null {
  const own = team.find(({ personId }) => personId === by.id);
  if (own !== undefined) return own.lead ? 'lead' : 'member';
  return represents(by, businessId) ? 'business' : null;
}

/** The lead answers for the team. */
export function mayAnswerForTeam(by: Actor, sides: Sides): Ruling {
  return sideOf(by, sides) === 'lead' ? null : { never: { key: 'sponsorship:refusals.leadOnly' } };
}

/** Who has the word of the business now. */
export function mayActForBusiness(by: Actor, sides: Sides): Ruling {
  return sideOf(by, sides) === 'business' ? null : { never: { key: 'sponsorship:refusals.representativesOnly' } };
}
