import { insistThat, whyNotAppoint } from '#app/domain/contests/contest-access.ts';
import { findPanelChoices } from '#app/domain/contests/find-panel-choices.server.ts';
import { insistOnUnfinished, lockContest } from '#app/domain/contests/lock-contest.server.ts';
import { findFields } from '#app/domain/ideas/find-fields.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { tooMany } from '#app/domain/people/too-many.ts';
import { NotValid } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { countAgainst } from '#app/platform/limits.server.ts';
import { invitationsPerDay } from './invite-judge.server.ts';
import { type RawJudge, readJudges } from './judge-table.ts';
import { layJudgeInvitation } from './lay-judge-invitation.server.ts';
import { whyNotInvite } from './why-not-invite.server.ts';

/**
 * Invites every judge of a previewed table whose row has nothing wrong, all of them or none; rows are judged afresh under the lock of the
 * contest. Throws NotValid where no row can be sent.
 */
export async function inviteJudges({
  by,
  slug,
  rows,
}: {
  by: Actor;
  slug: string;
  rows: readonly RawJudge[];
}): Promise<{ invited: number; left: number }> {
  const fields = await findFields();
  return db.$transaction(async (tx) => {
    const contest = await lockContest(tx, { slug });
    insistThat(whyNotAppoint(by, contest, 'JUDGE'));
    insistOnUnfinished(contest);
    const panels = await findPanelChoices(tx, contest.id);
    const emails = rows.map(({ email }) => email.trim().toLowerCase());
    const barred = await whyNotInvite(tx, { contestId: contest.id, emails });
    const right = readJudges(rows, { fields, panels, barred }).filter(
      ({ problems }) => Object.keys(problems).length === 0,
    );
    if (right.length === 0) throw new NotValid({ rows: [{ key: 'judging:problems.noRowRight' }] });
    for (const { seat } of right) {
      const allowed = await countAgainst({ key: `judge-mail:${contest.id}`, max: invitationsPerDay, seconds: 86_400 });
      if (!allowed.ok) throw tooMany(allowed.retryAfterSeconds);
      const { email, name, fieldIds, hours, pools, maxLoad, deputy } = seat;
      await layJudgeInvitation(tx, {
        contestId: contest.id,
        by: by.id,
        email,
        seat: { name, minLoad: 0, maxLoad, pools, deputy },
        known: { fieldIds, hours },
      });
    }
    return { invited: right.length, left: rows.length - right.length };
  });
}
