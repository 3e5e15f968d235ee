import { describe, expect, test } from 'vitest';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, aRole, nextWord } from '#tests/support/builders.ts';
import { aMembership, aPersonWithPassword, aProvince } from '#tests/support/people-builders.ts';
import { get, post } from '#tests/support/visits.ts';

async function aWorld() {
  const place = await aProvince();
  const staff = { id: (await aRole({ kind: 'ORGANISER', unitId: place.commune.id })).personId };
  const stranger = { id: (await aRole({ kind: 'ADMINISTRATOR', unitId: place.sister.id })).personId };
  const secret = await aPerson({ fullName: 'Thành Viên Kín', email: `${nextWord('kin')}@thu.example` });
  const membership = await aMembership(place.commune, secret);
  const claim = await aMembership(place.school, await aPerson({ fullName: 'Người Đang Xin' }), 'claimed');
  return { ...place, staff, stranger, secret, membership, claim };
}

describe('a unit behind the counter', () => {
  test('its staff see inside, staff of a sister see nothing', async () => {
    const { commune, membership, staff, stranger, secret } = await aWorld();
    const unit = `/quan-tri/don-vi/${commune.slug}`;
    for (const address of [
      unit,
      `${unit}/thanh-vien`,
      `${unit}/vai-tro`,
      `${unit}/ma-lop`,
      `${unit}/them`,
      `${unit}/sap-nhap`,
      `/quan-tri/thanh-vien/${membership.id}/mat-khau`,
    ]) {
      expect([address, (await get(address, { as: staff })).status]).toEqual([address, 200]);
      const outside = await get(address, { as: stranger });
      expect([address, outside.status]).toEqual([address, 403]);
      expect(outside.text).not.toMatch(new RegExp(`Thành Viên Kín|Người Đang Xin|${secret.email}`));
      expect((await get(address, { as: null })).location).toMatch(/^\/dang-nhap/);
    }
    expect((await get(`${unit}/thanh-vien`, { as: staff })).text).toMatch(/Thành Viên Kín/);
  });

  test('a claim is confirmed from the page of the unit above, one by one', async () => {
    const { school, staff, stranger, claim } = await aWorld();
    const act = `/quan-tri/thanh-vien/${claim.id}/xac-nhan`;
    expect((await post(act, { as: stranger })).status).toBe(403);
    expect((await post(act, { as: null })).status).toBe(401);
    expect(await post(act, { as: staff })).toMatchObject({
      status: 302,
      location: `/quan-tri/don-vi/${school.slug}/thanh-vien`,
    });
    expect(await post(act, { as: staff })).toMatchObject({
      status: 409,
      data: { refusal: { because: { key: 'staff:refusals.confirmedAlready' } } },
    });
  });

  test('a decline needs a reason, which is kept as it was typed', async () => {
    const { staff, claim } = await aWorld();
    const act = `/quan-tri/thanh-vien/${claim.id}/tu-choi`;
    for (const reason of ['', '   ', 'x'.repeat(100_000)]) {
      const answer = await post(act, { as: staff, form: { reason } });
      expect(answer).toMatchObject({ status: 422, data: { typed: { reason } } });
    }
    const reason = '<script>alert("x")</script> & “chưa có tên”';
    expect((await post(act, { as: staff, form: { reason } })).status).toBe(302);
    expect((await db.membership.findUniqueOrThrow({ where: { id: claim.id } })).declineReason).toBe(reason);
  });

  test('addresses that mean nothing are not found, never an error', async () => {
    const { staff } = await aWorld();
    const uuid = '00000000-0000-7000-8000-000000000000';
    for (const id of ['x', uuid, '%00', "';--", 'ợ'.repeat(200)]) {
      const part = encodeURIComponent(id);
      for (const act of [
        `/quan-tri/thanh-vien/${part}/xac-nhan`,
        `/quan-tri/thanh-vien/${part}/mat-khau`,
        `/quan-tri/ma-lop/${part}/thu-hoi`,
        `/quan-tri/don-vi/${part}/sap-nhap`,
      ]) {
        const form = { unit: '', unitText: '', on: '2026-04-30' };
        expect([act, [404, 422]]).toEqual([
          act,
          expect.arrayContaining([(await post(act, { as: staff, form })).status]),
        ]);
      }
      const ending = await post(`/quan-tri/vai-tro/${part}/ket-thuc`, { as: staff, form: { reason: 'x' } });
      expect(ending.status).toBe(404);
      expect((await get(`/don-vi/${part}`, { as: null })).status).toBe(404);
    }
  });

  test('roles are granted and ended on their page', async () => {
    const { commune, staff } = await aWorld();
    const person = await aPerson();
    const page = `/quan-tri/don-vi/${commune.slug}/vai-tro`;
    const form = { whom: ` ${person.email!.toUpperCase()} `, kind: 'MODERATOR', until: '31/12/2099' };
    expect(await post(page, { as: staff, form })).toMatchObject({ status: 302, location: page });
    expect(await post(page, { as: staff, form: { ...form, kind: 'ADMINISTRATOR' } })).toMatchObject({
      status: 403,
      data: { refusal: { because: { key: 'people:refusals.administratorsOnly' } }, typed: { kind: 'ADMINISTRATOR' } },
    });
    const role = await db.roleGrant.findFirstOrThrow({ where: { personId: person.id } });
    const end = `/quan-tri/vai-tro/${role.id}/ket-thuc`;
    expect((await post(end, { as: staff, form: { reason: '' } })).status).toBe(422);
    expect(await post(end, { as: staff, form: { reason: 'Hết nhiệm kỳ' } })).toMatchObject({
      status: 302,
      location: page,
    });
  });

  test('a class code is made, printed and withdrawn', async () => {
    const { school, staff } = await aWorld();
    const page = `/quan-tri/don-vi/${school.slug}/ma-lop`;
    const bad = await post(page, { as: staff, form: { label: '', seats: '0', lastDay: '30/02/2099' } });
    expect(bad).toMatchObject({
      status: 422,
      data: { refusal: { fields: { label: [{}], seats: [{}], lastDay: [{}] } }, typed: { seats: '0' } },
    });
    const lastDay = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    const made = await post(page, { as: staff, form: { label: '<b>10A</b>', seats: '40', lastDay } });
    expect(made.location).toMatch(/^\/quan-tri\/ma-lop\/[0-9a-f-]{36}\/phieu$/);
    expect((await get(made.location!, { as: staff })).data).toMatchObject({
      label: '<b>10A</b>',
      seats: 40,
      state: 'open',
    });
    const act = made.location!.replace('/phieu', '/thu-hoi');
    expect(await post(act, { as: staff })).toMatchObject({ status: 302, location: page });
  });

  test('the password on a slip is in one answer and nowhere else', async () => {
    const { school, staff } = await aWorld();
    const userName = nextWord('em').replaceAll('-', '.');
    const pupil = await aPersonWithPassword({ email: null, emailVerifiedAt: null, userName });
    const { id } = await aMembership(school, pupil);
    const address = `/quan-tri/thanh-vien/${id}/mat-khau`;
    const answer = await post(address, { as: staff });
    const { slip } = answer.data as { slip: { password: string } };
    expect((await get(address, { as: staff })).text).not.toContain(slip.password);
    expect(await post('/dang-nhap', { as: null, form: { login: userName, password: slip.password } })).toMatchObject({
      status: 302,
      location: expect.stringMatching(/^\/dat-lai-mat-khau\?ma=/),
    });
  });

  test('units are made, renamed and merged by their organisers', async () => {
    const { commune, school, staff, stranger } = await aWorld();
    const made = await post(`/quan-tri/don-vi/${commune.slug}/them`, {
      as: staff,
      form: { name: 'Trường THPT Mới', kind: 'SCHOOL' },
    });
    expect(made.location).toMatch(/^\/quan-tri\/don-vi\/truong-thpt-moi/);
    const fresh = await db.unit.findFirstOrThrow({ where: { name: 'Trường THPT Mới', parentId: commune.id } });
    const rename = `/quan-tri/don-vi/${fresh.slug}/ten`;
    expect((await post(rename, { as: stranger, form: { name: 'Của tôi' } })).status).toBe(403);
    expect((await post(rename, { as: staff, form: { name: 'x'.repeat(100_000) } })).status).toBe(422);
    expect((await post(rename, { as: staff, form: { name: 'Trường THPT Rất Mới' } })).status).toBe(302);
    const merge = `/quan-tri/don-vi/${fresh.slug}/sap-nhap`;
    const form = { unit: String(school.id), unitText: '', on: '2020-01-01' };
    expect((await post(merge, { as: stranger, form })).status).toBe(403);
    expect((await post(merge, { as: staff, form })).status).toBe(422);
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    expect(await post(merge, { as: staff, form: { ...form, on: today } })).toMatchObject({
      status: 302,
      location: `/quan-tri/don-vi/${school.slug}`,
    });
  });
});

