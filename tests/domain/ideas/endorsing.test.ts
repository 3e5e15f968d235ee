import { describe, expect, test } from 'vitest';
import { withdrawEntriesOfIdeas } from '#app/domain/contests/withdraw-entries-of-ideas.server.ts';
import type { HistoryEvent } from '#app/domain/history/read-events.server.ts';
import { declineLead } from '#app/domain/ideas/decline-lead.server.ts';
import { endorseIdea } from '#app/domain/ideas/endorse-idea.server.ts';
import { findIdea } from '#app/domain/ideas/find-idea.server.ts';
import { findLeadOffersWaiting } from '#app/domain/ideas/find-lead-offer.server.ts';
import { followIdea } from '#app/domain/ideas/follow-idea.server.ts';
import { leaveTeam } from '#app/domain/ideas/leave-team.server.ts';
import { offerLead } from '#app/domain/ideas/offer-lead.server.ts';
import { publicIdeas } from '#app/domain/ideas/public-idea.server.ts';
import { takeLead } from '#app/domain/ideas/take-lead.server.ts';
import { unfollowIdea } from '#app/domain/ideas/unfollow-idea.server.ts';
import { withdrawEndorsement } from '#app/domain/ideas/withdraw-endorsement.server.ts';
import { withdrawIdea } from '#app/domain/ideas/withdraw-idea.server.ts';
import { writeNotices } from '#app/domain/notifications/write-notices.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, aRole } from '#tests/support/builders.ts';
import { aContest, anEntry } from '#tests/support/contest-builders.ts';
import { actorOf, anIdea, aPublishedIdea, published } from '#tests/support/idea-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';

async function eventsAfter(id: bigint): Promise<HistoryEvent[]> {
  return (await db.event.findMany({ where: { id: { gt: id } }, orderBy: { id: 'asc' } })) as unknown as HistoryEvent[];
}
const lastEvent = async () => (await db.event.findFirst({ orderBy: { id: 'desc' } }))?.id ?? 0n;

describe('endorsing', () => {
  test('counts each person once, however often and at once, and is taken back', async () => {
    const idea = await aPublishedIdea();
    const [one, other] = [await actorOf(await aPerson()), await actorOf(await aPerson())];
    await Promise.all([1, 2, 3].map(() => endorseIdea({ by: one, slug: idea.slug })));
    await endorseIdea({ by: other, slug: idea.slug });
    expect((await findIdea({ slug: idea.slug, by: one }))!.endorsing).toEqual({
      count: 2,
      endorsed: true,
      following: false,
      may: true,
    });
    expect((await publicIdeas([idea.id])).map(({ endorsements }) => endorsements)).toEqual([2]);
    await withdrawEndorsement({ by: one, slug: idea.slug });
    await withdrawEndorsement({ by: one, slug: idea.slug });
    expect((await findIdea({ slug: idea.slug, by: null }))!.endorsing).toEqual({
      count: 1,
      endorsed: false,
      following: false,
      may: false,
    });
    const kinds = await db.event.findMany({
      where: { ideaId: idea.id },
      orderBy: { id: 'asc' },
      select: { kind: true },
    });
    expect(kinds.map(({ kind }) => kind)).toEqual(['idea.endorsed', 'idea.endorsed', 'idea.endorsement-withdrawn']);
  });

  test('not by the team, not before the address is verified, not what is not public', async () => {
    const idea = await aPublishedIdea();
    const draft = await anIdea();
    const owner = await actorOf({ id: idea.ownerId });
    const unproved = await actorOf(await aPerson({ emailVerifiedAt: null }));
    const by = await actorOf(await aPerson());
    expect(await refusalOf(endorseIdea({ by: owner, slug: idea.slug }))).toBe('not-allowed: ideas:refusals.ownIdea');
    expect(await refusalOf(endorseIdea({ by: unproved, slug: idea.slug }))).toBe('not-now: ideas:refusals.verifyFirst');
    expect(await refusalOf(endorseIdea({ by, slug: draft.slug }))).toBe('not-found: ');
    expect(await refusalOf(followIdea({ by: owner, slug: idea.slug }))).toBe('not-allowed: ideas:refusals.ownIdea');
  });

  test('is not counted aloud while a contest is judging it', async () => {
    const contest = await aContest({ state: 'OPEN' });
    const entry = await anEntry(contest);
    const idea = await db.idea.findUniqueOrThrow({ where: { id: entry.ideaId } });
    await endorseIdea({ by: await actorOf(await aPerson()), slug: idea.slug });
    for (const [state, count] of [
      ['OPEN', null],
      ['CLOSED', null],
      ['PUBLISHED', 1],
    ] as const) {
      await db.contest.update({ where: { id: contest.id }, data: { state } });
      expect((await findIdea({ slug: idea.slug, by: null }))!.endorsing.count).toBe(count);
      expect((await publicIdeas([idea.id]))[0]!.endorsements).toBe(count ?? 0);
    }
  });
});

