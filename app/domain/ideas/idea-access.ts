import { type Actor, holdsInUnit, isAdministrator } from '#app/domain/people/actor.ts';
import type { Because } from '#app/domain/refusal.ts';
import { type IdeaState, isEditable } from './idea.ts';

/** What one must know of an idea to say who may do what. Shared by the buttons and by the verbs, which insist again. */
export type IdeaStanding = {
  state: IdeaState;
  published: boolean;
  /** Was ever put forward: what never was is the team's alone, whatever became of it. */
  submitted: boolean;
  /** People who confirmed and have not left, the lead among them. */
  team: { personId: string; lead: boolean }[];
  /** Of every unit whose staff look at it: the idea's own, and that of the version that waits. */
  unitPaths: string[];
};

/** Null: allowed. Otherwise why not, and whether it is a matter of who or of when. */
export type Ruling = null | { never: Because } | { notNow: Because };

export function isOnTeam(by: Actor, idea: Pick<IdeaStanding, 'team'>): boolean {
  return idea.team.some((one) => one.personId === by.id);
}

export function isLead(by: Actor, idea: Pick<IdeaStanding, 'team'>): boolean {
  return idea.team.some((one) => one.lead && one.personId === by.id);
}

/** Staff of a unit on the way up from the idea's. Their own idea is never theirs to moderate. */
export function isModeratorOf(by: Actor, idea: Pick<IdeaStanding, 'unitPaths'>): boolean {
  return isAdministrator(by) || idea.unitPaths.some((path) => holdsInUnit(by, ['MODERATOR'], path));
}

function isBeforeStaff(idea: IdeaStanding): boolean {
  return idea.submitted && idea.state !== 'DRAFT';
}

/** Drafts, versions, files and states: the team and, from the first submission on, the moderators of its unit. */
export function maySeeInside(by: Actor | null, idea: IdeaStanding): boolean {
  if (by === null) return false;
  if (isOnTeam(by, idea)) return true;
  return isBeforeStaff(idea) && isModeratorOf(by, idea);
}

export function mayEdit(by: Actor, idea: IdeaStanding): Ruling {
  if (!isOnTeam(by, idea)) return { never: { key: 'ideas:refusals.teamOnly' } };
  if (isEditable(idea.state)) return null;
  if (idea.state === 'SUBMITTED') return { notNow: { key: 'ideas:refusals.waiting' } };
  return { notNow: { key: 'ideas:refusals.withdrawn' } };
}

export function maySubmit(by: Actor, idea: IdeaStanding): Ruling {
  if (!isLead(by, idea)) return { never: { key: 'ideas:refusals.leadOnly' } };
  if (!by.trusted) return { notNow: { key: 'ideas:refusals.verifyFirst' } };
  if (idea.state === 'SUBMITTED') return { notNow: { key: 'ideas:refusals.submittedAlready' } };
  if (idea.state === 'WITHDRAWN') return { notNow: { key: 'ideas:refusals.withdrawn' } };
  return null;
}

export function mayRecall(by: Actor, idea: IdeaStanding): Ruling {
  if (!isLead(by, idea)) return { never: { key: 'ideas:refusals.leadOnly' } };
  if (idea.state !== 'SUBMITTED') return { notNow: { key: 'ideas:refusals.nothingWaits' } };
  return null;
}

/** The lead whenever they wish; a moderator of the unit, who must say why, once it has been put forward. */
export function mayWithdraw(by: Actor, idea: IdeaStanding): Ruling {
  const lead = isLead(by, idea);
  if (!lead && !(isBeforeStaff(idea) && isModeratorOf(by, idea))) return { never: { key: 'ideas:refusals.leadOnly' } };
  if (idea.state === 'WITHDRAWN') return { notNow: { key: 'ideas:refusals.withdrawn' } };
  return null;
}

export function mayChangeStage(by: Actor, idea: IdeaStanding): Ruling {
  if (!isLead(by, idea)) return { never: { key: 'ideas:refusals.leadOnly' } };
  if (idea.state === 'WITHDRAWN') return { notNow: { key: 'ideas:refusals.withdrawn' } };
  return null;
}

export function mayInvite(by: Actor, idea: IdeaStanding): Ruling {
  if (!isLead(by, idea)) return { never: { key: 'ideas:refusals.leadOnly' } };
  if (!by.trusted) return { notNow: { key: 'ideas:refusals.verifyFirst' } };
  if (idea.state === 'WITHDRAWN') return { notNow: { key: 'ideas:refusals.withdrawn' } };
  return null;
}

/** A published idea of others, by somebody who has proved an address or joined by a class code. */
export function mayEndorse(by: Actor, idea: IdeaStanding): Ruling {
  if (isOnTeam(by, idea)) return { never: { key: 'ideas:refusals.ownIdea' } };
  if (!by.trusted) return { notNow: { key: 'ideas:refusals.verifyFirst' } };
  if (!idea.published || idea.state === 'WITHDRAWN') return { notNow: { key: 'ideas:refusals.notPublished' } };
  return null;
}

/** To hear of it; the team hears of everything anyway. */
export const mayFollow = mayEndorse;

/** The lead, to somebody who is on the team already. */
export function mayHandOver(by: Actor, idea: IdeaStanding): Ruling {
  if (!isLead(by, idea)) return { never: { key: 'ideas:refusals.leadOnly' } };
  if (idea.state === 'WITHDRAWN') return { notNow: { key: 'ideas:refusals.withdrawn' } };
  return null;
}

/** Files of what waits or is withdrawn stay as they are. */
export const mayChangeFiles = mayEdit;

/** A file of the published version is public; every other is for those who see inside. */
export function maySeeFile(by: Actor | null, idea: IdeaStanding, file: { public: boolean }): boolean {
  return (file.public && idea.published) || maySeeInside(by, idea);
}
