import { describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/people/actor.ts';
import { answerAsGuardian } from '#app/domain/people/answer-as-guardian.server.ts';
import { askGuardian } from '#app/domain/people/ask-guardian.server.ts';
import type { GeneralPurpose } from '#app/domain/people/consent.ts';
import { findConsents } from '#app/domain/people/find-consents.server.ts';
import { findGuardianRequest } from '#app/domain/people/find-guardian-request.server.ts';
import { giveConsent } from '#app/domain/people/give-consent.server.ts';
import { publicFace } from '#app/domain/people/publication.ts';
import { withdrawAsGuardian } from '#app/domain/people/withdraw-as-guardian.server.ts';
import { withdrawConsent } from '#app/domain/people/withdraw-consent.server.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { linkTokenFor } from '#app/platform/link-token.server.ts';
import { aPerson, nextWord } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { actorOf, eventsOf } from '#tests/support/people-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';

const name = 'PUBLISH_NAME' as const;
const photo = 'PUBLISH_PHOTO' as const;

async function aChild(): Promise<Actor> {
  return actorOf(await aPerson({ fullName: 'Võ Minh Khôi', birthDate: new Date('2011-03-04') }));
}

function asking(child: Actor, purposes: GeneralPurpose[] = [name], guardianMail = `${nextWord('me')}@thu.example`) {
  return askGuardian({ by: child, form: { guardianName: 'Trần Thị Mẹ', guardianMail, purposes } });
}

/** The token in the guardian's newest mail. */
async function tokenOf(child: Actor): Promise<string> {
  const event = await db.event.findFirstOrThrow({
    where: { personId: child.id, kind: 'consent.asked' },
    orderBy: { id: 'desc' },
  });
  return linkTokenFor((event.payload as { consentId: string }).consentId);
}

/** The name as the public sees it now. */
async function publicName(person: Actor): Promise<string | null> {
  const row = await db.person.findUniqueOrThrow({ where: { id: person.id }, include: { consents: true } });
  return publicFace({ person: row, consents: row.consents, unit: null, province: null, on: now() }).name;
}

describe('one’s own consent', () => {
  test('is given and taken back, each once, each on record', async () => {
    const person = await actorOf(await aPerson({ fullName: 'Nguyễn Thị Ánh' }));
    expect(await publicName(person)).toBeNull();
    await giveConsent({ by: person, purpose: name });
    await giveConsent({ by: person, purpose: name });
    expect(await publicName(person)).toBe('Nguyễn Thị Ánh');
    await withdrawConsent({ by: person, purpose: name });
    await withdrawConsent({ by: person, purpose: name });
    expect(await publicName(person)).toBeNull();
    await giveConsent({ by: person, purpose: name });
    expect(await publicName(person)).toBe('Nguyễn Thị Ánh');
    expect(await db.consent.count({ where: { personId: person.id } })).toBe(2);
    expect(await eventsOf(person)).toEqual(['consent.given', 'consent.withdrawn', 'consent.given']);
  });

  test('two presses at once give it once', async () => {
    const person = await actorOf(await aPerson());
    await Promise.all([1, 2, 3].map(() => giveConsent({ by: person, purpose: name })));
    expect(await db.consent.count({ where: { personId: person.id } })).toBe(1);
  });

  test('one purpose is not another, one person not another', async () => {
    const [person, other] = [await actorOf(await aPerson()), await actorOf(await aPerson())];
    await giveConsent({ by: person, purpose: photo });
    await giveConsent({ by: other, purpose: name });
    await withdrawConsent({ by: person, purpose: name });
    expect(await publicName(person)).toBeNull();
    expect(await publicName(other)).not.toBeNull();
  });

  test('taking one’s own back leaves the guardian’s standing, and hides the name', async () => {
    const child = await aChild();
    await giveConsent({ by: child, purpose: name });
    await asking(child);
    await answerAsGuardian({ token: await tokenOf(child), purposes: [name] });
    expect(await publicName(child)).toBe('Võ Minh Khôi');
    await withdrawConsent({ by: child, purpose: name });
    expect(await publicName(child)).toBeNull();
    expect((await findConsents({ by: child })).purposes[0]).toMatchObject({
      since: null,
      guardian: { state: 'given' },
    });
  });
});

describe('a guardian', () => {
  test('reads exactly what is asked, answers each, and the child’s page says so', async () => {
    const at = atTime('2026-11-22T10:00:00+07:00');
    const child = await aChild();
    await giveConsent({ by: child, purpose: name });
    await asking(child, [name, photo], 'me@thu.example');
    const token = await tokenOf(child);
    expect(await findGuardianRequest({ token })).toEqual({
      child: { fullName: 'Võ Minh Khôi', age: 15 },
      guardianName: 'Trần Thị Mẹ',
      askedAt: at,
      needed: true,
      purposes: [
        { purpose: name, state: 'asked', since: null, nomination: null },
        { purpose: photo, state: 'asked', since: null, nomination: null },
      ],
    });
    expect(await publicName(child)).toBeNull();
    await answerAsGuardian({ token, purposes: [name] });
    expect(await publicName(child)).toBe('Võ Minh Khôi');
    expect((await findConsents({ by: child })).purposes.slice(0, 2)).toEqual([
      {
        purpose: name,
        since: at,
        guardian: { state: 'given', name: 'Trần Thị Mẹ', mail: 'me@thu.example', askedAt: at },
        shown: true,
      },
      {
        purpose: photo,
        since: null,
        guardian: { state: 'refused', name: 'Trần Thị Mẹ', mail: 'me@thu.example', askedAt: at },
        shown: false,
      },
    ]);
    expect(await eventsOf(child)).toEqual(['consent.given', 'consent.asked', 'consent.given', 'consent.refused']);
  });

  test('takes it back by the same link, at once, and once', async () => {
    const child = await aChild();
    await giveConsent({ by: child, purpose: name });
    await asking(child);
    const token = await tokenOf(child);
    await answerAsGuardian({ token, purposes: [name] });
    await withdrawAsGuardian({ token });
    expect(await publicName(child)).toBeNull();
    expect(await refusalOf(withdrawAsGuardian({ token }))).toBe('not-now: people:refusals.guardianNothingGiven');
    expect(await refusalOf(answerAsGuardian({ token, purposes: [name] }))).toBe(
      'not-now: people:refusals.guardianNothingOpen',
    );
  });

  test('may turn a no into a yes', async () => {
    const child = await aChild();
    await asking(child);
    const token = await tokenOf(child);
    await answerAsGuardian({ token, purposes: [] });
    expect((await findGuardianRequest({ token }))?.purposes[0]?.state).toBe('refused');
    await answerAsGuardian({ token, purposes: [name] });
    expect((await findGuardianRequest({ token }))?.purposes[0]?.state).toBe('given');
  });

  test('cannot say yes to what was not asked', async () => {
    const child = await aChild();
    await asking(child, [name]);
    await answerAsGuardian({ token: await tokenOf(child), purposes: [name, photo] });
    expect(await db.consent.count({ where: { personId: child.id, purpose: photo } })).toBe(0);
  });

  test('answers within thirty days; a yes may be taken back for ever', async () => {
    atTime('2026-01-01T10:00:00+07:00');
    const [slow, quick] = [await aChild(), await aChild()];
    await asking(slow);
    await asking(quick);
    await answerAsGuardian({ token: await tokenOf(quick), purposes: [name] });
    atTime('2026-01-31T10:00:00+07:00');
    expect(await refusalOf(answerAsGuardian({ token: await tokenOf(slow), purposes: [name] }))).toBe(
      'not-now: people:refusals.guardianNothingOpen',
    );
    expect((await findConsents({ by: slow })).purposes[0]?.guardian?.state).toBe('expired');
    atTime('2026-09-30T10:00:00+07:00');
    expect(await refusalOf(withdrawAsGuardian({ token: await tokenOf(quick) }))).toBe('taken');
  });

  test('asked anew, the older link opens nothing', async () => {
    const child = await aChild();
    await asking(child);
    const old = await tokenOf(child);
    await asking(child);
    expect(await findGuardianRequest({ token: old })).toBeNull();
    expect(await refusalOf(answerAsGuardian({ token: old, purposes: [name] }))).toBe(
      'not-now: people:refusals.guardianNothingOpen',
    );
    expect(await refusalOf(answerAsGuardian({ token: await tokenOf(child), purposes: [name] }))).toBe('taken');
  });

  test.each([
    [
      'the child’s own address',
      async (child: Actor) => {
        const { email } = await db.person.findUniqueOrThrow({ where: { id: child.id } });
        return asking(child, [name], email!);
      },
      'not-valid: guardianMail people:problems.guardianSelf',
    ],
    [
      'what they have agreed to',
      async (child: Actor) => {
        await asking(child);
        await answerAsGuardian({ token: await tokenOf(child), purposes: [name] });
        return asking(child);
      },
      'not-now: people:refusals.guardianAgreed',
    ],
    [
      'six times a day',
      async (child: Actor) => {
        for (let time = 0; time < 5; time += 1) await asking(child);
        return asking(child);
      },
      'not-now: people:refusals.tooManyTries',
    ],
  ] as const)('is not asked: %s', async (_, work, expected) => {
    expect(await refusalOf(work(await aChild()))).toBe(expected);
  });

  test('is not asked for somebody of sixteen', async () => {
    atTime('2026-11-22T10:00:00+07:00');
    const person = await actorOf(await aPerson({ birthDate: new Date('2010-11-22') }));
    expect(await refusalOf(asking(person))).toBe('not-now: people:refusals.noGuardianNeeded');
  });

  test.each(['', 'x', 'x'.repeat(100_000)])('a link that opens nothing', async (token) => {
    expect(await findGuardianRequest({ token })).toBeNull();
    expect(await refusalOf(answerAsGuardian({ token, purposes: [name] }))).toBe(
      'not-found: people:refusals.linkUnknown',
    );
    expect(await refusalOf(withdrawAsGuardian({ token }))).toBe('not-found: people:refusals.linkUnknown');
  });
});
