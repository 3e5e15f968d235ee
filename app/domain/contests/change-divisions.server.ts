import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { slugOf } from '#app/domain/vietnamese.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { insistThat, whyNotPrepare } from './contest-access.ts';
import { type ContestRules, readRules } from './contest-rules.ts';
import type { DivisionRow } from './divisions-form.ts';
import { insistOnDraft, lockContest } from './lock-contest.server.ts';

/**
 * The divisions of a contest that has not opened, in this order, with what each asks of members and gives otherwise; one that is
 * not named any more is taken away.
 */
export async function changeDivisions({
  by,
  slug,
  divisions,
}: {
  by: Actor;
  slug: string;
  divisions: readonly (Pick<DivisionRow, 'id' | 'name'> & Partial<DivisionRow>)[];
}): Promise<{ slug: string }> {
  return db.$transaction(async (tx) => {
    const contest = await lockContest(tx, { slug });
    insistThat(whyNotPrepare(by, contest));
    insistOnDraft(contest);
    const before = await tx.division.findMany({ where: { contestId: contest.id }, select: { id: true, slug: true } });
    const kept = new Set(divisions.flatMap(({ id }) => (before.some((one) => one.id === id) ? [id] : [])));
    const gone = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
    const rubrics = { divisionId: { in: gone } };
    await tx.anchor.deleteMany({ where: { criterion: { rubric: rubrics } } });
    await tx.criterion.deleteMany({ where: { rubric: rubrics } });
    await tx.rubric.deleteMany({ where: rubrics });
    await tx.division.deleteMany({ where: { id: { in: gone } } });
    const taken = new Set(before.filter(({ id }) => kept.has(id)).map((one) => one.slug));
    const limits: ContestRules['divisions'] = [];
    for (const [index, { id, name, levels = [], minAge = null, maxAge = null, ...gives }] of divisions.entries()) {
      const { places = [], upwards = null } = gives;
      const limit = (division: string) => {
        const none = levels.length === 0 && [minAge, maxAge, upwards, ...places].every((one) => one === null);
        if (!none) limits.push({ division, levels: [...levels], minAge, maxAge, places: [...places], upwards });
      };
      if (id !== null && kept.has(id)) {
        limit(before.find((one) => one.id === id)!.slug);
        await tx.division.update({ where: { id }, data: { name, position: index + 1 } });
        continue;
      }
      const wanted = slugOf(name, 40) || `bang-${index + 1}`;
      let free = wanted;
      for (let number = 2; taken.has(free); number += 1) free = `${wanted}-${number}`;
      taken.add(free);
      limit(free);
      await tx.division.create({ data: { contestId: contest.id, slug: free, name, position: index + 1 } });
    }
    const rules = contest.rules[0]!;
    const body = { ...readRules(rules.body), divisions: limits };
    await tx.contestRules.update({ where: { id: rules.id }, data: { body, byId: by.id, at: now() } });
    await recordEvent(tx, { kind: 'contest.changed', by: by.id, contestId: contest.id });
    return { slug: contest.slug };
  });
}
