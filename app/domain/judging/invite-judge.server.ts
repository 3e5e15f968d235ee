import { insistThat, whyNotAppoint } from '#app/domain/contests/contest-access.ts';
import { insistOnPools } from '#app/domain/contests/insist-on-pools.server.ts';
import { insistOnUnfinished, lockContest } from '#app/domain/contests/lock-contest.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { tooMany } from '#app/domain/people/too-many.ts';
import { NotValid } from '#app/domain/refusal.ts';
import { db } from '#app/platform/db/db.server.ts';
import { countAgainst } from '#app/platform/limits.server.ts';
import { layJudgeInvitation, type OfferedSeat } from './lay-judge-invitation.server.ts';
import { whyNotInvite } from './why-not-invite.server.ts';

/** Letters one contest may send to addresses that never asked for any, a day. */
export const invitationsPerDay = 500;

/**
 * Offers a seat on the panel: by letter to `email`, or, where that is null, by a code that is shown at the stand and that one person can
 * take once. Throws NotValid beside `email` where that person takes part, sits on the panel or has not answered yet.
 */
export async function inviteJudge({
  by,
  slug,
  email,
  seat,
}: {
  by: Actor;
  slug: string;
  email: string | null;
  seat: OfferedSeat;
}): Promise<{ id: string }> {
  return db.$transaction(async (tx) => {
    const contest = await lockContest(tx, { slug });
    insistThat(whyNotAppoint(by, contest, 'JUDGE'));
    insistOnUnfinished(contest);
    await insistOnPools(tx, { contestId: contest.id, pools: seat.pools });
    if (email !== null) {
      const why = (await whyNotInvite(tx, { contestId: contest.id, emails: [email] })).get(email);
      if (why !== undefined) throw new NotValid({ email: [why] });
      const allowed = await countAgainst({ key: `judge-mail:${contest.id}`, max: invitationsPerDay, seconds: 86_400 });
      if (!allowed.ok) throw tooMany(allowed.retryAfterSeconds);
    }
    return layJudgeInvitation(tx, { contestId: contest.id, by: by.id, email, seat });
  });
}
