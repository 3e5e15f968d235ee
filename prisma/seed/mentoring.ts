import type { MentoringAspect } from '#app/domain/mentoring/aspect.ts';
import { termsVersion } from '#app/domain/people/terms.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { demoLogins } from './demo-sign-ins.ts';
import { dayMs, fiveOClock } from './five-o-clock.ts';

const ago = (days: number) => new Date(now().getTime() - days * dayMs);
const ahead = (days: number) => ago(-days);

type MentorFolk = {
  login: string;
  fullName: string;
  birthDate: string;
  about: string;
  fieldIds: string[];
  aspects: MentoringAspect[];
  capacity: number;
  hoursPerMonth: number;
  inPerson: boolean;
  waiting?: boolean;
};

const folk: MentorFolk[] = [
  {
    login: 'co-van-2@y-hay.example',
    fullName: 'Đinh Thị Mai Phương',
    birthDate: '1981-04-17',
    about:
      'Kỹ sư môi trường, từng đưa ba mô hình xử lý nước hộ gia đình ra hơn hai mươi xã. Giúp được về thử nghiệm, đo đạc và viết số liệu cho thuyết phục.',
    fieldIds: ['moi-truong', 'nang-luong'],
    aspects: ['FEASIBILITY', 'EFFECT', 'TECHNOLOGY'],
    capacity: 4,
    hoursPerMonth: 12,
    inPerson: true,
  },
  {
    login: 'co-van-3@y-hay.example',
    fullName: 'Huỳnh Quốc Bảo',
    birthDate: '1986-11-02',
    about:
      'Sáng lập một doanh nghiệp nông sản sấy. Giúp được về tìm khách hàng đầu tiên, tính giá thành và gọi vốn nhỏ.',
    fieldIds: ['kinh-doanh', 'nong-nghiep'],
    aspects: ['BUSINESS', 'SCALING'],
    capacity: 4,
    hoursPerMonth: 10,
    inPerson: false,
  },
  {
    login: 'co-van-4@y-hay.example',
    fullName: 'Trịnh Lan Chi',
    birthDate: '1990-07-25',
    about:
      'Giảng viên đại học, hướng dẫn sinh viên nghiên cứu về giáo dục và công nghệ học tập. Giúp được về cách trình bày và đánh giá tác động.',
    fieldIds: ['giao-duc', 'cong-dong'],
    aspects: ['PRESENTATION', 'SOCIAL', 'NOVELTY'],
    capacity: 2,
    hoursPerMonth: 6,
    inPerson: true,
  },
  {
    login: 'co-van-5@y-hay.example',
    fullName: 'Lưu Đức Anh',
    birthDate: '1988-01-30',
    about:
      'Mười hai năm làm phần mềm cho bệnh viện và cơ quan nhà nước. Giúp được về chọn công nghệ vừa sức và bảo vệ dữ liệu người dùng.',
    fieldIds: ['chuyen-doi-so', 'y-te', 'hanh-chinh'],
    aspects: ['TECHNOLOGY', 'FEASIBILITY'],
    capacity: 1,
    hoursPerMonth: 0,
    inPerson: false,
  },
  {
    login: 'co-van-6@y-hay.example',
    fullName: 'Mạc Thanh Tùng',
    birthDate: '1979-09-12',
    about:
      'Chủ tịch hợp tác xã cây ăn trái ở Phong Điền hai mươi năm. Giúp được về thử nghiệm ngoài vườn và nói chuyện với bà con.',
    fieldIds: ['nong-nghiep'],
    aspects: ['FEASIBILITY', 'SOCIAL'],
    capacity: 2,
    hoursPerMonth: 6,
    inPerson: true,
    waiting: true,
  },
];

