import { recordEvent } from '#app/domain/history/record-event.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { isPublic } from './contest.ts';
import { insistThat, whyNotRun } from './contest-access.ts';
import { lockContest } from './lock-contest.server.ts';

/**
 * What the organiser tells everybody: it stands on the contest's pages, and teams, judges, officers and followers are told. It is
 * never changed; what was wrong in it is put right by another. Throws NotFound, NotAllowed, and NotNow before the opening.
 */
export async function makeAnnouncement({
  by,
  slug,
  title,
  text,
}: {
  by: Actor;
  slug: string;
  title: string;
  text: string;
}): Promise<void> {
  await db.$transaction(async (tx) => {
    const contest = await lockContest(tx, { slug });
    insistThat(whyNotRun(by, contest));
    if (!isPublic(contest)) throw new NotNow({ key: 'organising:refusals.notOpenedYet' });
    const { id } = await tx.announcement.create({
      data: { contestId: contest.id, title, text, byId: by.id, at: now() },
      select: { id: true },
    });
    await recordEvent(tx, {
      kind: 'contest.announced',
      by: by.id,
      contestId: contest.id,
      payload: { announcementId: id },
    });
  });
}
