import { describe, expect, test } from 'vitest';
import { endRole } from '#app/domain/people/end-role.server.ts';
import { appointRepresentative } from '#app/domain/sponsorship/appoint-representative.server.ts';
import { findBusinesses } from '#app/domain/sponsorship/find-businesses.server.ts';
import { registerBusiness } from '#app/domain/sponsorship/register-business.server.ts';
import { verifyBusiness } from '#app/domain/sponsorship/verify-business.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, aUnit } from '#tests/support/builders.ts';
import { actorOf, aStaffMember } from '#tests/support/people-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';

const form = { name: 'Công ty Nước Sạch', taxCode: '0101245486' };

describe('a business', () => {
  test('is put on the list, verified, and represented until that ends', async () => {
    const admin = await aStaffMember('ADMINISTRATOR', await aUnit());
    const person = await aPerson({ fullName: 'Vũ Thu Trang' });
    await registerBusiness({ by: admin, form });
    const { slug } = await db.business.findUniqueOrThrow({ where: { taxCode: form.taxCode } });
    expect(slug).toBe('cong-ty-nuoc-sach');
    expect(await refusalOf(appointRepresentative({ by: admin, slug, whom: person.email! }))).toBe(
      'not-now: sponsorship:refusals.verifyFirst',
    );
    await verifyBusiness({ by: admin, slug });
    expect(await refusalOf(verifyBusiness({ by: admin, slug }))).toBe('not-now: sponsorship:refusals.verifiedAlready');
    await appointRepresentative({ by: admin, slug, whom: person.email! });
    expect(await refusalOf(appointRepresentative({ by: admin, slug, whom: person.email! }))).toBe(
      'not-now: people:refusals.holdsAlready',
    );
    const [business] = await findBusinesses({ by: admin });
    expect(business).toMatchObject({ name: 'Công ty Nước Sạch', representatives: [{ fullName: 'Vũ Thu Trang' }] });
    expect((await actorOf(person)).roles).toMatchObject([{ kind: 'REPRESENTATIVE', unitId: null }]);
    await endRole({ by: admin, roleId: business!.representatives[0]!.roleId, reason: 'Nghỉ việc' });
    expect((await actorOf(person)).roles).toEqual([]);
  });

  test('once a tax code, two of one name', async () => {
    const admin = await aStaffMember('ADMINISTRATOR', await aUnit());
    expect(await refusalOf(registerBusiness({ by: admin, form }))).toBe(
      'not-valid: taxCode sponsorship:problems.taxCodeTaken',
    );
    await registerBusiness({ by: admin, form: { ...form, taxCode: '0101248141' } });
    expect((await db.business.findMany({ orderBy: { taxCode: 'asc' } })).map((one) => one.slug)).toEqual([
      'cong-ty-nuoc-sach',
      'cong-ty-nuoc-sach-0101248141',
    ]);
  });

  test.each(['an organiser', 'an administrator of a part'])('is not for %s to decide', async (who) => {
    const root = await aUnit();
    const organiser =
      who === 'an organiser'
        ? await aStaffMember('ORGANISER', root)
        : await aStaffMember('ADMINISTRATOR', await aUnit({ parentId: root.id }));
    const refused = 'not-allowed: people:refusals.administratorsOnly';
    expect(await refusalOf(registerBusiness({ by: organiser, form }))).toBe(refused);
    expect(await refusalOf(verifyBusiness({ by: organiser, slug: 'cong-ty-nuoc-sach' }))).toBe(refused);
    expect(await refusalOf(appointRepresentative({ by: organiser, slug: 'x', whom: 'x' }))).toBe(refused);
    expect(await refusalOf(findBusinesses({ by: organiser }))).toBe(refused);
  });
});
