import type { Json } from '#app/domain/canonical-json.ts';
import { appendRecords } from '#app/domain/history/record/append-records.server.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow, NotValid } from '#app/domain/refusal.ts';
import { hashOfJson } from '#app/domain/sha256.ts';
import { now } from '#app/platform/clock.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { composeDocument } from './compose-document.server.ts';
import type { Amendment } from './contest-form.ts';
import { type ContestRules, readRules } from './contest-rules.ts';
import { decidingRulesOf } from './deciding-rules.ts';
import { insistOnUnfinished, type LockedContest } from './lock-contest.server.ts';

/** Once frozen, rules change only with a reason everybody can read. Throws NotNow, and NotValid beside `reason`. */
export function insistOnAmendment(contest: LockedContest, { reason }: Amendment): void {
  if (contest.state === 'DRAFT') return;
  insistOnUnfinished(contest);
  if (reason === '') throw new NotValid({ reason: [{ key: 'organising:problems.amendmentReason' }] });
}

/** Whether judges have begun: from then on nothing that decides is changed. */
export async function judgingBegan(tx: Tx, contestId: string): Promise<boolean> {
  return (await tx.round.count({ where: { contestId, state: { not: 'PLANNED' } } })) > 0;
}

/** Throws NotNow where judges have begun by these rules. */
export async function insistOnUnjudged(tx: Tx, contest: LockedContest): Promise<void> {
  if (contest.state !== 'DRAFT' && (await judgingBegan(tx, contest.id))) {
    throw new NotNow({ key: 'organising:refusals.judgedByThese' });
  }
}

/**
 * Writes the rules as they stand now. In a draft they simply are; once frozen they become a further number, frozen with a hash of its
 * own, with who, why and by which official letter, and enter the contest's record.
 */
export async function writeRules(
  tx: Tx,
  {
    contest,
    by,
    body,
    amendment,
    along,
  }: {
    contest: LockedContest;
    by: Actor;
    body: ContestRules;
    amendment: Amendment;
    /** Where the change is part of an act that is told by itself. */
    along?: 'extension' | 'postponement';
  },
): Promise<void> {
  const at = now();
  const last = contest.rules[0]!;
  if (contest.state === 'DRAFT') {
    await tx.contestRules.update({ where: { id: last.id }, data: { body, byId: by.id, at } });
    return;
  }
  const document = { ...(await composeDocument(tx, contest.id)), rules: readRules(body) };
  const hash = await hashOfJson(document);
  if (hash === last.hash) throw new NotValid({ form: [{ key: 'organising:problems.nothingChanged' }] });
  const number = last.number + 1;
  await tx.contestRules.create({
    data: {
      contestId: contest.id,
      number,
      body,
      document,
      hash,
      frozenAt: at,
      byId: by.id,
      at,
      reason: amendment.reason,
      letter: amendment.letter || null,
    },
  });
  const deciding = decidingRulesOf(document);
  if (deciding === null) throw new TypeError('the frozen document holds no rules that decide');
  await appendRecords(tx, {
    contestId: contest.id,
    records: [{ kind: 'rules-frozen', body: { number, hash, deciding }, content: document as unknown as Json }],
  });
  await recordEvent(tx, {
    kind: 'contest.amended',
    by: by.id,
    contestId: contest.id,
    payload: { number, ...(along === undefined ? {} : { along }) },
  });
}
