import type { EventKind } from '#app/domain/history/event.ts';
import type { HistoryEvent } from '#app/domain/history/read-events.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import type { NoticeKind, Subject } from './notice.ts';
import { idIn, nearestStaff, nothing, type Teller, teamOf } from './teller.server.ts';

function subjectOf(event: HistoryEvent): Subject {
  return {
    ideaId: event.ideaId ?? undefined,
    unitId: event.unitId ?? undefined,
    proposalId: idIn(event, 'proposalId'),
    mentorshipId: idIn(event, 'mentorshipId'),
  };
}

/** The mentor an event is about, and the team of its idea. */
async function bothSides(tx: Tx, event: HistoryEvent): Promise<{ mentor: string[]; team: string[] }> {
  return {
    mentor: event.personId === null ? [] : [event.personId],
    team: event.ideaId === null ? [] : await teamOf(tx, event.ideaId),
  };
}

const toBoth =
  (kind: NoticeKind, { letter }: { letter?: boolean } = {}): Teller =>
  async (tx, event) => {
    const { mentor, team } = await bothSides(tx, event);
    return { told: [{ people: [...mentor, ...team], kind, letter, subject: subjectOf(event) }] };
  };

const toThePerson =
  (kind: NoticeKind): Teller =>
  async (_tx, event) =>
    event.personId === null
      ? nothing
      : { told: [{ people: [event.personId], kind, letter: true, subject: subjectOf(event) }] };

/** Who is told what of mentoring. */
export const mentoringTellers: Partial<Record<EventKind, Teller>> = {
  'mentor.offered': async (tx, event) => ({
    told: [
      {
        people: await nearestStaff(tx, event.unitId),
        kind: 'mentor-offered',
        subject: { unitId: event.unitId ?? undefined },
      },
    ],
  }),
  'mentor.checked': toThePerson('mentor-checked'),
  'mentor.declined': toThePerson('mentor-declined'),
  'mentor-request.unserved': async (tx, event) =>
    event.ideaId === null
      ? nothing
      : {
          told: [
            {
              people: await teamOf(tx, event.ideaId),
              kind: 'mentor-request-unserved',
              letter: true,
              subject: { ideaId: event.ideaId },
            },
          ],
        },
  'proposal.made': toBoth('proposal-made', { letter: true }),
  'proposal.accepted': toBoth('proposal-accepted'),
  'proposal.declined': toBoth('proposal-declined'),
  'proposal.lapsed': toBoth('proposal-lapsed'),
  'mentorship.begun': toBoth('mentorship-begun', { letter: true }),
  'mentorship.ended': toBoth('mentorship-ended'),
  'mentoring-session.noted': toBoth('session-noted'),
};
