import { describe, expect, test } from 'vitest';
import { isStaff } from '#app/domain/people/actor.ts';
import { beginSecondFactor } from '#app/domain/people/begin-second-factor.server.ts';
import { confirmSecondFactor } from '#app/domain/people/confirm-second-factor.server.ts';
import { endSecondFactor } from '#app/domain/people/end-second-factor.server.ts';
import { findActor } from '#app/domain/people/find-actor.server.ts';
import { findSecondFactor, findSetUp, hasSecondFactor } from '#app/domain/people/find-second-factor.server.ts';
import { renewRecoveryCodes } from '#app/domain/people/renew-recovery-codes.server.ts';
import { resetSecondFactor } from '#app/domain/people/reset-second-factor.server.ts';
import { askSecondStep, passSecondStep } from '#app/domain/people/second-step.server.ts';
import { base32, codeOf, stepAt, stepOf } from '#app/domain/people/totp.server.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { seal, unseal } from '#app/platform/sealing.server.ts';
import { beginSession } from '#app/platform/session.server.ts';
import { aRole, aUnit } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { actorOf, aPersonWithPassword, eventsOf, knownPassword } from '#tests/support/people-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';

const later = (moment: string, seconds: number) => atTime(new Date(new Date(moment).getTime() + seconds * 1000));
const morning = '2026-11-22T08:00:00+07:00';

async function secretOf(personId: string): Promise<Buffer> {
  const row = await db.secondFactor.findFirstOrThrow({
    where: { personId, endedAt: null },
    orderBy: { begunAt: 'desc' },
  });
  return unseal(row.secret, { use: 'second factor', owner: personId });
}

const codeNow = async (personId: string) => codeOf(await secretOf(personId), stepAt(now()));

/** Somebody who gives a code after the password, since `morning`; the clock stands a minute later. */
async function someoneWithDevice(fields: Parameters<typeof aPersonWithPassword>[0] = {}) {
  atTime(morning);
  const person = await aPersonWithPassword(fields);
  const by = await actorOf(person);
  await beginSecondFactor({ by, password: knownPassword });
  const { codes } = await confirmSecondFactor({ by, code: await codeNow(person.id) });
  later(morning, 60);
  return { person, by, codes };
}

describe('the arithmetic', () => {
  // RFC 6238, appendix B, cut to six figures.
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('second %i has the code %s', (second, code) => {
    expect(codeOf(Buffer.from('12345678901234567890'), stepAt(new Date(second * 1000)))).toBe(code);
  });

  test('a code is known one step to either side and no further', () => {
    const secret = Buffer.from('12345678901234567890');
    const at = new Date('2026-11-22T01:00:00Z');
    const known = [-2, -1, 0, 1, 2].map((away) => stepOf(secret, codeOf(secret, stepAt(at) + away), at) !== null);
    expect(known).toEqual([false, true, true, true, false]);
  });

  test('the secret as authenticators read it (RFC 4648)', () => {
    expect(['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) => base32(Buffer.from(text)))).toEqual([
      '',
      'MY',
      'MZXQ',
      'MZXW6',
      'MZXW6YQ',
      'MZXW6YTB',
      'MZXW6YTBOI',
    ]);
  });

  test('what is sealed opens for its owner and its use alone, and not after a change', () => {
    const sealed = seal(Buffer.from('bí mật'), { use: 'second factor', owner: 'anh' });
    expect(unseal(sealed, { use: 'second factor', owner: 'anh' }).toString()).toBe('bí mật');
    expect(() => unseal(sealed, { use: 'second factor', owner: 'vy' })).toThrow();
    expect(() => unseal(sealed, { use: 'another', owner: 'anh' })).toThrow();
    const bytes = Buffer.from(sealed, 'base64');
    bytes[30]! ^= 1;
    expect(() => unseal(bytes.toString('base64'), { use: 'second factor', owner: 'anh' })).toThrow();
  });
});

