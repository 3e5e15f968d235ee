import type { Actor } from '#app/domain/people/actor.ts';
import { db } from '#app/platform/db/db.server.ts';
import { insistThat, whyNotAppoint } from './contest-access.ts';
import { findAppointee } from './find-appointee.server.ts';
import { insistOnPools } from './insist-on-pools.server.ts';
import { insistOnUnfinished, lockContest } from './lock-contest.server.ts';
import { insistOnFields, type Seat } from './seat.server.ts';
import { seatJudge } from './seat-judge.server.ts';

/**
 * A seat on the panel for somebody with an account. Throws NotValid where the person cannot be found, sits already, or is on a team of
 * this contest.
 */
export async function appointJudge({
  by,
  slug,
  whom,
  seat,
}: {
  by: Actor;
  slug: string;
  whom: string;
  seat: Seat;
}): Promise<{ judgeId: string; number: number }> {
  return db.$transaction(async (tx) => {
    const contest = await lockContest(tx, { slug });
    insistThat(whyNotAppoint(by, contest, 'JUDGE'));
    insistOnUnfinished(contest);
    await insistOnFields(tx, seat.fieldIds);
    await insistOnPools(tx, { contestId: contest.id, pools: seat.pools });
    const person = await findAppointee(tx, { whom, contestId: contest.id });
    return seatJudge(tx, { contestId: contest.id, personId: person.id, seat, by: by.id });
  });
}
