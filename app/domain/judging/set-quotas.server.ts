import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { findOutcomes } from './find-outcomes.server.ts';
import type { QuotaForm } from './outcome-form.ts';
import { lockStaged } from './override-outcome.server.ts';

/**
 * The chair sets, for each panel of a division whose panels cannot be compared, how many go on and how many are awarded. Holds for
 * the ranking looked at: after another one it is asked for again. Throws NotValid for a panel there is not.
 */
export async function setQuotas({
  by,
  slug,
  number,
  quotas,
}: {
  by: Actor;
  slug: string;
  number: number;
  quotas: QuotaForm;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const { contest, round } = await lockStaged(tx, { by, slug, number });
    const staged = await findOutcomes(tx, { contestId: contest.id, number });
    if (staged === null) throw new NotNow({ key: 'judging:refusals.notRanked' });
    const panels = new Map<string, Set<number>>();
    for (const { division, component } of staged.decided) {
      panels.set(division, (panels.get(division) ?? new Set()).add(component));
    }
    for (const { divisionId, component } of quotas) {
      const own = panels.get(divisionId);
      if (own === undefined || own.size < 2 || !own.has(component)) {
        throw new NotValid({ form: [{ key: 'judging:problems.noSuchEntry' }] });
      }
    }
    const at = now();
    await tx.panelQuota.deleteMany({ where: { rankingId: staged.rankingId } });
    await tx.panelQuota.createMany({
      data: quotas.map(({ divisionId, component, top, places }) => ({
        rankingId: staged.rankingId,
        divisionId,
        component,
        top,
        places: staged.by.awards.map((_, award) => places[award] ?? null),
        byId: by.id,
        at,
      })),
    });
    await recordEvent(tx, {
      kind: 'outcome.quotas-set',
      by: by.id,
      contestId: contest.id,
      payload: { roundId: round.id, rankingId: staged.rankingId, panels: quotas.length },
    });
  });
}
