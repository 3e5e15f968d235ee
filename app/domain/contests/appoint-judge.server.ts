import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { insistThat, whyNotAppoint } from './contest-access.ts';
import { findAppointee } from './find-appointee.server.ts';
import { insistOnUnfinished, lockContest } from './lock-contest.server.ts';
import { insistOnFields, type Seat } from './seat.server.ts';

/**
 * A seat on the panel. Whoever sat there before and left takes the same seat and number again. Throws NotValid where the
 * person cannot be found, sits already, or is on a team of this contest.
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
    const person = await findAppointee(tx, { whom, contestId: contest.id });
    const before = await tx.judge.findUnique({
      where: { contestId_personId: { contestId: contest.id, personId: person.id } },
      select: { id: true, number: true, roleGrant: { select: { endedAt: true } } },
    });
    if (before !== null && before.roleGrant.endedAt === null) {
      throw new NotValid({ whom: [{ key: 'contests:problems.appointedAlready' }] });
    }
    const role = await tx.roleGrant.create({
      data: { kind: 'JUDGE', personId: person.id, contestId: contest.id, grantedById: by.id, grantedAt: now() },
      select: { id: true },
    });
    const data = { ...seat, fieldIds: [...new Set(seat.fieldIds)], roleGrantId: role.id };
    const last = await tx.judge.aggregate({ where: { contestId: contest.id }, _max: { number: true } });
    const judge =
      before === null
        ? await tx.judge.create({
            data: { ...data, contestId: contest.id, personId: person.id, number: (last._max.number ?? 0) + 1 },
            select: { id: true, number: true },
          })
        : await tx.judge.update({ where: { id: before.id }, data, select: { id: true, number: true } });
    await recordEvent(tx, {
      kind: 'judge.appointed',
      by: by.id,
      personId: person.id,
      contestId: contest.id,
      payload: { judgeId: judge.id },
    });
    return { judgeId: judge.id, number: judge.number };
  });
}
