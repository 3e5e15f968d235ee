import type { ContestRules } from './contest-rules.ts';

type Pass = ContestRules['pass'][number];

/** The rules with this round's conditions for going on; a round without any condition has no line. */
export function passOf(rules: ContestRules, pass: Pass): ContestRules {
  const others = rules.pass.filter(({ round }) => round !== pass.round);
  const none = pass.top === null && pass.minMean === null && !pass.noZero;
  const all = none ? others : [...others, pass];
  return { ...rules, pass: all.sort((a, b) => a.round - b.round) };
}

/** How many of each division go on from a round; null where the rules set no number. */
export function cutOf(rules: ContestRules, round: number): number | null {
  return rules.pass.find((pass) => pass.round === round)?.top ?? null;
}
