import { dateOfDay, dayOf } from '#app/domain/people/day.ts';
import { termsVersion } from '#app/domain/people/terms.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { demoLogins } from './demo-sign-ins.ts';

const dayMs = 86_400_000;
const ago = (days: number) => new Date(now().getTime() - days * dayMs);
const dayAhead = (days: number) => dateOfDay(dayOf(ago(-days)));

/** Promises in every state: waiting for a team, promised, delivered and kept; a business that waits to be verified. */
export async function seedSponsorship(): Promise<void> {
  const representative = await db.person.findUniqueOrThrow({ where: { email: demoLogins.representative } });
  const student = await db.person.findUniqueOrThrow({ where: { email: demoLogins.student } });
  const business = await db.business.findFirstOrThrow({
    where: { roles: { some: { personId: representative.id, kind: 'REPRESENTATIVE' } } },
  });
  await db.business.update({
    where: { id: business.id },
    data: {
      about:
        'Lắp và bảo trì thiết bị lọc nước cho trường học, trạm y tế và hộ gia đình ở đồng bằng sông Cửu Long từ năm 2012.',
      website: 'https://bong-lua.example',
      position: 'Giám đốc phát triển',
    },
  });
  const own = await db.idea.findFirst({
    where: { ownerId: student.id, state: 'PUBLISHED', publishedVersionId: { not: null } },
    orderBy: { publishedAt: 'desc' },
    select: { id: true, ownerId: true },
  });
  const cast = Object.values(demoLogins);
  const others = await db.idea.findMany({
    where: {
      state: 'PUBLISHED',
      publishedVersionId: { not: null },
      fieldId: { in: ['moi-truong', 'y-te', 'nong-nghiep'] },
      members: { none: { person: { OR: [{ email: { in: cast } }, { userName: { in: cast } }] } } },
    },
    orderBy: { publishedAt: 'asc' },
    take: 3,
    select: { id: true, ownerId: true },
  });
  const offer = (idea: { id: string; ownerId: string }, days: number, accepted: boolean) => ({
    businessId: business.id,
    ideaId: idea.id,
    byId: representative.id,
    at: ago(days),
    ...(accepted ? { acceptedAt: ago(days - 2), acceptedById: idea.ownerId } : {}),
  });
  if (own !== null) {
    await db.supportOffer.create({
      data: {
        ...offer(own, 2, false),
        kind: 'TRIAL',
        text: 'Công ty mời nhóm thử tại hai trường tiểu học chúng tôi đang phục vụ, có kỹ thuật viên đi cùng trong một tháng.',
      },
    });
  }
  const [kept, delivered, promised] = others;
  if (kept !== undefined) {
    await db.supportOffer.create({
      data: {
        ...offer(kept, 60, true),
        kind: 'EQUIPMENT',
        text: 'Công ty tặng vật liệu lọc và ống nối đủ cho mười bộ, giao tận nơi.',
        pledge: {
          create: {
            text: 'Mười bộ vật liệu lọc, giao tại nhà văn hóa ấp.',
            dueOn: dayAhead(-20),
            madeById: representative.id,
            madeAt: ago(55),
            deliveredAt: ago(24),
            deliveredById: representative.id,
            deliveryNote: 'Đã giao đủ mười bộ, có biên nhận.',
            confirmedAt: ago(23),
            confirmedById: kept.ownerId,
          },
        },
      },
    });
  }
  if (delivered !== undefined) {
    await db.supportOffer.create({
      data: {
        ...offer(delivered, 30, true),
        kind: 'MONEY',
        text: 'Công ty hỗ trợ mười lăm triệu đồng để nhóm làm bản thử thứ hai.',
        pledge: {
          create: {
            text: 'Mười lăm triệu đồng, chuyển khoản một lần.',
            dueOn: dayAhead(3),
            madeById: representative.id,
            madeAt: ago(26),
            deliveredAt: ago(1),
            deliveredById: representative.id,
            deliveryNote: 'Đã chuyển khoản sáng nay.',
          },
        },
      },
    });
  }
  if (promised !== undefined) {
    await db.supportOffer.create({
      data: {
        ...offer(promised, 12, true),
        kind: 'EXPERTISE',
        text: 'Kỹ sư của công ty dành bốn buổi để cùng nhóm chọn vật liệu và tính chi phí.',
        pledge: {
          create: {
            text: 'Bốn buổi làm việc, mỗi buổi hai giờ, tại xưởng của công ty.',
            dueOn: dayAhead(18),
            madeById: representative.id,
            madeAt: ago(9),
          },
        },
      },
    });
  }
  await db.savedSearch.create({
    data: {
      personId: representative.id,
      name: 'Nước sạch ở đồng bằng',
      query: 'linh-vuc=moi-truong&q=n%C6%B0%E1%BB%9Bc',
      createdAt: ago(30),
      seenAt: ago(14),
    },
  });
  const registrar = await db.person.create({
    data: {
      email: 'cho-xac-minh@y-hay.example',
      emailVerifiedAt: ago(4),
      passwordHash: representative.passwordHash,
      fullName: 'Tạ Minh Khuê',
      birthDate: new Date('1987-03-08'),
      createdAt: ago(4),
      termsVersion,
    },
  });
  await db.business.create({
    data: {
      slug: 'co-khi-nho-hau-giang',
      name: 'Hợp tác xã Cơ khí nhỏ Sông Hậu',
      taxCode: '1800123450',
      about: 'Sản xuất máy nông cụ nhỏ cho vườn và ruộng, muốn tìm ý tưởng của thanh niên để cùng làm bản mẫu.',
      registeredById: registrar.id,
      position: 'Phó giám đốc',
      registeredAt: ago(3),
    },
  });
}
