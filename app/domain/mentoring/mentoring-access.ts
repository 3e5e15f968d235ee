import type { Ruling } from '#app/domain/ideas/idea-access.ts';
import { type Actor, holdsInUnit } from '#app/domain/people/actor.ts';

/** Staff of the unit an offer named, or of one above it. Nobody checks themselves. */
export function mayCheckMentor(by: Actor, mentor: { personId: string; unitPath: string }): Ruling {
  if (!holdsInUnit(by, ['MODERATOR', 'ORGANISER'], mentor.unitPath)) {
    return { never: { key: 'mentoring:refusals.notYourUnit' } };
  }
  return mentor.personId === by.id ? { never: { key: 'mentoring:refusals.notYourself' } } : null;
}

/** Programmes are run by those who run contests there. */
export function mayRunProgramme(by: Actor, programme: { unitPath: string }): Ruling {
  return holdsInUnit(by, ['ORGANISER'], programme.unitPath)
    ? null
    : { never: { key: 'mentoring:refusals.organisersOnly' } };
}

/** Whether somebody runs programmes or checks mentors anywhere. */
export function staffsMentoring(by: Actor): boolean {
  return by.roles.some((role) => ['MODERATOR', 'ORGANISER', 'ADMINISTRATOR'].includes(role.kind));
}

type Sides = { mentorPersonId: string; team: readonly { personId: string; lead: boolean }[] };

/** On which side of a proposal or a mentorship somebody stands; null for everyone else. */
export function sideOf(by: Actor, { mentorPersonId, team }: Sides): 'mentor' | 'lead' | 'member' | null {
  if (by.id === mentorPersonId) return 'mentor';
  const own = team.find(({ personId }) => personId === by.id);
  if (own === undefined) return null;
  return own.lead ? 'lead' : 'member';
}

/** The mentor answers for themselves, the lead for the team. */
export function mayAnswer(by: Actor, sides: Sides): Ruling {
  const side = sideOf(by, sides);
  if (side === 'mentor' || side === 'lead') return null;
  return { never: { key: side === null ? 'mentoring:refusals.notYours' : 'mentoring:refusals.leadOnly' } };
}

/** Who walks together writes down their meetings and says when the road ends. */
export function mayWalk(by: Actor, sides: Sides): Ruling {
  return sideOf(by, sides) === null ? { never: { key: 'mentoring:refusals.notYours' } } : null;
}
