import { describe, expect, test } from 'vitest';
import { db } from '#app/platform/db/db.server.ts';
import { linkTokenFor } from '#app/platform/link-token.server.ts';
import { aPerson, aRole, nextWord } from '#tests/support/builders.ts';
import { aMembership, aProvince } from '#tests/support/people-builders.ts';
import { get, post } from '#tests/support/visits.ts';

describe('my things', () => {
  test('everything that waits, whatever my roles, and nothing of others', async () => {
    const { province, commune, school } = await aProvince();
    const person = await aPerson({ fullName: 'Nguyễn Thị Ánh' });
    await aRole({ kind: 'MODERATOR', unitId: commune.id, personId: person.id });
    await aMembership(school, await aPerson({ fullName: 'Người Chờ' }), 'claimed');
    await aMembership(province, await aPerson({ fullName: 'Chờ Ở Trên' }), 'claimed');
    const other = await aPerson({ fullName: 'Tác Giả Khác' });
    const idea = async (owner: { id: string }, state: 'DRAFT' | 'RETURNED', title: string) => {
      const made = await db.idea.create({
        data: { slug: nextWord('y'), ownerId: owner.id, state, createdAt: new Date() },
      });
      await db.ideaDraft.create({ data: { ideaId: made.id, title, savedAt: new Date() } });
      await db.ideaMember.create({
        data: { ideaId: made.id, kind: 'LEAD', personId: owner.id, invitedAt: new Date(), confirmedAt: new Date() },
      });
      return made;
    };
    const returned = await idea(person, 'RETURNED', 'Lọc nước phèn');
    const draft = await idea(person, 'DRAFT', 'Thùng rác biết nói');
    await idea(other, 'RETURNED', 'Ý tưởng của người khác');
    const answer = await get('/cua-toi', { as: person });
    const { waiting } = answer.data as { waiting: { kind: string; to: string; count?: number; title?: string }[] };
    expect(waiting.map(({ kind, to, count, title }) => ({ kind, to, count, title }))).toEqual([
      { kind: 'claims', to: `/quan-tri/don-vi/${commune.slug}/thanh-vien`, count: 1, title: 'Xã Đông' },
      { kind: 'returned', to: `/y-tuong/${returned.slug}`, count: undefined, title: 'Lọc nước phèn' },
      { kind: 'draft', to: `/y-tuong/${draft.slug}/soan`, count: undefined, title: 'Thùng rác biết nói' },
      { kind: 'noUnit', to: '/cua-toi/don-vi', count: undefined, title: undefined },
    ]);
    expect(answer.text).not.toMatch(/người khác|Chờ Ở Trên/);
  });

  test('a child is led to the guardian’s consent until one was asked', async () => {
    const child = await aPerson({ birthDate: new Date('2012-01-01') });
    const kinds = async () =>
      ((await get('/cua-toi', { as: child })).data as { waiting: { kind: string }[] }).waiting.map(({ kind }) => kind);
    expect(await kinds()).toEqual(['noUnit', 'noGuardian']);
    await post('/cua-toi/dong-y/giam-ho', {
      as: child,
      form: { guardianName: 'Trần Thị Mẹ', guardianMail: 'me@thu.example', purposes: 'PUBLISH_NAME' },
    });
    expect(await kinds()).toEqual(['guardianAnswer', 'noUnit']);
  });
});

describe('consent by link', () => {
  test('the guardian reads, answers and takes back without an account', async () => {
    const child = await aPerson({ fullName: 'Võ Minh Khôi', birthDate: new Date('2012-01-01') });
    const form = {
      guardianName: 'Trần Thị Mẹ',
      guardianMail: 'me@thu.example',
      purposes: ['PUBLISH_NAME', 'PUBLISH_PHOTO'],
    };
    expect(await post('/cua-toi/dong-y/giam-ho', { as: child, form })).toMatchObject({
      location: '/cua-toi/dong-y?da-hoi=1',
    });
    const asked = await db.event.findFirstOrThrow({ where: { personId: child.id, kind: 'consent.asked' } });
    const token = linkTokenFor((asked.payload as { consentId: string }).consentId);
    const read = await get(`/dong-y-giam-ho?ma=${token}`, { as: null });
    expect(read.data).toMatchObject({
      asked: { child: { fullName: 'Võ Minh Khôi' }, purposes: [{ state: 'asked' }, { state: 'asked' }] },
    });
    expect(read.text).not.toContain(child.email!);
    const silent = await post(`/dong-y-giam-ho?ma=${token}`, { as: null, form: { token, purposes: 'PUBLISH_NAME' } });
    expect(silent.status).toBe(422);
    const yes = { token, purposes: 'PUBLISH_NAME', guardian: 'yes' };
    expect(await post(`/dong-y-giam-ho?ma=${token}`, { as: null, form: yes })).toMatchObject({ status: 302 });
    const standing = () =>
      db.consent.findMany({
        where: { personId: child.id, givenAt: { not: null }, withdrawnAt: null },
        select: { purpose: true },
      });
    expect(await standing()).toEqual([{ purpose: 'PUBLISH_NAME' }]);
    expect((await post('/dong-y-giam-ho/rut', { as: null, form: { token } })).status).toBe(302);
    expect(await standing()).toEqual([]);
    expect((await post('/dong-y-giam-ho/rut', { as: null, form: { token } })).status).toBe(409);
  });

  test.each(['', 'x', 'x'.repeat(300)])('a token that opens nothing tells nothing', async (token) => {
    const read = await get(`/dong-y-giam-ho?ma=${token}`, { as: null });
    expect(read.data).toEqual({ token, asked: null, saved: false });
    const answer = await post('/dong-y-giam-ho', { as: null, form: { token, guardian: 'yes' } });
    expect([404, 422]).toContain(answer.status);
  });
});

