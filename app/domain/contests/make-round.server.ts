import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { insistThat, whyNotPrepare } from './contest-access.ts';
import type { RoundForm } from './contest-form.ts';
import { readRules } from './contest-rules.ts';
import { insistOnDraft, lockContest } from './lock-contest.server.ts';
import { passOf } from './passing.ts';
import { readPanelUnits } from './read-panel-units.server.ts';
import { hundredPoints } from './rubric.ts';
import { writeRubric } from './write-rubric.server.ts';

/** A further round of a contest that has not opened, with the rubric of 100 points to begin from. */
export async function makeRound({
  by,
  slug,
  form,
}: {
  by: Actor;
  slug: string;
  form: RoundForm;
}): Promise<{ slug: string; number: number }> {
  return db.$transaction(async (tx) => {
    const contest = await lockContest(tx, { slug });
    insistThat(whyNotPrepare(by, contest));
    insistOnDraft(contest);
    const { top, minMean, noZero, reason: _, letter: __, panelUnits: names, ...round } = form;
    const last = await tx.round.aggregate({ where: { contestId: contest.id }, _max: { number: true } });
    const number = (last._max.number ?? 0) + 1;
    const units = form.panels === 'UNIT' ? await readPanelUnits({ names, preferred: contest.hostPath }) : [];
    const made = await tx.round.create({
      data: {
        contestId: contest.id,
        number,
        ...round,
        panelUnits: { createMany: { data: units.map((unitId) => ({ unitId })) } },
      },
      select: { id: true },
    });
    await writeRubric(tx, { roundId: made.id, divisionId: null, criteria: hundredPoints });
    const rules = contest.rules[0]!;
    const body = passOf(readRules(rules.body), { round: number, top, minMean, noZero });
    await tx.contestRules.update({ where: { id: rules.id }, data: { body, byId: by.id, at: now() } });
    await recordEvent(tx, { kind: 'round.made', by: by.id, contestId: contest.id, payload: { round: number } });
    return { slug: contest.slug, number };
  });
}
