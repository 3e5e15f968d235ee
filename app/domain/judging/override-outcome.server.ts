import { insistThat } from '#app/domain/contests/contest-access.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound, NotNow, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';
import { findOutcomes } from './find-outcomes.server.ts';
import { lockRound } from './lock-round.server.ts';
import type { OverrideForm } from './outcome-form.ts';
import { whyNotDecideRound } from './round-access.ts';

/**
 * The chair decides on an entry otherwise than the rules, with a reason; what the rules gave stays beside it. Until publication
 * only. Throws NotValid for an entry or award there is not, and for a decision that changes nothing.
 */
export async function overrideOutcome({
  by,
  slug,
  number,
  form,
}: {
  by: Actor;
  slug: string;
  number: number;
  form: OverrideForm;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const { contest, round } = await lockStaged(tx, { by, slug, number });
    const staged = await findOutcomes(tx, { contestId: contest.id, number });
    if (staged === null) throw new NotNow({ key: 'judging:refusals.notRanked' });
    const entry = await tx.entry.findUnique({
      where: { contestId_number: { contestId: contest.id, number: form.entry } },
      select: { id: true },
    });
    const decided = staged.decided.find((one) => one.entry === entry?.id);
    if (decided === undefined) throw new NotValid({ entry: [{ key: 'awards:refusals.noRuling' }] });
    if (staged.by.outside?.includes(decided.entry)) {
      throw new NotValid({ entry: [{ key: 'awards:problems.outside' }] });
    }
    if ((form.award ?? 0) > staged.by.awards.length) {
      throw new NotValid({ award: [{ key: 'awards:problems.noSuchAward' }] });
    }
    if (form.passed === decided.rulePassed && form.award === decided.ruleAward) {
      throw new NotValid({ award: [{ key: 'awards:problems.overrideSame' }] });
    }
    const at = now();
    await tx.outcomeOverride.updateMany({
      where: { roundId: round.id, entryId: decided.entry, withdrawnAt: null },
      data: { withdrawnAt: at },
    });
    const { passed, award, reason } = form;
    const { id } = await tx.outcomeOverride.create({
      data: { roundId: round.id, entryId: decided.entry, passed, award, reason, byId: by.id, at },
      select: { id: true },
    });
    await recordEvent(tx, {
      kind: 'outcome.overridden',
      by: by.id,
      contestId: contest.id,
      entryId: decided.entry,
      payload: {
        roundId: round.id,
        overrideId: id,
        passed,
        award,
        rulePassed: decided.rulePassed,
        ruleAward: decided.ruleAward,
      },
    });
  });
}

/** What the rules gave holds again; the decision stays on record as undone. */
export async function withdrawOverride({
  by,
  slug,
  number,
  overrideId,
}: {
  by: Actor;
  slug: string;
  number: number;
  overrideId: string;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const { contest, round } = await lockStaged(tx, { by, slug, number });
    const override = await tx.outcomeOverride.findFirst({
      where: { id: overrideId, roundId: round.id, withdrawnAt: null },
      select: { entryId: true },
    });
    if (override === null) throw new NotFound();
    await tx.outcomeOverride.update({ where: { id: overrideId }, data: { withdrawnAt: now() } });
    await recordEvent(tx, {
      kind: 'outcome.override-withdrawn',
      by: by.id,
      contestId: contest.id,
      entryId: override.entryId,
      payload: { roundId: round.id, overrideId },
    });
  });
}

/** A closed round, held, for its chair. Throws NotNow once it is published, and before it is closed. */
export async function lockStaged(tx: Tx, { by, slug, number }: { by: Actor; slug: string; number: number }) {
  const { contest, round } = await lockRound(tx, { slug, number });
  insistThat(whyNotDecideRound(by, contest));
  if (round.state === 'PUBLISHED') throw new NotNow({ key: 'judging:refusals.publishedAlready' });
  if (round.state !== 'CLOSED') throw new NotNow({ key: 'judging:refusals.notClosed' });
  return { contest, round };
}
