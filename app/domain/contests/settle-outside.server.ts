import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { now } from '#app/platform/clock.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import type { ContestRules, OutsideRule } from './contest-rules.ts';
import { findOutsideFacts } from './find-outside-facts.server.ts';
import { keepOutside } from './keep-outside.server.ts';
import { outsideBy } from './outside.ts';

type Team = { entryId: string; people: readonly string[] };

/**
 * Holds teams against the rules on who takes part outside the competition: one that enters or changes, or all of a contest whose rules were changed.
 * What a rule gave is ended when it holds no longer; what somebody decided stays. Three queries, and those of each team for which something changes.
 */
export async function settleOutside(
  tx: Tx,
  {
    contest,
    rules,
    teams,
  }: {
    contest: { id: string; hostId: number; hostPath: string };
    rules: ContestRules;
    teams: readonly Team[];
  },
): Promise<void> {
  const marked = await tx.entryOutside.findMany({
    where: { entryId: { in: teams.map(({ entryId }) => entryId) }, withdrawnAt: null },
    select: { id: true, entryId: true, rule: true },
  });
  const inForce = new Map(marked.map((outside) => [outside.entryId, outside]));
  const asked = teams.filter(({ entryId }) => {
    const before = inForce.get(entryId);
    return before === undefined ? rules.entrants.outside.length > 0 : before.rule !== null;
  });
  if (asked.length === 0) return;
  const factsOf = await findOutsideFacts(tx, { contest, people: [...new Set(asked.flatMap(({ people }) => people))] });
  const at = now();
  for (const { entryId, people } of asked) {
    const before = inForce.get(entryId);
    const rule = outsideBy(rules.entrants.outside, factsOf(people));
    if (rule === (before?.rule ?? null)) continue;
    const keep = { contestId: contest.id, entryId, reason: '' };
    if (before !== undefined) {
      await tx.entryOutside.update({ where: { id: before.id }, data: { withdrawnAt: at } });
      await keepOutside(tx, { ...keep, outside: false, rule: before.rule as OutsideRule });
      const still = rule === null ? {} : { payload: { rule } };
      await recordEvent(tx, { kind: 'entry.outside-ended', by: null, contestId: contest.id, entryId, ...still });
    }
    if (rule === null) continue;
    await tx.entryOutside.create({ data: { entryId, rule, at } });
    await keepOutside(tx, { ...keep, outside: true, rule });
    await recordEvent(tx, { kind: 'entry.outside-set', by: null, contestId: contest.id, entryId, payload: { rule } });
  }
}
