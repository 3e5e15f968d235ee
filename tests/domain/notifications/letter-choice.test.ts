import { beforeEach, describe, expect, test } from 'vitest';
import type { EventKind } from '#app/domain/history/event.ts';
import type { HistoryEvent } from '#app/domain/history/read-events.server.ts';
import {
  chooseLetters,
  findLetterChoice,
  findUnsubscribing,
  unsubscribe,
  unsubscribeToken,
} from '#app/domain/notifications/choose-letters.server.ts';
import { chosenLetters, letterTopics, topicOf } from '#app/domain/notifications/letter-choice.ts';
import { letterKinds } from '#app/domain/notifications/notice.ts';
import { writeNotices } from '#app/domain/notifications/write-notices.server.ts';
import { sendLetters } from '#app/jobs/send-letters.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson } from '#tests/support/builders.ts';
import { anIdea } from '#tests/support/idea-builders.ts';
import { catchMails } from '#tests/support/mailbox.ts';
import { actorOf, eventsOf } from '#tests/support/people-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';
import { post } from '#tests/support/visits.ts';

const mailbox = catchMails();

let lastEvent = 900_000n;
function anEvent(kind: EventKind, fields: Partial<HistoryEvent>): HistoryEvent {
  lastEvent += 1n;
  const nothing = { byId: null, personId: null, unitId: null, ideaId: null, contestId: null, entryId: null };
  return { id: lastEvent, txid: lastEvent, at: new Date(), kind, payload: {}, ...nothing, ...fields };
}
const write = (event: HistoryEvent) => db.$transaction((tx) => writeNotices(tx, [event]));

beforeEach(async () => {
  await db.letter.deleteMany();
});

describe('letters one may choose', () => {
  test('are all but those on safety, each under a heading', () => {
    const fixed = letterKinds.filter((kind) => !chosenLetters.includes(kind));
    expect(fixed).toEqual(
      expect.arrayContaining([
        'verify-mail',
        'reset-password',
        'mail-changed',
        'password-changed',
        'second-factor-reset',
      ]),
    );
    expect(chosenLetters).toEqual(expect.arrayContaining(['idea-published', 'sheets-assigned', 'round-published']));
    expect(chosenLetters.every((kind) => letterTopics.includes(topicOf(kind)))).toBe(true);
  });

  test('a kind that is not wanted is not written, nor sent where it was owed; the notice stays', async () => {
    const owner = await aPerson();
    const by = await actorOf(owner);
    const idea = await anIdea({ ownerId: owner.id });
    await write(anEvent('idea.published', { ideaId: idea.id }));
    await write(anEvent('idea.returned', { ideaId: idea.id }));
    const wanted = chosenLetters.filter((kind) => kind !== 'idea-published');
    await chooseLetters({ by, wanted });
    await write(anEvent('idea.published', { ideaId: idea.id }));
    const owed = await db.letter.findMany({ where: { personId: owner.id } });
    expect(owed.map(({ kind }) => kind)).toEqual(['idea-returned']);
    expect(await db.notice.count({ where: { personId: owner.id, kind: 'idea-published' } })).toBe(2);
    expect((await findLetterChoice({ by })).wanted).toEqual(wanted);
    await chooseLetters({ by, wanted: chosenLetters });
    expect(await db.mutedLetter.count({ where: { personId: owner.id } })).toBe(0);
  });

  test('safety cannot be switched off, whatever the form says', async () => {
    const by = await actorOf(await aPerson());
    await chooseLetters({ by, wanted: [] });
    await write(anEvent('person.password-changed', { personId: by.id, byId: by.id }));
    expect((await db.letter.findMany({ where: { personId: by.id } })).map(({ kind }) => kind)).toEqual([
      'password-changed',
    ]);
    expect(
      await refusalOf(unsubscribe({ token: unsubscribeToken({ personId: by.id, kind: 'password-changed' }) })),
    ).toBe('not-found: notifications:refusals.linkUnknown');
  });
});

describe('one press', () => {
  test('the letter carries both headers and a link; a post from anywhere, without a cookie, stops its kind', async () => {
    const owner = await aPerson();
    const idea = await anIdea({ ownerId: owner.id });
    await write(anEvent('idea.published', { ideaId: idea.id }));
    await write(anEvent('person.password-changed', { personId: owner.id, byId: owner.id }));
    await sendLetters();
    const [choice, safety] = mailbox.mails;
    expect(choice!.header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    const address = /^<(http:\/\/127\.0\.0\.1:3000\/thu\/thoi-nhan\?ma=[^>]+)>$/.exec(
      choice!.header('List-Unsubscribe')!,
    )![1]!;
    expect(choice!.text).toContain(address);
    expect([safety!.header('List-Unsubscribe'), safety!.header('List-Unsubscribe-Post')]).toEqual([null, null]);

    const path = new URL(address).pathname + new URL(address).search;
    const oneClick = { as: null, from: 'https://mail.example', form: { 'List-Unsubscribe': 'One-Click' } };
    const answer = await post(path, oneClick);
    expect([answer.status, answer.location, answer.data]).toEqual([200, null, { kind: 'idea-published' }]);
    expect((await post(path, oneClick)).status).toBe(200);
    expect(await db.mutedLetter.findMany({ where: { personId: owner.id }, select: { kind: true } })).toEqual([
      { kind: 'idea-published' },
    ]);
    expect(await eventsOf(owner)).toEqual(['person.letters-muted']);
  });

  test('looking changes nothing; a token that was changed opens nothing', async () => {
    const [owner, other] = [await aPerson(), await aPerson()];
    const token = unsubscribeToken({ personId: owner.id, kind: 'idea-published' });
    expect(await findUnsubscribing({ token })).toEqual({ personId: owner.id, kind: 'idea-published', muted: false });
    expect(await db.mutedLetter.count({ where: { personId: owner.id } })).toBe(0);
    const forged = [
      token.replace(owner.id, other.id),
      token.replace('published', 'returned'),
      `${token}x`,
      '',
      '~',
      'a~b',
    ];
    for (const one of forged) expect(await findUnsubscribing({ token: one })).toBeNull();
  });
});