describe('setting up', () => {
  test('asks for the password, changes nothing until a code comes, then ends every other session', async () => {
    atTime(morning);
    const person = await aPersonWithPassword({ email: 'can.bo+1@thu.example' });
    const by = await actorOf(person);
    await beginSession({ request: new Request('http://127.0.0.1:3000'), personId: person.id });
    expect(await refusalOf(beginSecondFactor({ by, password: 'khong phai mat khau' }))).toBe(
      'not-valid: password people:problems.passwordWrong',
    );
    await beginSecondFactor({ by, password: knownPassword });
    expect(await hasSecondFactor({ personId: person.id })).toBe(false);
    const secret = base32(await secretOf(person.id));
    expect(await findSetUp({ by })).toEqual({
      secret,
      address: `otpauth://totp/%C3%9D%20Hay:can.bo%2B1%40thu.example?secret=${secret}&issuer=%C3%9D%20Hay`,
    });
    expect(JSON.stringify(await db.secondFactor.findMany(), (_, value) => String(value))).not.toContain(secret);
    expect(await refusalOf(confirmSecondFactor({ by, code: '000000' }))).toBe(
      'not-valid: code people:problems.codeWrong',
    );
    const { codes } = await confirmSecondFactor({ by, code: await codeNow(person.id) });
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    expect(codes.every((code) => /^[a-z2-7]{5}-[a-z2-7]{5}$/.test(code))).toBe(true);
    expect(await findSecondFactor({ by })).toEqual({ since: new Date(morning), codesLeft: 10 });
    expect(await db.session.count({ where: { personId: person.id } })).toBe(0);
    expect(await eventsOf(person)).toEqual(['person.second-factor-set']);
    const kept = JSON.stringify(await db.recoveryCode.findMany({ where: { personId: person.id } }));
    expect(codes.some((code) => kept.includes(code) || kept.includes(code.replace('-', '')))).toBe(false);
  });

  test('a set-up left for an hour is over; a second begin makes the first secret worthless', async () => {
    atTime(morning);
    const person = await aPersonWithPassword();
    const by = await actorOf(person);
    await beginSecondFactor({ by, password: knownPassword });
    const first = await secretOf(person.id);
    await beginSecondFactor({ by, password: knownPassword });
    expect(await refusalOf(confirmSecondFactor({ by, code: codeOf(first, stepAt(now())) }))).toBe(
      'not-valid: code people:problems.codeWrong',
    );
    later(morning, 3601);
    expect(await findSetUp({ by })).toBeNull();
    expect(await refusalOf(confirmSecondFactor({ by, code: await codeNow(person.id) }))).toBe(
      'not-now: people:refusals.setUpOver',
    );
  });

  test('another phone: the old one works until the new one has given a code, and then no more', async () => {
    const { person, by } = await someoneWithDevice();
    const old = await secretOf(person.id);
    await beginSecondFactor({ by, password: knownPassword });
    const token = (await askSecondStep({ personId: person.id }))!;
    expect(await passSecondStep({ token, code: codeOf(old, stepAt(now())) })).toEqual({ id: person.id });
    await confirmSecondFactor({ by, code: await codeNow(person.id) });
    later(morning, 120);
    const next = (await askSecondStep({ personId: person.id }))!;
    expect(await refusalOf(passSecondStep({ token: next, code: codeOf(old, stepAt(now())) }))).toBe(
      'not-valid: code people:problems.codeWrong',
    );
    const ended = await db.secondFactor.findFirstOrThrow({ where: { personId: person.id, endedAt: { not: null } } });
    expect(ended).toMatchObject({ secret: '', endedById: person.id });
  });
});