describe('following', () => {
  test('tells of a new version and a new stage, and no more once it has ended', async () => {
    const idea = await aPublishedIdea();
    const [keen, gone] = [await actorOf(await aPerson()), await actorOf(await aPerson())];
    for (const by of [keen, gone]) await followIdea({ by, slug: idea.slug });
    await followIdea({ by: keen, slug: idea.slug });
    await unfollowIdea({ by: gone, slug: idea.slug });
    await unfollowIdea({ by: gone, slug: idea.slug });
    expect(await db.ideaFollow.count({ where: { ideaId: idea.id } })).toBe(2);
    await published(idea);
    const at = await lastEvent();
    await db.event.create({ data: { at: new Date(), kind: 'idea.published', ideaId: idea.id } });
    await db.event.create({
      data: { at: new Date(), kind: 'idea.stage-changed', ideaId: idea.id, byId: idea.ownerId },
    });
    await db.$transaction(async (tx) => writeNotices(tx, await eventsAfter(at)));
    const told = await db.notice.findMany({
      where: { personId: { in: [keen.id, gone.id] } },
      orderBy: { eventId: 'asc' },
    });
    expect(told.map(({ personId, kind }) => [personId === keen.id, kind])).toEqual([
      [true, 'followed-renewed'],
      [true, 'followed-stage'],
    ]);
    expect(await db.letter.count({ where: { personId: keen.id } })).toBe(0);
  });
});

describe('handing over the lead', () => {
  async function aTeam() {
    const [lead, mate, third] = [await aPerson(), await aPerson(), await aPerson()];
    const idea = await anIdea({ ownerId: lead.id, memberIds: [mate.id, third.id] });
    const member = await db.ideaMember.findFirstOrThrow({ where: { ideaId: idea.id, personId: mate.id } });
    return { idea, member, lead: await actorOf(lead), mate: await actorOf(mate), third: await actorOf(third) };
  }

  test('the member takes it; the old lead stays as a member and may leave', async () => {
    const { idea, member, lead, mate, third } = await aTeam();
    await offerLead({ by: lead, slug: idea.slug, memberId: member.id });
    expect((await db.idea.findUniqueOrThrow({ where: { id: idea.id } })).ownerId).toBe(lead.id);
    const [offer] = await findLeadOffersWaiting({ by: mate });
    expect(await refusalOf(takeLead({ by: third, id: offer!.id }))).toBe('not-found: ideas:refusals.noLeadOffer');
    expect(await refusalOf(takeLead({ by: lead, id: offer!.id }))).toBe('not-found: ideas:refusals.noLeadOffer');
    await takeLead({ by: mate, id: offer!.id });
    const rows = await db.ideaMember.findMany({ where: { ideaId: idea.id }, orderBy: { confirmedAt: 'asc' } });
    expect(rows.map(({ personId, kind }) => [personId, kind])).toEqual([
      [lead.id, 'MEMBER'],
      [mate.id, 'LEAD'],
      [third.id, 'MEMBER'],
    ]);
    expect((await db.idea.findUniqueOrThrow({ where: { id: idea.id } })).ownerId).toBe(mate.id);
    expect(await refusalOf(takeLead({ by: mate, id: offer!.id }))).toBe('not-found: ideas:refusals.noLeadOffer');
    await leaveTeam({ by: lead, slug: idea.slug, memberId: rows[0]!.id });
    expect(await refusalOf(offerLead({ by: mate, slug: idea.slug, memberId: rows[0]!.id }))).toBe('not-found: ');
  });

  test('one offer at a time; declined or taken back, another may be made; by the lead alone', async () => {
    const { idea, member, lead, mate, third } = await aTeam();
    const other = await db.ideaMember.findFirstOrThrow({ where: { ideaId: idea.id, personId: third.id } });
    expect(await refusalOf(offerLead({ by: mate, slug: idea.slug, memberId: other.id }))).toBe(
      'not-allowed: ideas:refusals.leadOnly',
    );
    await offerLead({ by: lead, slug: idea.slug, memberId: member.id });
    expect(await refusalOf(offerLead({ by: lead, slug: idea.slug, memberId: other.id }))).toBe(
      'not-now: ideas:refusals.leadOffered',
    );
    const [offer] = await findLeadOffersWaiting({ by: mate });
    await declineLead({ by: mate, id: offer!.id });
    await offerLead({ by: lead, slug: idea.slug, memberId: other.id });
    const [second] = await findLeadOffersWaiting({ by: third });
    await declineLead({ by: lead, id: second!.id });
    expect(await findLeadOffersWaiting({ by: third })).toEqual([]);
    expect(await refusalOf(offerLead({ by: lead, slug: idea.slug, memberId: 'ai đó' }))).toBe('not-found: ');
  });

  test('who has left the team meanwhile cannot take it', async () => {
    const { idea, member, lead, mate } = await aTeam();
    await offerLead({ by: lead, slug: idea.slug, memberId: member.id });
    const [offer] = await findLeadOffersWaiting({ by: mate });
    await leaveTeam({ by: mate, slug: idea.slug, memberId: member.id });
    expect(await refusalOf(takeLead({ by: mate, id: offer!.id }))).toBe('not-now: ideas:refusals.leadOfferStale');
  });
});

