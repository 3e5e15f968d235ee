import { expect, test } from 'vitest';
import type { EventKind } from '#app/domain/history/event.ts';
import { acceptProposal } from '#app/domain/mentoring/accept-proposal.server.ts';
import { noteSession } from '#app/domain/mentoring/note-session.server.ts';
import { shareInMentorship } from '#app/domain/mentoring/share-in-mentorship.server.ts';
import { withdrawShareInMentorship } from '#app/domain/mentoring/withdraw-share-in-mentorship.server.ts';
import { writeNotices } from '#app/domain/notifications/write-notices.server.ts';
import { acceptSupport } from '#app/domain/sponsorship/accept-support.server.ts';
import { confirmPledge } from '#app/domain/sponsorship/confirm-pledge.server.ts';
import { deliverPledge } from '#app/domain/sponsorship/deliver-pledge.server.ts';
import { makePledge } from '#app/domain/sponsorship/make-pledge.server.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson } from '#tests/support/builders.ts';
import { actorOf } from '#tests/support/idea-builders.ts';
import { aMentor, aRequest, aTeam } from '#tests/support/mentoring-builders.ts';
import { anOffer } from '#tests/support/support-builders.ts';

/** Lets everything that happened be told, and says who was told what since. */
async function toldAfter(work: () => Promise<unknown>) {
  const before = (await db.event.findFirst({ orderBy: { id: 'desc' } }))?.id ?? 0n;
  await work();
  const events = await db.event.findMany({ where: { id: { gt: before } }, orderBy: { id: 'asc' } });
  await db.$transaction((tx) =>
    writeNotices(
      tx,
      events.map((event) => ({
        ...event,
        kind: event.kind as EventKind,
        payload: event.payload as Record<string, never>,
      })),
    ),
  );
  const ids = events.map(({ id }) => id);
  const notices = await db.notice.findMany({ where: { eventId: { in: ids } }, orderBy: { eventId: 'asc' } });
  const letters = await db.letter.findMany({ where: { eventId: { in: ids } } });
  return notices.map(({ kind, personId }) => {
    const mailed = letters.some((letter) => letter.kind === kind && letter.personId === personId);
    return `${kind} ${personId}${mailed ? ' +mail' : ''}`;
  });
}

test('of mentoring both sides hear what the other did, and nobody else anything', async () => {
  const member = await aPerson();
  const team = await aTeam({ memberIds: [member.id] });
  const mentor = await aMentor();
  let proposalId = '';
  expect(
    await toldAfter(async () => {
      proposalId = (await aRequest(team, { mentor })).proposals[0]!.id;
    }),
  ).toEqual(expect.arrayContaining([`proposal-made ${mentor.personId} +mail`, `proposal-made ${member.id} +mail`]));
  const by = await actorOf(mentor.person);
  let id = '';
  const begun = await toldAfter(async () => {
    id = (await acceptProposal({ by, id: proposalId })).mentorshipId!;
  });
  expect(begun.toSorted()).toEqual(
    [team.lead, member]
      .flatMap((one) => [`mentorship-begun ${one.id} +mail`, `proposal-accepted ${one.id}`])
      .toSorted(),
  );
  const session = { heldAt: now(), minutes: 30, online: true, summary: 'Bàn việc thử nghiệm.', nextSteps: '' };
  expect(
    (await toldAfter(async () => noteSession({ by: await actorOf(member), id, form: session }))).toSorted(),
  ).toEqual([`session-noted ${mentor.personId}`, `session-noted ${team.lead.id}`].toSorted());
  const lead = await actorOf(team.lead);
  expect(await toldAfter(() => shareInMentorship({ by: lead, id, form: { mail: true, phone: false } }))).toEqual([]);
  expect(await toldAfter(() => withdrawShareInMentorship({ by: lead, id }))).toEqual([
    `contact-withdrawn ${mentor.personId}`,
  ]);
});

test('of support the business hears the team, and the team the business', async () => {
  const offer = await anOffer();
  const { id, business, team } = offer;
  const [lead, representative] = [await actorOf(team.lead), await actorOf(business.representative)];
  expect(await toldAfter(() => acceptSupport({ by: lead, id }))).toEqual([
    `support-accepted ${representative.id} +mail`,
  ]);
  const form = { text: 'Ba tháng thử ở ba trang trại.', dueOn: '2099-12-31' };
  expect(await toldAfter(() => makePledge({ by: representative, id, form }))).toEqual([`pledge-made ${lead.id}`]);
  expect(await toldAfter(() => deliverPledge({ by: representative, id, note: '' }))).toEqual([
    `pledge-delivered ${lead.id} +mail`,
  ]);
  expect(await toldAfter(() => confirmPledge({ by: lead, id }))).toEqual([
    `pledge-confirmed ${representative.id} +mail`,
  ]);
});
