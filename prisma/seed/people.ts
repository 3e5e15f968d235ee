import { randomUUID } from 'node:crypto';
import { dateOfDay, dayOf } from '#app/domain/people/day.ts';
import { termsVersion } from '#app/domain/people/terms.ts';
import { now } from '#app/platform/clock.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';
import { hashPassword } from '#app/platform/password.server.ts';
import { demoClassCode, demoJudges, demoLogins, demoPassword } from './demo-sign-ins.ts';

type Role = 'MODERATOR' | 'ORGANISER' | 'ADMINISTRATOR' | 'MENTOR';
type Membership = 'confirmed' | 'claimed' | 'declined';

type Someone = {
  login: string;
  fullName: string;
  /** Full years today; months beyond them, so that birthdays do not fall on the first start. */
  age: number;
  months?: number;
  unit: string;
  membership?: Membership;
  /** Agreed to be named. */
  named?: boolean;
  guardian?: 'given' | 'asked';
  role?: Role;
  roleUnit?: string;
};

const dayMs = 86_400_000;

const cast: Someone[] = [
  {
    login: demoLogins.administrator,
    fullName: 'Trần Minh Quân',
    age: 34,
    unit: 'trung-uong-doan',
    role: 'ADMINISTRATOR',
    named: true,
  },
  {
    login: demoLogins.organiser,
    fullName: 'Lê Thị Thu Hà',
    age: 31,
    unit: 'can-tho',
    role: 'ORGANISER',
    named: true,
  },
  {
    login: demoLogins.moderator,
    fullName: 'Nguyễn Hoàng Phúc',
    age: 27,
    unit: 'phuong-ninh-kieu-can-tho',
    role: 'MODERATOR',
    named: true,
  },
  {
    login: demoLogins.otherModerator,
    fullName: 'Phạm Đức Long',
    age: 29,
    unit: 'quang-ninh',
    role: 'MODERATOR',
    named: true,
  },
  { login: demoLogins.student, fullName: 'Nguyễn Thị Ánh', age: 21, unit: 'dai-hoc-can-tho', named: true },
  { login: demoLogins.silentAdult, fullName: 'Trần Quốc Bảo', age: 24, unit: 'phuong-ninh-kieu-can-tho' },
  { login: demoLogins.seventeen, fullName: 'Lê Khánh Linh', age: 17, unit: 'truong-thpt-chau-van-liem', named: true },
  {
    login: demoLogins.fifteenWithGuardian,
    fullName: 'Võ Minh Khôi',
    age: 15,
    unit: 'truong-thcs-doan-thi-diem',
    named: true,
    guardian: 'given',
  },
  {
    login: demoLogins.fifteenWithoutGuardian,
    fullName: 'Đặng Thảo Vy',
    age: 15,
    unit: 'truong-thcs-doan-thi-diem',
    named: true,
    guardian: 'asked',
  },
  { login: demoLogins.chair, fullName: 'Huỳnh Thanh Tùng', age: 52, unit: 'dai-hoc-can-tho', named: true },
  { login: demoLogins.secretary, fullName: 'Bùi Ngọc Mai', age: 30, unit: 'can-tho', named: true },
  { login: demoJudges[0]!, fullName: 'Đỗ Văn Hùng', age: 45, unit: 'dai-hoc-can-tho', named: true },
  { login: demoJudges[1]!, fullName: 'Hồ Thị Kim Ngân', age: 38, unit: 'truong-dai-hoc-y-duoc-can-tho', named: true },
  { login: demoJudges[2]!, fullName: 'Dương Gia Bảo', age: 41, unit: 'dai-hoc-bach-khoa-ha-noi', named: true },
  { login: demoJudges[3]!, fullName: 'Mai Phương Thảo', age: 36, unit: 'hue', named: true },
  { login: demoJudges[4]!, fullName: 'Lý Chí Cường', age: 48, unit: 'cong-ty-cap-thoat-nuoc-can-tho', named: true },
  { login: demoJudges[5]!, fullName: 'Tạ Quỳnh Anh', age: 33, unit: 'da-nang', named: true },
  {
    login: demoLogins.mentor,
    fullName: 'Ngô Hải Đăng',
    age: 43,
    unit: 'can-tho',
    role: 'MENTOR',
    roleUnit: 'can-tho',
    named: true,
  },
  { login: demoLogins.representative, fullName: 'Vũ Thu Trang', age: 37, unit: 'phuong-cai-rang-can-tho' },
];

