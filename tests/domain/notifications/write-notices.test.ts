import { beforeEach, expect, test } from 'vitest';
import type { EventKind } from '#app/domain/history/event.ts';
import type { HistoryEvent } from '#app/domain/history/read-events.server.ts';
import { writeNotices } from '#app/domain/notifications/write-notices.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, aRole, aUnit } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { anIdea } from '#tests/support/idea-builders.ts';

let lastEvent = 0n;

function anEvent(kind: EventKind, fields: Partial<HistoryEvent> = {}): HistoryEvent {
  lastEvent += 1n;
  return {
    id: lastEvent,
    txid: lastEvent,
    at: new Date(),
    kind,
    byId: null,
    personId: null,
    unitId: null,
    ideaId: null,
    contestId: null,
    entryId: null,
    payload: {},
    ...fields,
  };
}

const write = (...events: HistoryEvent[]) => db.$transaction((tx) => writeNotices(tx, events));

async function told() {
  const notices = await db.notice.findMany({ orderBy: [{ eventId: 'asc' }, { id: 'asc' }] });
  return notices.map(({ personId, kind, subject }) => ({ personId, kind, subject }));
}

async function letters() {
  const rows = await db.letter.findMany({ orderBy: [{ eventId: 'asc' }, { id: 'asc' }] });
  return rows.map(({ to, personId, kind, language, subject }) => ({ to, personId, kind, language, subject }));
}

beforeEach(async () => {
  await db.notice.deleteMany();
  await db.letter.deleteMany();
});

test('a published idea is told to its whole team, once however often the event is read, and not to who published it', async () => {
  const [owner, mate, left] = [await aPerson({ language: 'en' }), await aPerson({ email: null }), await aPerson()];
  const idea = await anIdea({ ownerId: owner.id, memberIds: [mate.id, left.id] });
  await db.ideaMember.updateMany({ where: { personId: left.id }, data: { leftAt: new Date() } });
  await anIdea();
  const event = anEvent('idea.published', { ideaId: idea.id, byId: (await aPerson()).id });
  await write(event);
  await write(event, event);
  const subject = { ideaId: idea.id };
  expect(await told()).toEqual([
    { personId: owner.id, kind: 'idea-published', subject },
    { personId: mate.id, kind: 'idea-published', subject },
  ]);
  // Only who has a verified address is written to, in their own language.
  expect(await letters()).toEqual([
    { to: owner.email, personId: owner.id, kind: 'idea-published', language: 'en', subject },
  ]);
  await write(anEvent('idea.published', { ideaId: idea.id, byId: owner.id }));
  expect((await told()).slice(2)).toEqual([{ personId: mate.id, kind: 'idea-published', subject }]);
});

test('a submitted idea goes to the moderators of the nearest unit that has any, no further and to nobody who may not open it', async () => {
  const province = await aUnit();
  const commune = await aUnit({ parentId: province.id });
  const school = await aUnit({ parentId: commune.id });
  const beside = await aUnit({ parentId: province.id });
  const moderator = await aRole({ kind: 'MODERATOR', unitId: province.id });
  await aRole({ kind: 'MODERATOR', unitId: beside.id });
  await aRole({ kind: 'MODERATOR', unitId: commune.id, endedAt: new Date() });
  await aRole({ kind: 'MODERATOR', unitId: commune.id, until: new Date('2020-01-01') });
  await aRole({ kind: 'ORGANISER', unitId: commune.id });
  const administrator = await aRole({ kind: 'ADMINISTRATOR' });
  const idea = await anIdea({ unitId: school.id });
  await write(anEvent('idea.submitted', { ideaId: idea.id, byId: idea.ownerId, payload: { submissionId: 's-1' } }));
  const subject = { ideaId: idea.id, submissionId: 's-1' };
  expect(await told()).toEqual([{ personId: moderator.personId, kind: 'idea-submitted', subject }]);

  const nearer = await aRole({ kind: 'MODERATOR', unitId: commune.id });
  const lonely = await anIdea({ unitId: (await aUnit()).id });
  await write(anEvent('idea.submitted', { ideaId: idea.id }), anEvent('idea.submitted', { ideaId: lonely.id }));
  expect((await told()).slice(1)).toEqual([
    { personId: nearer.personId, kind: 'idea-submitted', subject: { ideaId: idea.id } },
    { personId: administrator.personId, kind: 'idea-submitted', subject: { ideaId: lonely.id } },
  ]);
});

test('an invitation reaches an account by its verified address, and an address without one by mail alone', async () => {
  const [owner, known, unverified] = [await aPerson(), await aPerson(), await aPerson({ emailVerifiedAt: null })];
  const idea = await anIdea({ ownerId: owner.id });
  const invite = async (invitedMail: string) => {
    const at = new Date();
    const member = await db.ideaMember.create({
      data: { ideaId: idea.id, invitedMail, invitedById: owner.id, invitedAt: at },
    });
    await write(anEvent('idea-member.invited', { ideaId: idea.id, byId: owner.id, payload: { memberId: member.id } }));
    return { ideaId: idea.id, memberId: member.id };
  };
  const toKnown = await invite(known.email!);
  const toUnverified = await invite(unverified.email!);
  const toNobody = await invite('chua-co@thu.example');
  expect(await told()).toEqual([{ personId: known.id, kind: 'idea-invitation', subject: toKnown }]);
  const letter = { kind: 'idea-invitation', language: 'vi' };
  expect(await letters()).toEqual([
    { ...letter, to: known.email, personId: known.id, subject: toKnown },
    { ...letter, to: unverified.email, personId: null, subject: toUnverified },
    { ...letter, to: 'chua-co@thu.example', personId: null, subject: toNobody },
  ]);
});

test('a link by mail follows from the row that stands for it', async () => {
  atTime('2026-05-20T10:00:00Z');
  const person = await aPerson({ language: 'en' });
  const token = await db.mailToken.create({
    data: {
      purpose: 'VERIFY_MAIL',
      tokenHash: 'hash-of-it',
      personId: person.id,
      email: 'moi@thu.example',
      createdAt: new Date(),
      expiresAt: new Date(),
    },
  });
  const payload = { mailTokenId: token.id };
  await write(
    anEvent('person.signed-up', { personId: person.id, byId: person.id, payload }),
    anEvent('person.password-reset-asked', { personId: person.id, payload: { ...payload, again: true } }),
  );
  const letter = { to: 'moi@thu.example', personId: person.id, language: 'en', subject: payload };
  expect(await letters()).toEqual([
    { ...letter, kind: 'verify-mail' },
    { ...letter, kind: 'signed-up-again' },
  ]);
  expect(await told()).toEqual([]);
});
