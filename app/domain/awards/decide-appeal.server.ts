import { insistThat } from '#app/domain/contests/contest-access.ts';
import { appendRecords } from '#app/domain/history/record/append-records.server.ts';
import { recordCodes } from '#app/domain/history/record/record-codes.server.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { findOutcomes } from '#app/domain/judging/find-outcomes.server.ts';
import { lockRound } from '#app/domain/judging/lock-round.server.ts';
import { whyNotDecideRound } from '#app/domain/judging/round-access.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound, NotNow, NotValid } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import { now } from '#app/platform/clock.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';
import type { AppealDecisionForm } from './appeal.ts';
import { revokedByAppeal } from './certificate.ts';
import { recountEntry } from './recount-entry.server.ts';
import { issueCertificates } from './write-outcomes.server.ts';

/**
 * The chair decides an appeal, once. Rejected, the result stands; upheld, a new edition of the entry's result stands beside the old
 * one; where the award is another, certificates of the old are revoked and new ones issued. Both go on record, with the reason in
 * the private part: whoever checks a revoked certificate learns that an appeal changed it, and not what was written. Throws NotFound,
 * NotAllowed, NotNow where it was decided before, NotValid for an award there is not and for a new result that is the old one.
 */
export async function decideAppeal({
  by,
  slug,
  number,
  appealId,
  form,
}: {
  by: Actor;
  slug: string;
  number: number;
  appealId: string;
  form: AppealDecisionForm;
}): Promise<void> {
  if (!isUuid(appealId)) throw new NotFound();
  await db.$transaction(
    async (tx) => {
      const { contest, round } = await lockRound(tx, { slug, number });
      insistThat(whyNotDecideRound(by, contest));
      const appeal = await tx.appeal.findFirst({
        where: { id: appealId, roundId: round.id },
        include: { entry: { select: { ideaId: true } } },
      });
      if (appeal === null) throw new NotFound();
      if (appeal.decidedAt !== null) throw new NotNow({ key: 'awards:refusals.appealDecided' });
      const inForce = await tx.outcome.findFirstOrThrow({
        where: { roundId: round.id, entryId: appeal.entryId },
        orderBy: { edition: 'desc' },
      });
      const upheld = form.decision === 'UPHELD';
      const awards = (await findOutcomes(tx, { contestId: contest.id, number }))?.awardNames ?? [];
      if (upheld && (form.award ?? 0) > awards.length) {
        throw new NotValid({ award: [{ key: 'awards:problems.noSuchAward' }] });
      }
      // In the last round nobody goes on: who is given an award has passed, and an appeal changes nothing but the award.
      const passed = awards.length > 0 ? form.award !== null || inForce.passed : form.passed;
      if (upheld && inForce.because.includes('outside') && (passed || form.award !== null)) {
        throw new NotValid({ award: [{ key: 'awards:problems.outside' }] });
      }
      if (upheld && passed === inForce.passed && form.award === inForce.award) {
        throw new NotValid({ decision: [{ key: 'awards:problems.overrideSame' }] });
      }
      const at = now();
      const recount = await recountEntry(tx, { contestId: contest.id, round, entryId: appeal.entryId });
      const outcomeId = upheld ? await writeEdition(tx, { by, at, inForce, form: { ...form, passed }, awards }) : null;
      await tx.appeal.update({
        where: { id: appeal.id },
        data: {
          decision: form.decision,
          decidedById: by.id,
          decidedAt: at,
          reason: form.reason,
          outcomeId,
          recount,
          recountedAt: at,
        },
      });
      const { entries } = await recordCodes(tx, { contestId: contest.id, entries: [appeal.entryId] });
      const last = await appendRecords(tx, {
        contestId: contest.id,
        records: [
          {
            kind: 'appeal-decided',
            body: {
              round: number,
              entry: entries.get(appeal.entryId)!,
              upheld,
              passed: upheld ? passed : inForce.passed,
              award: upheld ? form.award : inForce.award,
            },
            content: { text: appeal.text, reason: form.reason },
          },
        ],
      });
      await recordEvent(tx, {
        kind: 'appeal.decided',
        by: by.id,
        contestId: contest.id,
        // What an idea was awarded stands on its page and in the index.
        ideaId: appeal.entry.ideaId,
        entryId: appeal.entryId,
        payload: { roundId: round.id, appealId: appeal.id, upheld, record: last?.n ?? null },
      });
    },
    { timeout: 60_000 },
  );
}

async function writeEdition(
  tx: Tx,
  {
    by,
    at,
    inForce,
    form,
    awards,
  }: {
    by: Actor;
    at: Date;
    inForce: Awaited<ReturnType<Tx['outcome']['findFirstOrThrow']>>;
    form: AppealDecisionForm;
    awards: readonly string[];
  },
): Promise<string> {
  const { id: before, at: _, ...standing } = inForce;
  const outcome = await tx.outcome.create({
    data: {
      ...standing,
      edition: inForce.edition + 1,
      passed: form.passed,
      award: form.award,
      awardName: form.award === null ? null : awards[form.award - 1]!,
      at,
    },
    select: { id: true, entryId: true },
  });
  if (form.award === inForce.award) {
    await tx.certificate.updateMany({ where: { outcomeId: before }, data: { outcomeId: outcome.id } });
    return outcome.id;
  }
  await tx.certificate.updateMany({
    where: { outcomeId: before, revokedAt: null },
    data: { revokedAt: at, revokedById: by.id, revokedReason: revokedByAppeal },
  });
  if (form.award !== null) {
    const issued = await tx.certificate.count({ where: { outcome: { roundId: inForce.roundId } } });
    await issueCertificates(tx, { outcomes: [outcome], first: issued + 1, at });
  }
  return outcome.id;
}
