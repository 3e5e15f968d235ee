import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { isLead } from '#app/domain/ideas/idea-access.ts';
import { lockIdea } from '#app/domain/ideas/lock-idea.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { NotAllowed, NotFound, NotNow, NotValid } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';
import { findAvailableMentors } from './find-available-mentors.server.ts';
import { findTies } from './find-ties.server.ts';
import { findWeakCriteria } from './find-weak-criteria.server.ts';
import { fitOf } from './fit.ts';
import { lockMentor } from './lock-mentor.server.ts';
import type { RequestForm } from './mentor-form.ts';
import { programmePhase } from './programme.ts';
import { usualDaysToAccept } from './proposal.ts';
import { propose } from './propose.server.ts';

/**
 * A team asks for a mentor: a programme that will match it, or one mentor by name, who then has a week to answer. Its weak
 * criteria from the last published round are written down with it. For the lead of a published idea, one request at a time.
 * NotNow where the programme does not take requests, or the mentor is full, away, tied to the team or cannot be met.
 */
export async function askMentor({
  by,
  slug,
  form,
}: {
  by: Actor;
  slug: string;
  form: RequestForm;
}): Promise<{ slug: string; requestId: string }> {
  const [kind, id] = form.to.split(':') as ['programme' | 'mentor', string];
  return db.$transaction(async (tx) => {
    const idea = await lockIdea(tx, { slug, by });
    if (!isLead(by, idea)) throw new NotAllowed({ key: 'mentoring:refusals.leadOnly' });
    if (!idea.published || idea.state === 'WITHDRAWN') throw new NotNow({ key: 'mentoring:refusals.publishFirst' });
    const open = await tx.mentorRequest.findFirst({
      where: { ideaId: idea.id, withdrawnAt: null, servedAt: null, unservedAt: null },
      select: { id: true },
    });
    if (open !== null) throw new NotNow({ key: 'mentoring:refusals.askedAlready' });
    if (kind === 'programme') await insistOnOpenProgramme(tx, id);
    const { fieldId } = await tx.idea.findUniqueOrThrow({ where: { id: idea.id }, select: { fieldId: true } });
    const chosen = kind === 'mentor' ? await insistOnMentor(tx, { id, idea: { ...idea, fieldId }, form }) : null;
    const last = await findWeakCriteria(tx, { ideaId: idea.id });
    const { aspects, note, language, online } = form;
    const request = await tx.mentorRequest.create({
      data: {
        ideaId: idea.id,
        programmeId: kind === 'programme' ? id : null,
        mentorId: chosen?.id ?? null,
        askedById: by.id,
        askedAt: now(),
        aspects,
        weak: last?.weak ?? [],
        note,
        language,
        online,
      },
      select: { id: true, ideaId: true },
    });
    const payload = { requestId: request.id, programmeId: kind === 'programme' ? id : null };
    await recordEvent(tx, { kind: 'mentor-request.made', by: by.id, ideaId: idea.id, payload });
    if (chosen !== null) {
      const teamAccepts = { personId: by.id };
      await propose(tx, { by: by.id, request, mentor: chosen, days: usualDaysToAccept, teamAccepts });
    }
    return { slug: idea.slug, requestId: request.id };
  });
}

async function insistOnOpenProgramme(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`select 1 from "MentoringProgramme" where id = ${id}::uuid for update`;
  const programme = await tx.mentoringProgramme.findUnique({ where: { id } });
  if (programme === null) throw new NotValid({ to: [{ key: 'controls:problems.choice' }] });
  if (programmePhase(programme, now()) !== 'open') throw new NotNow({ key: 'mentoring:refusals.programmeClosed' });
}

type Asking = {
  id: string;
  idea: { id: string; fieldId: string | null; provinceId: number | null };
  form: RequestForm;
};

async function insistOnMentor(tx: Tx, { id, idea, form }: Asking) {
  await lockMentor(tx, { id }).catch((error) => {
    if (error instanceof NotFound) throw new NotValid({ to: [{ key: 'controls:problems.choice' }] });
    throw error;
  });
  const [mentor] = await findAvailableMentors(tx, { id });
  if (mentor === undefined) throw new NotNow({ key: 'mentoring:refusals.mentorAway' });
  const ties = await findTies(tx, { ideaIds: [idea.id], personIds: [mentor.personId] });
  const tie = ties.get(idea.id)?.get(mentor.personId);
  if (tie !== undefined) throw new NotNow({ key: `mentoring:refusals.tied.${tie}` });
  if (mentor.places === 0) throw new NotNow({ key: 'mentoring:refusals.mentorFull' });
  const { aspects, language, online } = form;
  const { fieldId, provinceId } = idea;
  const fit = fitOf({ fieldId, aspects, language, online, provinceId, wishes: mentor.id }, mentor);
  if ('misfit' in fit) throw new NotNow({ key: `mentoring:refusals.misfit.${fit.misfit}` });
  return mentor;
}
