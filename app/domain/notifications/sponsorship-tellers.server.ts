import type { EventKind } from '#app/domain/history/event.ts';
import type { HistoryEvent } from '#app/domain/history/read-events.server.ts';
import { now } from '#app/platform/clock.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import type { NoticeKind, Subject } from './notice.ts';
import { idIn, nothing, type Teller, teamOf } from './teller.server.ts';

const holdsNow = () => ({ endedAt: null, OR: [{ until: null }, { until: { gt: now() } }] });

async function representatives(tx: Tx, event: HistoryEvent): Promise<string[]> {
  const businessId = idIn(event, 'businessId');
  if (businessId === undefined) return [];
  const roles = await tx.roleGrant.findMany({
    where: { kind: 'REPRESENTATIVE', businessId, ...holdsNow() },
    select: { personId: true },
  });
  return roles.map(({ personId }) => personId);
}

const subjectOf = (event: HistoryEvent): Subject => ({
  ideaId: event.ideaId ?? undefined,
  offerId: idIn(event, 'offerId'),
  businessId: idIn(event, 'businessId'),
});

const toTheTeam =
  (kind: NoticeKind, { letter }: { letter?: boolean } = {}): Teller =>
  async (tx, event) =>
    event.ideaId === null
      ? nothing
      : { told: [{ people: await teamOf(tx, event.ideaId), kind, letter, subject: subjectOf(event) }] };

const toTheBusiness =
  (kind: NoticeKind, { letter }: { letter?: boolean } = {}): Teller =>
  async (tx, event) => ({
    told: [{ people: await representatives(tx, event), kind, letter, subject: subjectOf(event) }],
  });

/** Who is told what of businesses and their support. */
export const sponsorshipTellers: Partial<Record<EventKind, Teller>> = {
  'business.registered': async (tx, event) => {
    const administrators = await tx.roleGrant.findMany({
      where: { kind: 'ADMINISTRATOR', ...holdsNow() },
      select: { personId: true },
    });
    const people = administrators.map(({ personId }) => personId);
    return { told: [{ people, kind: 'business-registered', subject: subjectOf(event) }] };
  },
  'business.declined': async (_tx, event) =>
    event.personId === null
      ? nothing
      : { told: [{ people: [event.personId], kind: 'business-declined', letter: true, subject: subjectOf(event) }] },
  'support.offered': toTheTeam('support-offered', { letter: true }),
  'support.withdrawn': toTheTeam('support-withdrawn'),
  'support.accepted': toTheBusiness('support-accepted', { letter: true }),
  'support.declined': toTheBusiness('support-declined'),
  'pledge.made': toTheTeam('pledge-made'),
  'pledge.delivered': toTheTeam('pledge-delivered', { letter: true }),
  'pledge.confirmed': toTheBusiness('pledge-confirmed', { letter: true }),
  'pledge.disputed': toTheBusiness('pledge-disputed', { letter: true }),
  'pledge.withdrawn': toTheTeam('pledge-withdrawn', { letter: true }),
  /** Who saw a contact is asked to forget it. */
  'contact.withdrawn': async (tx, event) => {
    const mentorshipId = idIn(event, 'mentorshipId');
    const offerId = idIn(event, 'offerId');
    if (mentorshipId !== undefined) {
      const mentorship = await tx.mentorship.findUnique({
        where: { id: mentorshipId },
        select: { ideaId: true, mentor: { select: { personId: true } } },
      });
      if (mentorship === null) return nothing;
      const { ideaId, mentor } = mentorship;
      const people = event.personId === mentor.personId ? await teamOf(tx, ideaId) : [mentor.personId];
      return { told: [{ people, kind: 'contact-withdrawn', subject: { ideaId, mentorshipId } }] };
    }
    if (offerId === undefined) return nothing;
    const offer = await tx.supportOffer.findUnique({
      where: { id: offerId },
      select: { ideaId: true, businessId: true },
    });
    if (offer === null) return nothing;
    const team = await teamOf(tx, offer.ideaId);
    const ofTeam = event.personId !== null && team.includes(event.personId);
    const others = await tx.roleGrant.findMany({
      where: { kind: 'REPRESENTATIVE', businessId: offer.businessId, ...holdsNow() },
      select: { personId: true },
    });
    const people = ofTeam ? others.map(({ personId }) => personId) : team;
    return { told: [{ people, kind: 'contact-withdrawn', subject: { ideaId: offer.ideaId, offerId } }] };
  },
};