describe('an idea that goes', () => {
  test('taken down by staff, its team is told; withdrawn by the lead, nobody is', async () => {
    const [taken, own] = [await aPublishedIdea(), await aPublishedIdea()];
    const { personId } = await aRole({ kind: 'MODERATOR', unitId: taken.unitId! });
    const at = await lastEvent();
    await withdrawIdea({ by: await actorOf({ id: personId }), slug: taken.slug, reason: 'Trùng với ý tưởng khác' });
    await withdrawIdea({ by: await actorOf({ id: own.ownerId }), slug: own.slug, reason: '' });
    await db.$transaction(async (tx) => writeNotices(tx, await eventsAfter(at)));
    const told = await db.notice.findMany({ where: { personId: { in: [taken.ownerId, own.ownerId] } } });
    expect(told.map(({ personId, kind }) => [personId, kind])).toEqual([[taken.ownerId, 'idea-taken-down']]);
    expect(await db.letter.count({ where: { personId: taken.ownerId, kind: 'idea-taken-down' } })).toBe(1);
  });

  test('takes its entries along where nothing is judged to the end, once, and leaves them where it is', async () => {
    const [open, judged, over] = [
      await aContest({ state: 'OPEN' }),
      await aContest({ state: 'CLOSED' }),
      await aContest({ state: 'PUBLISHED' }),
    ];
    await db.round.updateMany({ where: { contestId: judged.id }, data: { state: 'CLOSED' } });
    const first = await anEntry(open);
    const idea = await db.idea.findUniqueOrThrow({ where: { id: first.ideaId } });
    const rest = [await anEntry(judged, { ideaId: idea.id }), await anEntry(over, { ideaId: idea.id })];
    const untouched = await anEntry(open);
    const at = await lastEvent();
    await withdrawIdea({ by: await actorOf({ id: idea.ownerId }), slug: idea.slug, reason: '' });
    const events = await eventsAfter(at);
    for (const _ of [1, 2]) await db.$transaction((tx) => withdrawEntriesOfIdeas(tx, events));
    const gone = await db.entryWithdrawal.findMany({
      where: { entryId: { in: [first.id, untouched.id, ...rest.map(({ id }) => id)] } },
    });
    expect(gone.map(({ entryId, byId }) => [entryId, byId])).toEqual([[first.id, idea.ownerId]]);
    expect(await db.event.count({ where: { kind: 'entry.withdrawn', ideaId: idea.id } })).toBe(1);
  });
});
