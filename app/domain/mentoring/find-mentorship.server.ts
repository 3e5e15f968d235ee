import type { Actor } from '#app/domain/people/actor.ts';
import { contactsOf, ownShare, sharerColumns } from '#app/domain/people/contact.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { isUuid } from '#app/domain/uuid.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { sideOf } from './mentoring-access.ts';

/**
 * A mentorship as one of its two sides sees it: who the others are, how to reach those who said so, what was noted. NotFound for
 * everyone else, staff too. After its end nobody's contact is shown.
 */
export async function findMentorship({ by, id }: { by: Actor; id: string }) {
  if (!isUuid(id)) throw new NotFound();
  const person = {
    select: {
      ...sharerColumns,
      contactShares: {
        where: { mentorshipId: id },
        orderBy: { givenAt: 'desc' as const },
        select: { mail: true, phone: true, givenAt: true, withdrawnAt: true },
      },
    },
  };
  const found = await db.mentorship.findUnique({
    where: { id },
    select: {
      id: true,
      startedAt: true,
      endedAt: true,
      endReason: true,
      endedById: true,
      mentor: { select: { about: true, personId: true, person } },
      idea: {
        select: {
          slug: true,
          publishedVersion: { select: { title: true } },
          draft: { select: { title: true } },
          members: {
            where: { confirmedAt: { not: null }, leftAt: null, personId: { not: null } },
            orderBy: [{ kind: 'asc' }, { confirmedAt: 'asc' }],
            select: { kind: true, personId: true, person },
          },
        },
      },
      sessions: {
        orderBy: { heldAt: 'desc' },
        select: {
          id: true,
          heldAt: true,
          minutes: true,
          online: true,
          summary: true,
          nextSteps: true,
          notedBy: { select: { fullName: true } },
        },
      },
    },
  });
  if (found === null) throw new NotFound();
  const { mentor, idea, sessions, endedById, ...mentorship } = found;
  const team = idea.members.map(({ personId, kind }) => ({ personId: personId!, lead: kind === 'LEAD' }));
  const side = sideOf(by, { mentorPersonId: mentor.personId, team });
  if (side === null) throw new NotFound();
  const on = now();
  const people = idea.members.flatMap((member) => member.person ?? []);
  const theirs = side === 'mentor' ? people : [mentor.person];
  const mine = side === 'mentor' ? mentor.person : people.find((one) => one.id === by.id)!;
  return {
    ...mentorship,
    side,
    idea: { slug: idea.slug, title: idea.publishedVersion?.title ?? idea.draft?.title ?? '' },
    mentor: { name: mentor.person.fullName, about: mentor.about },
    team: idea.members.map(({ kind, person: one }) => ({ name: one?.fullName ?? '', lead: kind === 'LEAD' })),
    endedBySide: endedById === null ? null : endedById === mentor.personId ? ('mentor' as const) : ('team' as const),
    others: mentorship.endedAt === null ? contactsOf(theirs, on) : [],
    mine: ownShare(mine, on),
    sessions: sessions.map(({ notedBy, ...session }) => ({ ...session, by: notedBy.fullName })),
    minutes: sessions.reduce((sum, session) => sum + session.minutes, 0),
  };
}