describe('consent of one’s own', () => {
  test('is given and taken back by two acts', async () => {
    const person = await aPerson();
    const form = { purpose: 'PUBLISH_NAME' };
    expect(await post('/cua-toi/dong-y', { as: person, form })).toMatchObject({
      status: 302,
      location: '/cua-toi/dong-y',
    });
    expect(await db.consent.count({ where: { personId: person.id, withdrawnAt: null } })).toBe(1);
    expect(await post('/cua-toi/dong-y/rut', { as: person, form })).toMatchObject({ status: 302 });
    expect(await db.consent.count({ where: { personId: person.id, withdrawnAt: null } })).toBe(0);
    expect((await post('/cua-toi/dong-y', { as: person, form: { purpose: 'ALL' } })).status).toBe(422);
    expect((await post('/cua-toi/dong-y', { as: null, form })).status).toBe(401);
  });
});

describe('the profile', () => {
  test('is saved, and the language of the site with it', async () => {
    const person = await aPerson();
    const form = { fullName: 'Lê Ơn'.normalize('NFD'), phone: '090 123 4567', language: 'en', birthDate: '2001-02-03' };
    const answer = await post('/cua-toi/ho-so', { as: person, form });
    expect(answer).toMatchObject({ status: 302, location: '/cua-toi/ho-so?da-luu=1' });
    expect(answer.headers.get('set-cookie')).toMatch(/^ngon-ngu=en;/);
    expect(await db.person.findUniqueOrThrow({ where: { id: person.id } })).toMatchObject({
      fullName: 'Lê Ơn',
      phone: '0901234567',
      language: 'en',
      birthDate: new Date('2001-02-03'),
    });
  });

  test.each([
    ['fullName', '<img src=x onerror=alert(1)>', 'people:problems.name'],
    ['fullName', 'ợ'.repeat(100_000), 'controls:problems.tooLong'],
    ['phone', 'gọi tôi đi', 'people:problems.phone'],
    ['language', 'fr', 'controls:problems.choice'],
  ])('a bad %s', async (name, value, key) => {
    const person = await aPerson();
    const form = { fullName: 'Lê Ơn', language: 'vi', birthDate: '2001-02-03', [name]: value };
    const answer = await post('/cua-toi/ho-so', { as: person, form });
    expect(answer).toMatchObject({ status: 422, data: { refusal: { fields: { [name]: [{ key }] } } } });
  });
});

describe('my unit', () => {
  test('is claimed by words or by id, and left', async () => {
    const { commune } = await aProvince();
    await db.unit.update({ where: { id: commune.id }, data: { name: 'Xã Độc Nhất', folded: 'xa doc nhat' } });
    const person = await aPerson();
    expect((await post('/cua-toi/don-vi', { as: person, form: { unit: '', unitText: '' } })).status).toBe(422);
    expect((await post('/cua-toi/don-vi', { as: person, form: { unitText: 'zzzz' } })).status).toBe(422);
    expect(await post('/cua-toi/don-vi', { as: person, form: { unitText: 'doc nhat' } })).toMatchObject({
      status: 302,
    });
    expect((await post('/cua-toi/don-vi', { as: person, form: { unit: String(commune.id) } })).status).toBe(409);
    const { id } = await db.membership.findFirstOrThrow({ where: { personId: person.id } });
    const stranger = await aPerson();
    expect((await post('/cua-toi/don-vi/roi', { as: stranger, form: { membership: id } })).status).toBe(404);
    expect((await post('/cua-toi/don-vi/roi', { as: person, form: { membership: id } })).status).toBe(302);
  });
});