/** Mentors of Cần Thơ, a programme that takes teams, one team on its way and one that waits for an answer. */
export async function seedMentoring(): Promise<void> {
  const person = async (login: string) => db.person.findUniqueOrThrow({ where: { email: login } });
  const [demoMentor, organiser] = [await person(demoLogins.mentor), await person(demoLogins.organiser)];
  const host = await db.unit.findUniqueOrThrow({ where: { slug: 'can-tho' } });
  const mentor = await db.mentor.update({
    where: { personId: demoMentor.id },
    data: {
      fieldIds: ['chuyen-doi-so', 'nong-nghiep'],
      aspects: ['FEASIBILITY', 'BUSINESS', 'TECHNOLOGY'],
      languages: ['vi', 'en'],
      online: true,
      provinceId: host.id,
      checkedById: organiser.id,
    },
  });
  const mentors = [mentor];
  for (const { login, fullName, birthDate, inPerson, waiting, ...offer } of folk) {
    const made = await db.person.create({
      data: {
        email: login,
        emailVerifiedAt: ago(60),
        passwordHash: demoMentor.passwordHash,
        fullName,
        birthDate: new Date(birthDate),
        createdAt: ago(60),
        termsVersion,
        ...(waiting
          ? {}
          : { roles: { create: { kind: 'MENTOR', unitId: host.id, grantedById: organiser.id, grantedAt: ago(40) } } }),
      },
    });
    mentors.push(
      await db.mentor.create({
        data: {
          ...offer,
          personId: made.id,
          unitId: host.id,
          languages: ['vi'],
          online: true,
          provinceId: inPerson ? host.id : null,
          offeredAt: ago(waiting ? 3 : 45),
          checkedAt: waiting ? null : ago(40),
          checkedById: waiting ? null : organiser.id,
        },
      }),
    );
  }

  const programme = await db.mentoringProgramme.create({
    data: {
      slug: 'can-tho-dong-hanh',
      unitId: host.id,
      name: 'Cần Thơ đồng hành cùng ý tưởng trẻ',
      summary:
        'Ba tháng đồng hành: mỗi nhóm gặp cố vấn ít nhất hai lần một tháng, trực tiếp hoặc trực tuyến, để đưa ý tưởng tới bản thử đầu tiên.',
      opensAt: fiveOClock(-10),
      closesAt: fiveOClock(12),
      daysToAccept: 5,
      createdById: organiser.id,
      createdAt: ago(14),
      mentors: {
        create: mentors
          .filter(({ checkedAt }) => checkedAt !== null)
          .map(({ id }) => ({ mentorId: id, joinedAt: ago(9) })),
      },
    },
  });

  const cast = Object.values(demoLogins);
  const ideas = await db.idea.findMany({
    where: {
      state: 'PUBLISHED',
      publishedVersionId: { not: null },
      provinceId: host.id,
      lookingFor: { has: 'MENTOR' },
      members: {
        none: { person: { OR: [{ email: { in: cast } }, { userName: { in: cast } }, { mentor: { isNot: null } }] } },
      },
    },
    orderBy: { publishedAt: 'desc' },
    take: 8,
    select: { id: true, fieldId: true, ownerId: true },
  });
  const [walking, asking, ...waiting] = ideas;
  const aspects: MentoringAspect[][] = [
    ['FEASIBILITY', 'EFFECT'],
    ['BUSINESS'],
    ['PRESENTATION', 'SOCIAL'],
    ['TECHNOLOGY', 'FEASIBILITY'],
    ['SCALING', 'BUSINESS'],
    ['NOVELTY'],
  ];
  const notes = [
    'Nhóm đã có bản thử nhưng chưa biết đo thế nào cho người khác tin.',
    'Chúng em chưa biết tính giá thành và tìm ai dùng thử đầu tiên.',
    'Nhóm trình bày còn dài, ban giám khảo hỏi về tác động thì lúng túng.',
    'Phần mạch và phần mềm chạy chưa ổn khi ra ngoài đồng.',
    'Một hợp tác xã hỏi mua, chúng em không biết làm hợp đồng thế nào.',
    'Chưa rõ ý tưởng khác gì với những cách người ta đang làm.',
  ];
  for (const [at, idea] of waiting.entries()) {
    await db.mentorRequest.create({
      data: {
        ideaId: idea.id,
        programmeId: programme.id,
        askedById: idea.ownerId,
        askedAt: ago(7 - at),
        aspects: aspects[at % aspects.length]!,
        note: notes[at % notes.length]!,
        language: 'vi',
        online: true,
      },
    });
  }
  if (asking !== undefined) {
    await db.mentorRequest.create({
      data: {
        ideaId: asking.id,
        mentorId: mentor.id,
        askedById: asking.ownerId,
        askedAt: ago(2),
        aspects: ['FEASIBILITY', 'TECHNOLOGY'],
        note: 'Chúng em đọc lời giới thiệu của thầy và mong được chỉ cách làm bản thử đầu tiên cho chắc chắn.',
        language: 'vi',
        online: true,
        proposals: {
          create: {
            mentorId: mentor.id,
            proposedAt: ago(2),
            expiresAt: ahead(5),
            teamAcceptedAt: ago(2),
            teamAcceptedById: asking.ownerId,
          },
        },
      },
    });
  }
  if (walking !== undefined) {
    const mentorship = await db.mentorship.create({
      data: { mentorId: mentor.id, ideaId: walking.id, startedAt: ago(25) },
    });
    await db.mentoringSession.createMany({
      data: [
        {
          mentorshipId: mentorship.id,
          heldAt: ago(21),
          minutes: 75,
          online: true,
          summary: 'Cùng đọc lại bài viết, chọn ba điều phải đo trong tháng đầu và ai đo.',
          nextSteps: 'Nhóm chia nhau ghi số liệu mỗi chiều.',
          notedById: demoMentor.id,
          notedAt: ago(21),
        },
        {
          mentorshipId: mentorship.id,
          heldAt: ago(6),
          minutes: 60,
          online: false,
          summary: 'Xem bản thử. Số liệu hai tuần cho thấy cách làm đúng, nhưng hướng dẫn còn khó với người lớn tuổi.',
          nextSteps: 'Viết lại hướng dẫn, thử với hai người chưa biết gì.',
          notedById: walking.ownerId,
          notedAt: ago(5),
        },
      ],
    });
  }
}