/** A class that joined by its code, without mail addresses. */
const pupils: Someone[] = [
  ['gia.huy', 'Trương Gia Huy'],
  ['minh.anh', 'Phan Minh Anh'],
  ['bao.chau', 'Lâm Bảo Châu'],
  ['duc.thinh', 'Cao Đức Thịnh'],
  ['ngoc.han', 'Hồ Ngọc Hân'],
].map(([login, fullName], index) => ({
  login: login!,
  fullName: fullName!,
  age: 16 + (index % 2),
  months: 1 + index,
  unit: 'truong-thpt-chau-van-liem',
  named: index < 3,
}));

const families = 'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý'.split(' ');
const middles = 'Văn Thị Minh Ngọc Thanh Quốc Đức Hoài Khánh Phương Gia Bảo Hải Thùy Anh Hữu'.split(' ');
const givens =
  'An Ân Bách Bình Châu Chi Cường Dung Dũng Duy Đạt Giang Hà Hạnh Hiếu Hoa Hùng Hương Khang Khoa Kiên Lan Lâm Linh Loan Long Ly Mai Nam Nga Ngân Nghĩa Nhi Như Oanh Phong Phúc Quân Quyên Sơn Tâm Thảo Thắng Thu Thủy Tiên Trang Trí Trung Tú Tuấn Uyên Vân Việt Vy Yến'.split(
    ' ',
  );

/** Where the many live who put forward the ideas of the demo world. */
const homes = [
  'phuong-ninh-kieu-can-tho',
  'phuong-cai-rang-can-tho',
  'phuong-binh-thuy-can-tho',
  'dai-hoc-can-tho',
  'truong-nong-nghiep-dai-hoc-can-tho',
  'truong-thpt-phan-ngoc-hien',
  'phuong-vi-thanh-can-tho',
  'truong-dai-hoc-ha-long',
  'phuong-ha-long-quang-ninh',
  'dai-hoc-bach-khoa-ha-noi',
  'phuong-ba-dinh-ha-noi',
  'truong-dai-hoc-bach-khoa-dai-hoc-quoc-gia-tp-ho-chi-minh',
  'phuong-sai-gon-tp-ho-chi-minh',
  'truong-dai-hoc-vinh',
  'dai-hoc-hue',
  'phuong-thuan-hoa-hue',
  'truong-dai-hoc-tay-nguyen',
  'truong-dai-hoc-tra-vinh',
  'phuong-rach-gia-an-giang',
  'phuong-ha-giang-1-tuyen-quang',
  'phuong-long-xuyen-an-giang',
  'truong-dai-hoc-dong-thap',
  'phuong-hai-chau-da-nang',
  'phuong-nha-trang-khanh-hoa',
];

/** One each from the other end of the country, so that the map shows where an idea has come from and where none has yet. */
const farther = [
  'phuong-lao-cai-lao-cai',
  'phuong-to-hieu-son-la',
  'phuong-viet-tri-phu-tho',
  'phuong-phan-dinh-phung-thai-nguyen',
  'phuong-ky-lua-lang-son',
  'phuong-hong-bang-hai-phong',
  'phuong-pho-hien-hung-yen',
  'phuong-bac-giang-bac-ninh',
  'phuong-hoa-lu-ninh-binh',
  'phuong-hac-thanh-thanh-hoa',
  'phuong-thanh-sen-ha-tinh',
  'phuong-dong-hoi-quang-tri',
  'phuong-cam-thanh-quang-ngai',
  'phuong-pleiku-gia-lai',
  'phuong-cam-ly-da-lat-lam-dong',
  'phuong-tran-bien-dong-nai',
  'phuong-an-xuyen-ca-mau',
];

