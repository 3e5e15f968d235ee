import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { db } from '#app/platform/db/db.server.ts';
import { insistOnAmendment, insistOnUnjudged, writeRules } from './amend-rules.server.ts';
import type { AwardForm } from './award-form.ts';
import { insistThat, whyNotPrepare } from './contest-access.ts';
import type { Amendment } from './contest-form.ts';
import { readRules } from './contest-rules.ts';
import { lockContest } from './lock-contest.server.ts';

/**
 * Awards, ties, appeals and the quota upwards. Once the rules are frozen a change needs its reason and is a further version of
 * them; once judges have begun nothing of it changes. What divisions give otherwise follows its award by name. Throws NotFound,
 * NotAllowed, NotNow, NotValid.
 */
export async function changeAwards({
  by,
  slug,
  form,
  amendment = { reason: '', letter: '' },
}: {
  by: Actor;
  slug: string;
  form: AwardForm;
  /** Once the rules are frozen. */
  amendment?: Amendment;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const contest = await lockContest(tx, { slug });
    insistThat(whyNotPrepare(by, contest));
    insistOnAmendment(contest, amendment);
    await insistOnUnjudged(tx, contest);
    const before = readRules(contest.rules[0]!.body);
    const divisions = before.divisions.map(({ places, ...limits }) => {
      const own = new Map(before.awards.map(({ name }, at) => [name, places[at] ?? null]));
      return { ...limits, places: places.length === 0 ? [] : form.awards.map(({ name }) => own.get(name) ?? null) };
    });
    await writeRules(tx, { contest, by, body: { ...before, ...form, divisions }, amendment });
    if (contest.state !== 'DRAFT') return;
    await recordEvent(tx, { kind: 'contest.changed', by: by.id, contestId: contest.id });
  });
}
