import type { Actor } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { mentorState } from './mentor.ts';
import { mayRunProgramme } from './mentoring-access.ts';
import { programmePhase } from './programme.ts';

/** A programme as anyone signed in sees it, and what this person can do there. */
export async function findProgramme({ by, slug }: { by: Actor; slug: string }) {
  const found = await db.mentoringProgramme.findUnique({
    where: { slug },
    select: {
      id: true,
      slug: true,
      name: true,
      summary: true,
      opensAt: true,
      closesAt: true,
      endedAt: true,
      daysToAccept: true,
      unit: { select: { slug: true, name: true, path: true } },
      _count: { select: { mentors: { where: { leftAt: null } } } },
    },
  });
  if (found === null) throw new NotFound();
  const mentor = await db.mentor.findUnique({
    where: { personId: by.id },
    select: {
      checkedAt: true,
      declinedAt: true,
      pausedAt: true,
      programmes: { where: { programmeId: found.id, leftAt: null }, select: { joinedAt: true } },
    },
  });
  const { _count, unit, id: _, ...programme } = found;
  return {
    ...programme,
    unit: { slug: unit.slug, name: unit.name },
    mentors: _count.mentors,
    phase: programmePhase(programme, now()),
    mayRun: mayRunProgramme(by, { unitPath: unit.path }) === null,
    own: mentor === null ? null : { state: mentorState(mentor), joined: mentor.programmes.length > 0 },
  };
}
