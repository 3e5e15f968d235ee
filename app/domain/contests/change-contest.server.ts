import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { insistOnAmendment, judgingBegan, writeRules } from './amend-rules.server.ts';
import { insistThat, whyNotPrepare } from './contest-access.ts';
import { type ContestForm, rulesOf } from './contest-form.ts';
import { type ContestRules, readRules } from './contest-rules.ts';
import { lockContest } from './lock-contest.server.ts';
import { moveDeadline } from './move-deadline.server.ts';
import { settleAllOutside } from './settle-all-outside.server.ts';

/**
 * Name, calendar and rules of a contest. Once they are frozen a change needs its reason and is written down as a further number;
 * once judges have begun, only words may change. Where who takes part outside the competition changes, every entry is held against it at once. Throws NotFound, NotAllowed, NotNow, NotValid.
 */
export async function changeContest({
  by,
  slug,
  form,
}: {
  by: Actor;
  slug: string;
  form: ContestForm;
}): Promise<{ slug: string }> {
  return db.$transaction(async (tx) => {
    const contest = await lockContest(tx, { slug });
    insistThat(whyNotPrepare(by, contest));
    const { reason, letter, name, summary, opensAt, closesAt } = form;
    insistOnAmendment(contest, { reason, letter });
    const before = readRules(contest.rules[0]!.body);
    const body = rulesOf(form, before);
    const draft = contest.state === 'DRAFT';
    if (!draft) {
      if (opensAt.getTime() !== contest.opensAt.getTime() && contest.opensAt.getTime() <= now().getTime()) {
        throw new NotValid({ opensAt: [{ key: 'organising:problems.opensPassed' }] });
      }
      if (!onlyWordsDiffer(before, body) && (await judgingBegan(tx, contest.id))) {
        throw new NotNow({ key: 'organising:refusals.judgedByThese' });
      }
      if (body.blind !== before.blind && !body.blind && (await tx.entry.count({ where: { contestId: contest.id } }))) {
        throw new NotValid({ blind: [{ key: 'organising:problems.blindPromised' }] });
      }
      if (closesAt.getTime() !== contest.closesAt.getTime()) await moveDeadline(tx, { contest, until: closesAt });
    }
    await tx.contest.update({
      where: { id: contest.id },
      data: { name, summary, opensAt, ...(draft ? { closesAt } : {}) },
    });
    // A blind contest has blind rounds and the other way round: the rules say it once for all of them.
    await tx.round.updateMany({ where: { contestId: contest.id }, data: { blind: form.blind } });
    await writeRules(tx, { contest, by, body, amendment: { reason, letter } });
    if (!draft && String(body.entrants.outside) !== String(before.entrants.outside)) {
      await settleAllOutside(tx, { contest, rules: body });
    }
    if (draft) await recordEvent(tx, { kind: 'contest.changed', by: by.id, contestId: contest.id });
    return { slug: contest.slug };
  });
}

/** Prizes and further words may be made clearer at any time. */
function onlyWordsDiffer(before: ContestRules, after: ContestRules): boolean {
  const bare = (rules: ContestRules) => JSON.stringify(readRules({ ...rules, prizes: '', more: '' }));
  return bare(before) === bare(after);
}
