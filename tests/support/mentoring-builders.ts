import { askMentor } from '#app/domain/mentoring/ask-mentor.server.ts';
import type { MentoringAspect } from '#app/domain/mentoring/aspect.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, aRole, aUnit, nextNumber, nextWord } from './builders.ts';
import { actorOf, aField, aPublishedIdea } from './idea-builders.ts';

const day = 86_400_000;

type MentorFields = Partial<Parameters<typeof db.mentor.create>[0]['data']> & {
  unitId?: number;
  programmeIds?: string[];
};

/** A mentor checked by a unit of their own, online, for one team, in the field `moi-truong` and in every aspect asked for in tests. */
export async function aMentor({ programmeIds = [], ...fields }: MentorFields = {}) {
  const person = fields.personId === undefined ? await aPerson() : { id: fields.personId as string };
  const unitId = fields.unitId ?? (await aUnit()).id;
  const fieldId = (await aField('moi-truong')).id;
  await aRole({ kind: 'MENTOR', personId: person.id, unitId });
  const mentor = await db.mentor.create({
    data: {
      about: `Mười năm làm nước sạch nông thôn, ${nextNumber()}.`,
      fieldIds: [fieldId],
      aspects: ['FEASIBILITY'] as MentoringAspect[],
      languages: ['vi' as const],
      online: true,
      capacity: 1,
      hoursPerMonth: 4,
      offeredAt: now(),
      checkedAt: now(),
      ...fields,
      personId: person.id,
      unitId,
      programmes: { create: programmeIds.map((programmeId) => ({ programmeId, joinedAt: now() })) },
    } as Parameters<typeof db.mentor.create>[0]['data'],
  });
  return { ...mentor, person };
}

/** A programme that takes requests for ten more days, three days to accept, and who runs it. */
export async function aProgramme(fields: Partial<Parameters<typeof db.mentoringProgramme.create>[0]['data']> = {}) {
  const unit = await aUnit();
  const organiser = await aPerson();
  await aRole({ kind: 'ORGANISER', personId: organiser.id, unitId: unit.id });
  const programme = await db.mentoringProgramme.create({
    data: {
      slug: nextWord('chuong-trinh'),
      name: `Chương trình ${nextNumber()}`,
      summary: 'Một chương trình để thử.',
      unitId: unit.id,
      opensAt: new Date(now().getTime() - day),
      closesAt: new Date(now().getTime() + 10 * day),
      daysToAccept: 3,
      createdAt: now(),
      ...fields,
    } as Parameters<typeof db.mentoringProgramme.create>[0]['data'],
  });
  return { ...programme, unit, organiser };
}

/** A team with a published idea. */
export async function aTeam(fields: { leadId?: string; memberIds?: string[]; unitId?: number; fieldId?: string } = {}) {
  const lead = fields.leadId === undefined ? await aPerson() : { id: fields.leadId };
  const { leadId: _, ...rest } = fields;
  const idea = await aPublishedIdea({ ...rest, ownerId: lead.id });
  return { lead, idea };
}

/** A request of a team: to a programme, or to one mentor by name. */
export async function aRequest(
  team: { lead: { id: string }; idea: { slug: string } },
  to: { programme: { id: string } } | { mentor: { id: string } },
  fields: { aspects?: MentoringAspect[] } = {},
) {
  const { requestId } = await askMentor({
    by: await actorOf(team.lead),
    slug: team.idea.slug,
    form: {
      to: 'programme' in to ? `programme:${to.programme.id}` : `mentor:${to.mentor.id}`,
      aspects: fields.aspects ?? ['FEASIBILITY'],
      note: 'Chúng em cần người chỉ cách thử nghiệm ngoài đồng.',
      language: 'vi',
      online: true,
    },
  });
  return db.mentorRequest.findUniqueOrThrow({ where: { id: requestId }, include: { proposals: true } });
}

/** A mentor and a team who have both said yes. */
export async function aMentorship(
  fields: { mentor?: Awaited<ReturnType<typeof aMentor>>; team?: Awaited<ReturnType<typeof aTeam>> } = {},
) {
  const mentor = fields.mentor ?? (await aMentor());
  const team = fields.team ?? (await aTeam());
  const mentorship = await db.mentorship.create({
    data: { mentorId: mentor.id, ideaId: team.idea.id, startedAt: now() },
  });
  return { ...mentorship, mentor, team };
}