/** The many: `thanh-vien-01@y-hay.example` and on. Names are put together and mean nobody. */
export const crowdSize = 72 + farther.length;

/** Of the crowd: who still waits to be confirmed, in Ninh Kiều, elsewhere in Cần Thơ, in Quảng Ninh and in Huế. */
const claims: ReadonlySet<number> = new Set([24, 48, 27, 53, 31, 56, 62]);

function ageAt(home: string, index: number): number {
  if (home.startsWith('truong-thpt')) return 16 + (index % 2);
  if (/^(dai-hoc|truong-)/.test(home)) return 18 + (index % 5);
  return 18 + ((index * 5) % 13);
}

function homeOf(index: number): string {
  return index < 72 ? homes[index % homes.length]! : farther[index - 72]!;
}

function crowd(): Someone[] {
  return Array.from({ length: crowdSize }, (_, index) => ({
    login: `thanh-vien-${String(index + 1).padStart(2, '0')}@y-hay.example`,
    fullName: `${families[(index * 7) % families.length]} ${middles[(index * 5 + 3) % middles.length]} ${givens[(index * 23 + 11) % givens.length]}`,
    age: ageAt(homeOf(index), index),
    months: 1 + (index % 10),
    unit: homeOf(index),
    named: index % 5 !== 4,
    membership: claims.has(index) ? 'claimed' : index === 35 ? 'declined' : 'confirmed',
  }));
}

function birthDate({ age, months = 5 }: Someone): Date {
  const [year, month, day] = dayOf(now()).split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year - age, month - 1 - months, Math.min(day, 28)));
}

/** Staff first: who confirmed whom must be there before. */
export async function seedPeople(): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  const everyone = [...cast, ...pupils, ...crowd()];
  const ids = new Map(everyone.map((one) => [one.login, randomUUID()]));
  const slugs = [...new Set(everyone.flatMap((one) => [one.unit, one.roleUnit ?? one.unit]))];
  const units = await db.unit.findMany({ where: { slug: { in: slugs } }, select: { id: true, slug: true } });
  const unitId = (slug: string) => {
    const unit = units.find((one) => one.slug === slug);
    if (unit === undefined) throw new Error(`the demo world needs the unit ${slug}`);
    return unit.id;
  };
  await db.$transaction((tx) => layPeople(tx, { everyone, ids, unitId, passwordHash }), { timeout: 60_000 });
}

type World = {
  everyone: Someone[];
  ids: Map<string, string>;
  unitId: (slug: string) => number;
  passwordHash: string;
};

