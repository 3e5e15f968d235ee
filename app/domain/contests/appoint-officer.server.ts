import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { insistThat, whyNotAppoint } from './contest-access.ts';
import { findAppointee } from './find-appointee.server.ts';
import { insistOnUnfinished, lockContest } from './lock-contest.server.ts';

/** Chair or secretary. Throws NotValid where nobody has that address or name, or holds the seat already. */
export async function appointOfficer({
  by,
  slug,
  whom,
  kind,
}: {
  by: Actor;
  slug: string;
  whom: string;
  kind: 'CHAIR' | 'SECRETARY';
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const contest = await lockContest(tx, { slug });
    insistThat(whyNotAppoint(by, contest, kind));
    insistOnUnfinished(contest);
    const person = await findAppointee(tx, { whom, contestId: contest.id });
    const held = await tx.roleGrant.findFirst({
      where: { contestId: contest.id, personId: person.id, kind, endedAt: null },
      select: { id: true },
    });
    if (held !== null) throw new NotValid({ whom: [{ key: 'organising:problems.appointedAlready' }] });
    const role = await tx.roleGrant.create({
      data: { kind, personId: person.id, contestId: contest.id, grantedById: by.id, grantedAt: now() },
      select: { id: true },
    });
    await recordEvent(tx, {
      kind: 'role.granted',
      by: by.id,
      personId: person.id,
      contestId: contest.id,
      payload: { roleId: role.id, kind },
    });
  });
}