describe('the second step', () => {
  test('is asked of nobody without a device', async () => {
    expect(await askSecondStep({ personId: (await aPersonWithPassword()).id })).toBeNull();
  });

  test('opens once: neither the code nor the page is taken again', async () => {
    const { person } = await someoneWithDevice();
    const token = (await askSecondStep({ personId: person.id }))!;
    const code = await codeNow(person.id);
    expect(await passSecondStep({ token, code: `${code.slice(0, 3)} ${code.slice(3)}` })).toEqual({ id: person.id });
    expect(await refusalOf(passSecondStep({ token, code }))).toBe('not-now: people:refusals.stepOver');
    const again = (await askSecondStep({ personId: person.id }))!;
    expect(await refusalOf(passSecondStep({ token: again, code }))).toBe('not-valid: code people:problems.codeUsed');
    later(morning, 90);
    expect(await passSecondStep({ token: again, code: await codeNow(person.id) })).toEqual({ id: person.id });
  });

  test('two tabs with the same code: one gets in', async () => {
    const { person } = await someoneWithDevice();
    const token = (await askSecondStep({ personId: person.id }))!;
    const code = await codeNow(person.id);
    const tries = await Promise.all([1, 2, 3].map(() => refusalOf(passSecondStep({ token, code }))));
    expect(tries.filter((one) => one === 'taken')).toHaveLength(1);
  });

  test('a recovery code opens once, however it is written', async () => {
    const { person, codes } = await someoneWithDevice();
    const token = (await askSecondStep({ personId: person.id }))!;
    expect(await passSecondStep({ token, code: ` ${codes[3]!.toUpperCase().replace('-', ' ')} ` })).toEqual({
      id: person.id,
    });
    const again = (await askSecondStep({ personId: person.id }))!;
    expect(await refusalOf(passSecondStep({ token: again, code: codes[3]! }))).toBe(
      'not-valid: code people:problems.codeWrong',
    );
    expect(await eventsOf(person)).toEqual(['person.second-factor-set', 'person.recovery-code-used']);
    expect(await db.recoveryCode.count({ where: { personId: person.id, usedAt: null } })).toBe(9);
  });

  test('codes of one person open nothing for another', async () => {
    const [one, other] = [await someoneWithDevice(), await someoneWithDevice()];
    const token = (await askSecondStep({ personId: other.person.id }))!;
    expect(await refusalOf(passSecondStep({ token, code: one.codes[0]! }))).toBe(
      'not-valid: code people:problems.codeWrong',
    );
    expect(await refusalOf(passSecondStep({ token, code: await codeNow(one.person.id) }))).toBe(
      'not-valid: code people:problems.codeWrong',
    );
  });

  test('ten wrong codes close the door for a quarter of an hour, whatever page they come from', async () => {
    const { person } = await someoneWithDevice();
    for (let tried = 0; tried < 10; tried += 1) {
      const token = (await askSecondStep({ personId: person.id }))!;
      expect(await refusalOf(passSecondStep({ token, code: '000001' }))).toBe(
        'not-valid: code people:problems.codeWrong',
      );
    }
    const token = (await askSecondStep({ personId: person.id }))!;
    expect(await refusalOf(passSecondStep({ token, code: await codeNow(person.id) }))).toBe(
      'not-now: people:refusals.tooManyTries',
    );
    later(morning, 60 + 901);
    const next = (await askSecondStep({ personId: person.id }))!;
    expect(await passSecondStep({ token: next, code: await codeNow(person.id) })).toEqual({ id: person.id });
  });

  test('a page left for a quarter of an hour asks to begin again', async () => {
    const { person } = await someoneWithDevice();
    const token = (await askSecondStep({ personId: person.id }))!;
    later(morning, 60 + 901);
    expect(await refusalOf(passSecondStep({ token, code: await codeNow(person.id) }))).toBe(
      'not-now: people:refusals.stepOver',
    );
  });
});

