import type { EventKind } from '#app/domain/history/event.ts';
import { now } from '#app/platform/clock.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import type { NoticeKind, Subject } from './notice.ts';
import { idIn, nothing, officersOf, type Teller } from './teller.server.ts';

async function followersOf(tx: Tx, contestId: string): Promise<string[]> {
  const follows = await tx.contestFollow.findMany({ where: { contestId, endedAt: null }, select: { personId: true } });
  return follows.map(({ personId }) => personId);
}

/** Teams whose entry stands, judges, officers, and whoever asked to hear. */
async function everybodyIn(tx: Tx, contestId: string): Promise<string[]> {
  const members = await tx.entryMember.findMany({
    where: { entry: { contestId, withdrawal: null } },
    select: { personId: true },
    distinct: ['personId'],
  });
  const seats = await tx.roleGrant.findMany({
    where: {
      contestId,
      kind: { in: ['CHAIR', 'SECRETARY', 'JUDGE'] },
      endedAt: null,
      OR: [{ until: null }, { until: { gt: now() } }],
    },
    select: { personId: true },
  });
  const followers = await followersOf(tx, contestId);
  return [...new Set([...[...members, ...seats].map(({ personId }) => personId), ...followers])];
}

function toEverybodyIn(kind: NoticeKind): Teller {
  return async (tx, event) => {
    if (event.contestId === null) return nothing;
    const subject: Subject = { contestId: event.contestId, announcementId: idIn(event, 'announcementId') };
    return { told: [{ people: await everybodyIn(tx, event.contestId), kind, subject, letter: true }] };
  };
}

/** Who is told what of a contest's voices and of changes of its rules and calendar. */
export const contestTellers: Partial<Record<EventKind, Teller>> = {
  'contest.announced': toEverybodyIn('contest-announced'),
  // What moves the calendar is told by what it is, not as a change of the rules as well.
  'contest.amended': async (tx, event) =>
    event.payload.along === undefined ? toEverybodyIn('contest-amended')(tx, event) : nothing,
  'contest.postponed': toEverybodyIn('contest-postponed'),
  'contest.suspended': toEverybodyIn('contest-suspended'),
  'contest.resumed': toEverybodyIn('contest-resumed'),
  'contest.cancelled': toEverybodyIn('contest-cancelled'),
  'contest.extended': async (tx, event) => {
    if (event.personId === null) return toEverybodyIn('contest-extended')(tx, event);
    const subject: Subject = { contestId: event.contestId ?? undefined };
    return { told: [{ people: [event.personId], kind: 'deadline-extended', subject, letter: true }] };
  },
  'question.asked': async (tx, event) => {
    if (event.contestId === null) return nothing;
    const officers = await officersOf(tx, event.contestId);
    const people = officers.length > 0 ? officers : await organisersOf(tx, event.contestId);
    return { told: [{ people, kind: 'question-asked', subject: { contestId: event.contestId } }] };
  },
  'question.answered': async (tx, event) => {
    const id = idIn(event, 'questionId');
    const question = id && (await tx.contestQuestion.findUnique({ where: { id }, select: { byId: true } }));
    if (!question || event.contestId === null) return nothing;
    const subject: Subject = { contestId: event.contestId };
    const others = (await followersOf(tx, event.contestId)).filter((one) => one !== question.byId);
    return {
      told: [
        { people: [question.byId], kind: 'question-answered', subject, letter: true },
        { people: others, kind: 'contest-answered', subject },
      ],
    };
  },
};

/** Who answers where nobody chairs the contest or keeps its books. */
async function organisersOf(tx: Tx, contestId: string): Promise<string[]> {
  const contest = await tx.contest.findUnique({ where: { id: contestId }, select: { hostId: true } });
  const roles = await tx.roleGrant.findMany({
    where: {
      unitId: contest?.hostId ?? -1,
      kind: 'ORGANISER',
      endedAt: null,
      OR: [{ until: null }, { until: { gt: now() } }],
    },
    select: { personId: true },
  });
  return roles.map(({ personId }) => personId);
}
