import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound, NotNow } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { insistOnAmendment, writeRules } from './amend-rules.server.ts';
import { insistThat, whyNotPrepare } from './contest-access.ts';
import type { Amendment } from './contest-form.ts';
import { readRules } from './contest-rules.ts';
import { lockContest } from './lock-contest.server.ts';
import type { CriterionText } from './rubric.ts';
import { writeRubric } from './write-rubric.server.ts';

/**
 * The criteria of a round, for every division (`division` null) or for one of its own; no criteria for a division means it
 * has none of its own any more. A rubric never changes under a sheet that was given out; once frozen, a change needs its reason.
 */
export async function changeRubric({
  by,
  slug,
  number,
  division,
  criteria,
  amendment = { reason: '', letter: '' },
}: {
  by: Actor;
  slug: string;
  number: number;
  division: string | null;
  criteria: readonly CriterionText[];
  /** Once the rules are frozen. */
  amendment?: Amendment;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const contest = await lockContest(tx, { slug });
    insistThat(whyNotPrepare(by, contest));
    const round = await tx.round.findUnique({
      where: { contestId_number: { contestId: contest.id, number } },
      select: { id: true, state: true, _count: { select: { scoresheets: true } } },
    });
    const own =
      division === null
        ? null
        : await tx.division.findUnique({
            where: { contestId_slug: { contestId: contest.id, slug: division } },
            select: { id: true },
          });
    if (round === null || (division !== null && own === null)) throw new NotFound();
    if (round.state !== 'PLANNED' || round._count.scoresheets > 0) {
      throw new NotNow({ key: 'organising:refusals.sheetsGivenOut' });
    }
    insistOnAmendment(contest, amendment);
    if (division === null && criteria.length === 0) throw new NotNow({ key: 'organising:problems.noCriterion' });
    await writeRubric(tx, { roundId: round.id, divisionId: own?.id ?? null, criteria });
    if (contest.state !== 'DRAFT') {
      await writeRules(tx, { contest, by, body: readRules(contest.rules[0]!.body), amendment });
    }
    await recordEvent(tx, { kind: 'round.changed', by: by.id, contestId: contest.id, payload: { round: number } });
  });
}