async function layPeople(tx: Tx, { everyone, ids, unitId, passwordHash }: World): Promise<void> {
  const at = now();
  const ago = (days: number) => new Date(at.getTime() - days * dayMs);
  const idOf = (login: string) => ids.get(login)!;
  const teacher = idOf(demoLogins.organiser);
  const classCodeId = randomUUID();

  await tx.person.createMany({
    data: everyone.map((one, index) => {
      const joined = ago(90 - (index % 60));
      const byMail = one.login.includes('@');
      return {
        id: idOf(one.login),
        email: byMail ? one.login : null,
        emailVerifiedAt: byMail ? joined : null,
        userName: byMail ? null : one.login,
        passwordHash,
        fullName: one.fullName,
        birthDate: birthDate(one),
        termsVersion,
        termsAcceptedAt: joined,
        createdAt: joined,
      };
    }),
  });
  await tx.classCode.create({
    data: {
      id: classCodeId,
      code: demoClassCode,
      unitId: unitId('truong-thpt-chau-van-liem'),
      label: 'Lớp 11A1',
      seats: 45,
      createdById: teacher,
      createdAt: ago(60),
      expiresAt: new Date(dateOfDay(dayOf(at)).getTime() + 200 * dayMs),
    },
  });
  await tx.classCode.createMany({
    data: [
      {
        code: 'NK4T-9QEA',
        unit: 'phuong-ninh-kieu-can-tho',
        label: 'Chi đoàn khu vực 2',
        seats: 30,
        by: demoLogins.moderator,
      },
      { code: 'CTH7-M3XD', unit: 'can-tho', label: 'Lớp cán bộ Đoàn trẻ', seats: 60, by: demoLogins.organiser },
    ].map(({ unit, by, ...code }) => ({
      ...code,
      unitId: unitId(unit),
      createdById: idOf(by),
      createdAt: ago(20),
      expiresAt: new Date(dateOfDay(dayOf(at)).getTime() + 60 * dayMs),
    })),
  });
  const pupilIds = pupils.map((one) => idOf(one.login));
  await tx.person.updateMany({ where: { id: { in: pupilIds } }, data: { classCodeId } });

  await tx.roleGrant.createMany({
    data: everyone
      .filter((one) => one.role !== undefined)
      .map((one) => ({
        kind: one.role!,
        personId: idOf(one.login),
        unitId: unitId(one.roleUnit ?? one.unit),
        grantedById: one.role === 'ADMINISTRATOR' ? null : idOf(demoLogins.administrator),
        grantedAt: ago(80),
      })),
  });
  await tx.membership.createMany({
    data: everyone.map((one, index) => {
      const claimedAt = ago(70 - (index % 50));
      const decided = new Date(claimedAt.getTime() + 2 * dayMs);
      const { membership = 'confirmed' } = one;
      return {
        personId: idOf(one.login),
        unitId: unitId(one.unit),
        claimedAt,
        ...(membership === 'confirmed' ? { confirmedAt: decided, confirmedById: idOf(demoLogins.administrator) } : {}),
        ...(membership === 'declined'
          ? {
              declinedAt: decided,
              declinedById: idOf(demoLogins.administrator),
              declineReason: 'Chưa thấy bạn trong danh sách đoàn viên của đơn vị. Bạn liên hệ Bí thư chi đoàn nhé.',
            }
          : {}),
      };
    }),
  });
  await tx.consent.createMany({
    data: everyone.flatMap((one) => {
      const personId = idOf(one.login);
      const own = { personId, purpose: 'PUBLISH_NAME' as const, giver: 'SELF' as const, givenAt: ago(50) };
      const asked = {
        personId,
        purpose: 'PUBLISH_NAME' as const,
        giver: 'GUARDIAN' as const,
        guardianName: `Phụ huynh của ${one.fullName}`,
        guardianMail: `phu-huynh-${one.login.split('@')[0]}@y-hay.example`,
        askedAt: ago(10),
        givenAt: one.guardian === 'given' ? ago(9) : null,
      };
      return [...(one.named ? [own] : []), ...(one.guardian === undefined ? [] : [asked])];
    }),
  });

  const businessId = randomUUID();
  await tx.business.create({
    data: {
      id: businessId,
      slug: 'nuoc-sach-bong-lua',
      name: 'Công ty TNHH Giải pháp Nước sạch Bông Lúa',
      taxCode: '1801999995',
      registeredAt: ago(45),
      verifiedAt: ago(40),
    },
  });
  await tx.roleGrant.create({
    data: {
      kind: 'REPRESENTATIVE',
      personId: idOf(demoLogins.representative),
      businessId,
      grantedById: idOf(demoLogins.administrator),
      grantedAt: ago(40),
    },
  });
  await tx.mentor.create({
    data: {
      personId: idOf(demoLogins.mentor),
      unitId: unitId('can-tho'),
      about: 'Mười năm làm sản phẩm công nghệ cho nông nghiệp; giúp được về kế hoạch thử nghiệm và gọi vốn ban đầu.',
      fieldIds: [],
      capacity: 3,
      hoursPerMonth: 6,
      offeredAt: ago(30),
      checkedAt: ago(28),
    },
  });
}
