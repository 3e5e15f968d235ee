import { insistThat } from '#app/domain/contests/contest-access.ts';
import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { dateOfDay } from '#app/domain/people/day.ts';
import { NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import type { RelationKind } from './conflict.ts';
import { lockRound } from './lock-round.server.ts';
import { whyNotManageRound } from './round-access.ts';

/**
 * Officers write down who is whose: guardian, kin, mentor or sponsor of somebody with an account. It counts at once, in every
 * contest, and its days only say when: what ended is still a tie. Throws NotValid beside `judge` or `other`.
 */
export async function layRelation({
  by,
  slug,
  number,
  judgeNumber,
  other,
  kind,
  since,
  until,
  note,
}: {
  by: Actor;
  slug: string;
  number: number;
  judgeNumber: number;
  /** A mail address or a user name. */
  other: string;
  kind: RelationKind;
  since: string | null;
  until: string | null;
  note: string;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const { contest } = await lockRound(tx, { slug, number });
    insistThat(whyNotManageRound(by, contest));
    const judge = await tx.judge.findUnique({
      where: { contestId_number: { contestId: contest.id, number: judgeNumber } },
      select: { personId: true },
    });
    const typed = other.toLowerCase();
    const person = await tx.person.findFirst({
      where: typed.includes('@') ? { email: typed } : { userName: typed },
      select: { id: true },
    });
    if (judge === null || person === null || judge.personId === person.id) {
      throw new NotValid({
        ...(judge === null ? { judge: [{ key: 'judging:problems.noSuchJudge' }] } : {}),
        ...(person === null ? { other: [{ key: 'organising:problems.nobody' }] } : {}),
        ...(judge !== null && judge.personId === person?.id ? { other: [{ key: 'judging:problems.oneself' }] } : {}),
      });
    }
    const { id } = await tx.relation.create({
      data: {
        kind,
        personId: judge.personId,
        otherId: person.id,
        since: since === null ? null : dateOfDay(since),
        until: until === null ? null : dateOfDay(until),
        note,
        byId: by.id,
        at: now(),
      },
      select: { id: true },
    });
    await recordEvent(tx, {
      kind: 'relation.laid',
      by: by.id,
      contestId: contest.id,
      personId: judge.personId,
      payload: { relationId: id },
    });
  });
}
