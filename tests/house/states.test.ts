import { expect, test } from 'vitest';
import {
  contestStates,
  othersMarks,
  rankingMethods,
  roundKinds,
  roundPanels,
  roundStates,
} from '#app/domain/contests/contest.ts';
import { ideaMemberKinds, ideaStages, ideaStates, lookingFors } from '#app/domain/ideas/idea.ts';
import { conflictKinds } from '#app/domain/judging/conflict.ts';
import { markStandings } from '#app/domain/judging/mark.ts';
import { mentoringAspects } from '#app/domain/mentoring/aspect.ts';
import { decisionKinds, decisionReasons } from '#app/domain/moderation/decision.ts';
import { roleKinds } from '#app/domain/people/actor.ts';
import { consentGivers, consentPurposes } from '#app/domain/people/consent.ts';
import { supportKinds } from '#app/domain/sponsorship/support.ts';
import { unitKinds } from '#app/domain/units/unit.ts';
import * as enums from '#app/platform/db/generated/enums.ts';

test.each([
  ['RoleKind', roleKinds, enums.RoleKind],
  ['ConsentPurpose', consentPurposes, enums.ConsentPurpose],
  ['ConsentGiver', consentGivers, enums.ConsentGiver],
  ['UnitKind', unitKinds, enums.UnitKind],
  ['IdeaState', ideaStates, enums.IdeaState],
  ['IdeaStage', ideaStages, enums.IdeaStage],
  ['LookingFor', lookingFors, enums.LookingFor],
  ['IdeaMemberKind', ideaMemberKinds, enums.IdeaMemberKind],
  ['DecisionKind', decisionKinds, enums.DecisionKind],
  ['DecisionReason', decisionReasons, enums.DecisionReason],
  ['ContestState', contestStates, enums.ContestState],
  ['RoundKind', roundKinds, enums.RoundKind],
  ['RoundState', roundStates, enums.RoundState],
  ['RoundPanels', roundPanels, enums.RoundPanels],
  ['OthersMarks', othersMarks, enums.OthersMarks],
  ['RankingMethod', rankingMethods, enums.RankingMethod],
  ['ConflictKind', conflictKinds, enums.ConflictKind],
  ['MarkStanding', markStandings, enums.MarkStanding],
  ['MentoringAspect', mentoringAspects, enums.MentoringAspect],
  ['SupportKind', supportKinds, enums.SupportKind],
] as const)('%s: the domain and the database know the same', (_name, domain, database) => {
  expect([...domain].sort()).toEqual(Object.values(database).sort());
});