describe('roles that ask for it', () => {
  test('sleep in a session without it; a judge judges and a mentor mentors all the same', async () => {
    const unit = await aUnit();
    const person = await aPersonWithPassword();
    for (const kind of ['MODERATOR', 'ORGANISER', 'ADMINISTRATOR', 'MENTOR'] as const) {
      await aRole({ kind, unitId: unit.id, personId: person.id });
    }
    const asleep = (await findActor({ personId: person.id, secondFactor: false }))!;
    expect(asleep.roles.map(({ kind }) => kind)).toEqual(['MENTOR']);
    expect(asleep.asleep).toEqual(['MODERATOR', 'ORGANISER', 'ADMINISTRATOR']);
    expect(isStaff(asleep)).toBe(false);
    const awake = (await findActor({ personId: person.id, secondFactor: true }))!;
    expect([awake.roles.length, awake.asleep, isStaff(awake)]).toEqual([4, [], true]);
  });

  test('keep it from being turned off; without such a role the password is enough', async () => {
    const { person, by } = await someoneWithDevice();
    const role = await aRole({ kind: 'MODERATOR', unitId: (await aUnit()).id, personId: person.id });
    expect(await refusalOf(endSecondFactor({ by: await actorOf(person), password: knownPassword }))).toBe(
      'not-now: people:refusals.roleAsksForTwo',
    );
    await db.roleGrant.update({ where: { id: role.id }, data: { endedAt: now() } });
    expect(await refusalOf(endSecondFactor({ by, password: 'khong phai mat khau' }))).toBe(
      'not-valid: password people:problems.passwordWrong',
    );
    await endSecondFactor({ by, password: knownPassword });
    expect(await findSecondFactor({ by })).toEqual({ since: null, codesLeft: 0 });
    expect(await refusalOf(endSecondFactor({ by, password: knownPassword }))).toBe(
      'not-now: people:refusals.noSecondFactor',
    );
    expect(await refusalOf(renewRecoveryCodes({ by, password: knownPassword }))).toBe(
      'not-now: people:refusals.noSecondFactor',
    );
  });

  test('new recovery codes put the old ones out', async () => {
    const { person, by, codes } = await someoneWithDevice();
    const renewed = await renewRecoveryCodes({ by, password: knownPassword });
    const token = (await askSecondStep({ personId: person.id }))!;
    expect(await refusalOf(passSecondStep({ token, code: codes[0]! }))).toBe(
      'not-valid: code people:problems.codeWrong',
    );
    expect(await passSecondStep({ token, code: renewed.codes[0]! })).toEqual({ id: person.id });
  });
});

describe('a lost device', () => {
  async function anAdministrator() {
    const centre = await aUnit({ kind: 'CENTRE' });
    const { personId } = await aRole({ kind: 'ADMINISTRATOR', unitId: centre.id });
    return actorOf({ id: personId });
  }

  test('is reset by another administrator of the whole, with a reason on record', async () => {
    const { person } = await someoneWithDevice();
    const by = await anAdministrator();
    await beginSession({ request: new Request('http://127.0.0.1:3000'), personId: person.id });
    await resetSecondFactor({ by, whom: person.email!, reason: 'Mất điện thoại, đã gọi video' });
    expect(await askSecondStep({ personId: person.id })).toBeNull();
    expect(await db.session.count({ where: { personId: person.id } })).toBe(0);
    expect(await db.recoveryCode.count({ where: { personId: person.id } })).toBe(0);
    const [row] = await db.secondFactor.findMany({ where: { personId: person.id } });
    expect(row).toMatchObject({ endedById: by.id, endReason: 'Mất điện thoại, đã gọi video', secret: '' });
    const event = await db.event.findFirstOrThrow({
      where: { kind: 'person.second-factor-reset', personId: person.id },
    });
    expect([event.byId, event.payload]).toEqual([by.id, {}]);
    expect(await refusalOf(resetSecondFactor({ by, whom: person.email!, reason: 'nữa' }))).toBe(
      'not-now: people:refusals.theyHaveNoSecondFactor',
    );
  });

  test('not by oneself, not by an administrator of a part, not of nobody', async () => {
    const { person, by: plain } = await someoneWithDevice();
    const part = await aUnit({ parentId: (await aUnit({ kind: 'CENTRE' })).id });
    const { personId } = await aRole({ kind: 'ADMINISTRATOR', unitId: part.id });
    const ofPart = await actorOf({ id: personId });
    for (const by of [plain, ofPart]) {
      expect(await refusalOf(resetSecondFactor({ by, whom: person.email!, reason: 'x' }))).toBe(
        'not-allowed: people:refusals.administratorsOnly',
      );
    }
    const { person: boss } = await someoneWithDevice();
    await aRole({ kind: 'ADMINISTRATOR', unitId: (await aUnit({ kind: 'CENTRE' })).id, personId: boss.id });
    expect(await refusalOf(resetSecondFactor({ by: await actorOf(boss), whom: boss.email!, reason: 'x' }))).toBe(
      'not-allowed: people:refusals.anotherResets',
    );
    expect(
      await refusalOf(resetSecondFactor({ by: await actorOf(boss), whom: 'khong-ai@thu.example', reason: 'x' })),
    ).toBe('not-valid: whom people:problems.nobody');
    await resetSecondFactor({ by: null, whom: boss.email!, reason: 'Từ máy chủ' });
    expect(await hasSecondFactor({ personId: boss.id })).toBe(false);
  });
});
