import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound, NotNow } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { insistOnAmendment, writeRules } from './amend-rules.server.ts';
import { insistThat, whyNotPrepare } from './contest-access.ts';
import type { RoundForm } from './contest-form.ts';
import { readRules } from './contest-rules.ts';
import { lockContest } from './lock-contest.server.ts';
import { passOf } from './passing.ts';
import { readPanelUnits } from './read-panel-units.server.ts';

/** What a round is judged by, besides who goes on and its rubrics. */
const unchangedOnceOpen = {
  kind: true,
  opensAt: true,
  reviewsPerEntry: true,
  method: true,
  blind: true,
  panels: true,
  othersMarks: true,
} as const;

/**
 * Calendar, method and conditions of a round. Once the rules are frozen a change needs its reason; once the round is open, only its
 * name and deadline may change.
 */
export async function changeRound({
  by,
  slug,
  number,
  form,
}: {
  by: Actor;
  slug: string;
  number: number;
  form: RoundForm;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const contest = await lockContest(tx, { slug });
    insistThat(whyNotPrepare(by, contest));
    const { top, minMean, noZero, reason, letter, panelUnits: names, ...round } = form;
    insistOnAmendment(contest, { reason, letter });
    const before = await tx.round.findUnique({
      where: { contestId_number: { contestId: contest.id, number } },
      select: { id: true, state: true, panelUnits: { select: { unitId: true } }, ...unchangedOnceOpen },
    });
    if (before === null) throw new NotFound();
    const units = form.panels === 'UNIT' ? await readPanelUnits({ names, preferred: contest.hostPath }) : [];
    const rules = readRules(contest.rules[0]!.body);
    const body = passOf(rules, { round: number, top, minMean, noZero });
    if (before.state !== 'PLANNED') {
      const same =
        (Object.keys(unchangedOnceOpen) as (keyof typeof unchangedOnceOpen)[]).every(
          (name) => String(before[name]) === String(round[name]),
        ) && String(before.panelUnits.map(({ unitId }) => unitId).sort()) === String([...units].sort());
      if (before.state !== 'OPEN' || !same || JSON.stringify(body.pass) !== JSON.stringify(rules.pass)) {
        throw new NotNow({ key: 'organising:refusals.judgedByThese' });
      }
    }
    await tx.round.update({
      where: { id: before.id },
      data: { ...round, panelUnits: { deleteMany: {}, createMany: { data: units.map((unitId) => ({ unitId })) } } },
    });
    await writeRules(tx, { contest, by, body, amendment: { reason, letter } });
    await recordEvent(tx, { kind: 'round.changed', by: by.id, contestId: contest.id, payload: { round: number } });
  });
}
