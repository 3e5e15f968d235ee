/** Where an idea is in its workflow. What everyone may read is `publishedVersionId`, not this. */
export const ideaStates = ['DRAFT', 'SUBMITTED', 'RETURNED', 'PUBLISHED', 'DECLINED', 'WITHDRAWN'] as const;
export type IdeaState = (typeof ideaStates)[number];

/** How far an idea has come in the world, in order. */
export const ideaStages = ['IDEA', 'RESEARCH', 'DEVELOPMENT', 'COMMERCIAL', 'APPLIED'] as const;
export type IdeaStage = (typeof ideaStages)[number];

export const lookingFors = ['MENTOR', 'SPONSOR', 'MEMBER'] as const;
export type LookingFor = (typeof lookingFors)[number];

export const ideaMemberKinds = ['LEAD', 'MEMBER'] as const;
export type IdeaMemberKind = (typeof ideaMemberKinds)[number];

/** People in a team, the lead included; an open invitation keeps its place. */
export const largestTeam = 5;

/** Drafts a person may have open at one time. */
export const mostDrafts = 50;

/** States in which the text may be changed; while somebody looks at it, it is taken back first. */
const editableStates: readonly IdeaState[] = ['DRAFT', 'RETURNED', 'PUBLISHED', 'DECLINED'];

export function isEditable(state: IdeaState): boolean {
  return editableStates.includes(state);
}
