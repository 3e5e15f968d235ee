import { describe, expect, test } from 'vitest';
import type { ConsentRow } from '#app/domain/people/consent.ts';
import { publicFace, publicFaceOfTeam } from '#app/domain/people/publication.ts';

const on = new Date('2026-11-22T10:00:00+07:00');
const school = { kind: 'SCHOOL', name: 'THCS Nguyễn Trãi' };
const commune = { kind: 'COMMUNE', name: 'Phường Ninh Kiều' };
const province = { kind: 'PROVINCE', name: 'Cần Thơ' };

const born = { adult: '2001-05-06', seventeen: '2009-01-10', fifteen: '2011-03-04' };
const given = new Date('2026-11-01T00:00:00Z');
const before = new Date('2026-11-21T00:00:00Z');
const after = new Date('2026-11-23T00:00:00Z');

function consent(giver: 'SELF' | 'GUARDIAN', change: Partial<ConsentRow> = {}): ConsentRow {
  return { purpose: 'PUBLISH_NAME', giver, givenAt: given, refusedAt: null, withdrawnAt: null, ...change };
}
const own = consent('SELF');
const guardian = consent('GUARDIAN');
const photo = [consent('SELF', { purpose: 'PUBLISH_PHOTO' }), consent('GUARDIAN', { purpose: 'PUBLISH_PHOTO' })];

describe('what of a person is public on a day', () => {
  const rows: [string, keyof typeof born, ConsentRow[], { name: boolean; photo: boolean; unit: boolean }][] = [
    ['an adult who said nothing', 'adult', [], { name: false, photo: false, unit: true }],
    ['an adult who agreed', 'adult', [own], { name: true, photo: false, unit: true }],
    ['an adult who agreed to the photo too', 'adult', [own, ...photo], { name: true, photo: true, unit: true }],
    ['an adult who agreed to the photo alone', 'adult', photo, { name: false, photo: false, unit: true }],
    [
      'an adult who has withdrawn',
      'adult',
      [consent('SELF', { withdrawnAt: before })],
      { name: false, photo: false, unit: true },
    ],
    [
      'an adult who will withdraw tomorrow',
      'adult',
      [consent('SELF', { withdrawnAt: after })],
      { name: true, photo: false, unit: true },
    ],
    [
      'an adult who agreed again after withdrawing',
      'adult',
      [consent('SELF', { withdrawnAt: before }), own],
      { name: true, photo: false, unit: true },
    ],
    [
      'a consent not given yet',
      'adult',
      [consent('SELF', { givenAt: after })],
      { name: false, photo: false, unit: true },
    ],
    ['an adult whose guardian alone agreed', 'adult', [guardian], { name: false, photo: false, unit: true }],
    ['seventeen, agreed', 'seventeen', [own], { name: true, photo: false, unit: true }],
    ['seventeen, silent', 'seventeen', [], { name: false, photo: false, unit: true }],
    ['fifteen, silent', 'fifteen', [], { name: false, photo: false, unit: false }],
    ['fifteen, the child alone agreed', 'fifteen', [own], { name: false, photo: false, unit: false }],
    ['fifteen, the guardian alone agreed', 'fifteen', [guardian], { name: false, photo: false, unit: false }],
    ['fifteen, both agreed', 'fifteen', [own, guardian], { name: true, photo: false, unit: true }],
    ['fifteen, both agreed to all', 'fifteen', [own, guardian, ...photo], { name: true, photo: true, unit: true }],
    [
      'fifteen, both to the name, the child alone to the photo',
      'fifteen',
      [own, guardian, photo[0]!],
      { name: true, photo: false, unit: true },
    ],
    [
      'fifteen, guardian asked only',
      'fifteen',
      [own, consent('GUARDIAN', { givenAt: null })],
      { name: false, photo: false, unit: false },
    ],
    [
      'fifteen, guardian refused',
      'fifteen',
      [own, consent('GUARDIAN', { givenAt: null, refusedAt: given })],
      { name: false, photo: false, unit: false },
    ],
    [
      'fifteen, guardian withdrew',
      'fifteen',
      [own, consent('GUARDIAN', { withdrawnAt: before })],
      { name: false, photo: false, unit: false },
    ],
    [
      'fifteen, child withdrew',
      'fifteen',
      [consent('SELF', { withdrawnAt: before }), guardian],
      { name: false, photo: false, unit: false },
    ],
  ];

  test.each(rows)('%s', (_, age, consents, expected) => {
    const person = { fullName: 'Nguyễn Thị Ánh', birthDate: new Date(born[age]) };
    expect(publicFace({ person, consents, unit: school, province, on })).toEqual({
      name: expected.name ? 'Nguyễn Thị Ánh' : null,
      photo: expected.photo,
      unit: expected.unit ? school : null,
      province,
    });
  });

  test('a protected child shows the province itself, but nothing below', () => {
    const person = { fullName: 'Trần Minh', birthDate: new Date(born.fifteen) };
    expect(publicFace({ person, consents: [], unit: province, province, on }).unit).toEqual(province);
    expect(publicFace({ person, consents: [], unit: commune, province, on }).unit).toBeNull();
    expect(publicFace({ person, consents: [], unit: null, province: null, on })).toEqual({
      name: null,
      photo: false,
      unit: null,
      province: null,
    });
  });

  test('the sixteenth birthday counts from midnight in Vietnam', () => {
    const person = { fullName: 'Trần Minh', birthDate: new Date('2010-11-22') };
    const face = (at: string) => publicFace({ person, consents: [own], unit: school, province, on: new Date(at) });
    expect(face('2026-11-21T16:59:59Z')).toEqual({ name: null, photo: false, unit: null, province });
    expect(face('2026-11-21T17:00:00Z')).toEqual({ name: 'Trần Minh', photo: false, unit: school, province });
  });

  test('born on 29 February, sixteen on 29 February', () => {
    const person = { fullName: 'Lê Nhuận', birthDate: new Date('2012-02-29') };
    const face = (at: string) => publicFace({ person, consents: [own], unit: school, province, on: new Date(at) });
    expect(face('2028-02-28T12:00:00+07:00').name).toBeNull();
    expect(face('2028-02-29T12:00:00+07:00').name).toBe('Lê Nhuận');
  });
});

describe('a team', () => {
  const adult = { fullName: 'Phạm An', birthDate: new Date(born.adult), consents: [own] };
  const silent = { fullName: 'Lê Bình', birthDate: new Date(born.adult), consents: [] };
  const child = { fullName: 'Võ Chi', birthDate: new Date(born.fifteen), consents: [own] };
  const agreedChild = { fullName: 'Đỗ Dũng', birthDate: new Date(born.fifteen), consents: [own, guardian] };
  const team = (...people: (typeof adult)[]) => publicFaceOfTeam({ people, unit: school, province, on });

  test('names those who agreed, in order, and counts the rest', () => {
    expect(team(agreedChild, silent, adult)).toEqual({
      names: ['Đỗ Dũng', 'Phạm An'],
      unnamed: 1,
      unit: school,
      province,
    });
  });

  test('one protected child hides the unit of all', () => {
    expect(team(adult, child)).toEqual({ names: ['Phạm An'], unnamed: 1, unit: null, province });
  });
});