describe('the index of administration', () => {
  test('shows each their own, and nothing to a member', async () => {
    const { commune, sister, staff } = await aWorld();
    const answer = await get('/quan-tri', { as: staff });
    expect(answer.data).toMatchObject({ units: [{ slug: commune.slug, claims: 1 }], administrator: false });
    expect(answer.text).not.toContain(sister.slug);
    expect((await get('/quan-tri', { as: await aPerson() })).status).toBe(403);
    const chair = { id: (await aRole({ kind: 'CHAIR' })).personId };
    expect((await get('/quan-tri', { as: chair })).status).toBe(200);
  });
});

describe('the finder', () => {
  test('answers a stranger with names and ids only', async () => {
    const { commune } = await aWorld();
    await db.unit.update({ where: { id: commune.id }, data: { name: 'Xã Có Một', folded: 'xa co mot' } });
    const answer = await get('/don-vi/tim?q=co+mot', { as: null });
    expect(answer.data).toEqual({
      q: 'co mot',
      units: [{ id: commune.id, label: 'Xã Có Một, Tỉnh Thử', formerly: null }],
    });
    expect((await get(`/don-vi/tim?q=${'x'.repeat(5000)}`, { as: null })).status).toBe(200);
    expect((await get('/don-vi/tim', { as: null })).data).toEqual({ q: '', units: [] });
  });
});
