import { expect, test } from 'vitest';
import { acceptInvitation } from '#app/domain/ideas/accept-invitation.server.ts';
import { declineInvitation } from '#app/domain/ideas/decline-invitation.server.ts';
import { findInvitation } from '#app/domain/ideas/find-invitation.server.ts';
import { findMyIdeas } from '#app/domain/ideas/find-my-ideas.server.ts';
import { findTeam } from '#app/domain/ideas/find-team.server.ts';
import { inviteMember } from '#app/domain/ideas/invite-member.server.ts';
import { leaveTeam } from '#app/domain/ideas/leave-team.server.ts';
import { publicIdeas } from '#app/domain/ideas/public-idea.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, nextWord } from '#tests/support/builders.ts';
import { actorOf, anIdea, aPublishedIdea, consentOf } from '#tests/support/idea-builders.ts';

test('invited by mail: only who has verified that address may answer, and counts from then on', async () => {
  const owner = await aPerson();
  const idea = await aPublishedIdea({ ownerId: owner.id });
  const by = await actorOf(owner);
  const mail = `${nextWord('ban')}@thu.example`;
  const { id } = await inviteMember({ by, slug: idea.slug, whom: mail.toUpperCase() });
  const events = await db.event.findMany({ where: { ideaId: idea.id } });
  expect(events).toMatchObject([
    { kind: 'idea-member.invited', byId: owner.id, personId: null, payload: { memberId: id } },
  ]);
  expect((await findTeam({ by, slug: idea.slug })).invitations).toMatchObject([{ id, whom: mail }]);

  const unverified = await aPerson({ email: mail, emailVerifiedAt: null, fullName: 'Đỗ Thử Năm' });
  await consentOf(unverified);
  for (const person of [unverified, await aPerson(), owner]) {
    await expect(findInvitation({ by: await actorOf(person), id })).rejects.toMatchObject({ status: 404 });
    await expect(acceptInvitation({ by: await actorOf(person), id })).rejects.toMatchObject({ status: 404 });
  }
  const invited = await db.person.update({ where: { id: unverified.id }, data: { emailVerifiedAt: new Date() } });
  expect((await findMyIdeas({ by: await actorOf(invited) })).invitations).toMatchObject([{ id }]);
  expect((await publicIdeas([idea.id]))[0]!.authorNames).toEqual([]);

  expect(await acceptInvitation({ by: await actorOf(invited), id })).toEqual({ slug: idea.slug });
  expect((await publicIdeas([idea.id]))[0]!.authorNames).toEqual(['Đỗ Thử Năm']);
  const row = await db.ideaMember.findUniqueOrThrow({ where: { id } });
  expect(row).toMatchObject({ personId: invited.id, invitedMail: null });
  await expect(acceptInvitation({ by: await actorOf(invited), id })).rejects.toMatchObject({ status: 404 });
});

test('by user name, whatever the case; an unknown name is told', async () => {
  const owner = await aPerson();
  const by = await actorOf(owner);
  const idea = await anIdea({ ownerId: owner.id });
  const pupil = await aPerson({ userName: 'hs.an8a', email: null, emailVerifiedAt: null });
  const { id } = await inviteMember({ by, slug: idea.slug, whom: 'HS.an8a' });
  await acceptInvitation({ by: await actorOf(pupil), id });
  expect((await findTeam({ by, slug: idea.slug })).members.map((one) => one.name)).toEqual([
    owner.fullName,
    pupil.fullName,
  ]);
  await expect(inviteMember({ by, slug: idea.slug, whom: 'hs.khong-co' })).rejects.toMatchObject({
    fields: { whom: [{ key: 'ideas:problems.noSuchName' }] },
  });
  await expect(inviteMember({ by, slug: idea.slug, whom: 'hs.an8a' })).rejects.toMatchObject({
    fields: { whom: [{ key: 'ideas:problems.invitedAlready' }] },
  });
});

test('an answer about an address is the same whether an account stands behind it or not', async () => {
  const owner = await aPerson();
  const by = await actorOf(owner);
  const idea = await anIdea({ ownerId: owner.id });
  const known = await aPerson();
  const keys = async (whom: string) => Object.keys(await inviteMember({ by, slug: idea.slug, whom }));
  expect(await keys(known.email!)).toEqual(await keys('khong-ai@thu.example'));
  const rows = await db.ideaMember.findMany({ where: { ideaId: idea.id, confirmedAt: null } });
  expect(rows.map((row) => row.personId)).toEqual([null, null]);
});

test('five places; a no and a leaving free one; the lead stays', async () => {
  const owner = await aPerson();
  const by = await actorOf(owner);
  const idea = await anIdea({ ownerId: owner.id });
  const people = await Promise.all(Array.from({ length: 4 }, () => aPerson()));
  const ids: string[] = [];
  for (const person of people) ids.push((await inviteMember({ by, slug: idea.slug, whom: person.email! })).id);
  const sixth = await aPerson();
  await expect(inviteMember({ by, slug: idea.slug, whom: sixth.email! })).rejects.toMatchObject({
    because: { key: 'ideas:refusals.teamFull', values: { max: 5 } },
  });
  await declineInvitation({ by: await actorOf(people[0]!), id: ids[0]! });
  await inviteMember({ by, slug: idea.slug, whom: sixth.email! });

  await acceptInvitation({ by: await actorOf(people[1]!), id: ids[1]! });
  await acceptInvitation({ by: await actorOf(people[2]!), id: ids[2]! });
  const mate = await actorOf(people[1]!);
  await expect(leaveTeam({ by: mate, slug: idea.slug, memberId: ids[2]! })).rejects.toMatchObject({ status: 403 });
  await expect(inviteMember({ by: mate, slug: idea.slug, whom: 'a@thu.example' })).rejects.toMatchObject({
    status: 403,
  });
  expect(await leaveTeam({ by: mate, slug: idea.slug, memberId: ids[1]! })).toEqual({ slug: idea.slug, self: true });
  await leaveTeam({ by, slug: idea.slug, memberId: ids[2]! });
  await leaveTeam({ by, slug: idea.slug, memberId: ids[3]! });
  await expect(acceptInvitation({ by: await actorOf(people[3]!), id: ids[3]! })).rejects.toMatchObject({ status: 404 });
  const lead = await db.ideaMember.findFirstOrThrow({ where: { ideaId: idea.id, kind: 'LEAD' } });
  await expect(leaveTeam({ by, slug: idea.slug, memberId: lead.id })).rejects.toMatchObject({
    because: { key: 'ideas:refusals.leadStays' },
  });
  const stranger = await actorOf(await aPerson());
  await expect(leaveTeam({ by: stranger, slug: idea.slug, memberId: lead.id })).rejects.toMatchObject({ status: 404 });
  await expect(leaveTeam({ by, slug: idea.slug, memberId: 'khong-phai-ma' })).rejects.toMatchObject({ status: 404 });
});
