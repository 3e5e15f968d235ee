import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { now } from '#app/platform/clock.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import type { ContestRules, OutsideRule } from './contest-rules.ts';
import { findOutsideFacts } from './find-outside-facts.server.ts';
import { keepOutside } from './keep-outside.server.ts';
import { outsideBy } from './outside.ts';

/**
 * Holds a team that enters, or changes, against the rules on who takes part outside the competition. What a rule gave is ended when it
 * holds no longer; what somebody decided stays.
 */
export async function settleOutside(
  tx: Tx,
  {
    contest,
    rules,
    entryId,
    people,
  }: {
    contest: { id: string; hostId: number; hostPath: string };
    rules: ContestRules;
    entryId: string;
    people: readonly string[];
  },
): Promise<void> {
  const inForce = await tx.entryOutside.findFirst({ where: { entryId, withdrawnAt: null } });
  if (inForce !== null && inForce.rule === null) return;
  if (rules.entrants.outside.length === 0 && inForce === null) return;
  const rule = outsideBy(rules.entrants.outside, await findOutsideFacts(tx, { contest, people }));
  if (rule === (inForce?.rule ?? null)) return;
  const at = now();
  const keep = { contestId: contest.id, entryId, reason: '' };
  if (inForce !== null) {
    await tx.entryOutside.update({ where: { id: inForce.id }, data: { withdrawnAt: at } });
    await keepOutside(tx, { ...keep, outside: false, rule: inForce.rule as OutsideRule });
    await recordEvent(tx, { kind: 'entry.outside-ended', by: null, contestId: contest.id, entryId });
  }
  if (rule === null) return;
  await tx.entryOutside.create({ data: { entryId, rule, at } });
  await keepOutside(tx, { ...keep, outside: true, rule });
  await recordEvent(tx, {
    kind: 'entry.outside-set',
    by: null,
    contestId: contest.id,
    entryId,
    payload: { rule },
  });
}
