import { recountEntry } from '#app/domain/awards/recount-entry.server.ts';
import { writeOutcomes } from '#app/domain/awards/write-outcomes.server.ts';
import type { RankingMethod } from '#app/domain/contests/contest.ts';
import type { ContestRules } from '#app/domain/contests/contest-rules.ts';
import { askReopening } from '#app/domain/judging/ask-reopening.server.ts';
import { findOutcomes } from '#app/domain/judging/find-outcomes.server.ts';
import { planAssignment } from '#app/domain/judging/plan-assignment.server.ts';
import { findCountedSheets, storeRanking } from '#app/domain/judging/rank-round.server.ts';
import { keepPublication } from '#app/domain/judging/record/keep-publication.server.ts';
import { layRecord } from '#app/domain/judging/record/lay-record.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { findActor } from '#app/domain/people/find-actor.server.ts';
import { db } from '#app/platform/db/db.server.ts';
import { chanceOf } from '#prisma/chance.ts';
import { demoJudges, demoLogins } from './demo-sign-ins.ts';
import { fiveOClock } from './five-o-clock.ts';
import { type Idea, layContest } from './lay-contest.ts';
import { layMarks } from './lay-marks.ts';

const anyPanel = demoJudges.map((login) => ({ login }));

const prizes = `01 giải Nhất: 15.000.000 đồng
02 giải Nhì: mỗi giải 8.000.000 đồng
03 giải Ba: mỗi giải 5.000.000 đồng
05 giải Khuyến khích: mỗi giải 2.000.000 đồng
Các đội vào chung khảo được cấp giấy chứng nhận.`;

const awards: ContestRules['awards'] = [
  { name: 'Giải Nhất', from: 90, places: 1 },
  { name: 'Giải Nhì', from: 80, places: 2 },
  { name: 'Giải Ba', from: 70, places: 3 },
  { name: 'Giải Khuyến khích', from: 60, places: 5 },
];

const awardsOfTwo: ContestRules['awards'] = [
  { name: 'Giải Nhất', from: null, places: 1 },
  { name: 'Giải Nhì', from: null, places: 1 },
  { name: 'Giải Ba', from: null, places: 2 },
  { name: 'Giải Khuyến khích', from: 40, places: 2 },
];

const prizesOfTwo = `Mỗi bảng:
01 giải Nhất: 15.000.000 đồng
01 giải Nhì: 8.000.000 đồng
02 giải Ba: mỗi giải 5.000.000 đồng
02 giải Khuyến khích: mỗi giải 2.000.000 đồng
Người đoạt giải được cấp giấy chứng nhận có mã QR.`;

async function findPeople(): Promise<Map<string, string>> {
  const rows = await db.person.findMany({
    where: { email: { in: [...demoJudges, ...Object.values(demoLogins)] } },
    select: { id: true, email: true },
  });
  return new Map(rows.map(({ id, email }) => [email!, id]));
}

/** Published ideas of Cần Thơ and around, the newest last, each with its team. */
async function findIdeas(): Promise<Idea[]> {
  const rows = await db.idea.findMany({
    where: { state: 'PUBLISHED', publishedVersionId: { not: null } },
    orderBy: [{ publishedAt: 'asc' }, { slug: 'asc' }],
    select: {
      id: true,
      publishedVersionId: true,
      fieldId: true,
      owner: { select: { email: true } },
      members: {
        where: { confirmedAt: { not: null }, leftAt: null, personId: { not: null } },
        orderBy: [{ kind: 'asc' }, { confirmedAt: 'asc' }],
        select: { personId: true, kind: true },
      },
    },
  });
  // Whoever signs in to try the contests must find ideas that stand in none yet.
  const mine = new Set<string>([demoLogins.student, demoLogins.seventeen, demoLogins.silentAdult]);
  return rows
    .filter(({ owner }) => !mine.has(owner.email ?? ''))
    .map((row) => ({
      id: row.id,
      versionId: row.publishedVersionId!,
      fieldId: row.fieldId,
      members: row.members.map(({ personId, kind }) => ({ personId: personId!, kind })),
    }));
}

/** One contest at each stage of its life: a draft, one that takes entries, one being judged, one with its results. */
export async function seedContests(): Promise<void> {
  const chance = chanceOf(20_261_122);
  const people = await findPeople();
  const ideas = await findIdeas();
  const host = await db.unit.findUniqueOrThrow({ where: { slug: 'can-tho' }, select: { id: true } });
  const take = (from: number, count: number) => ideas.slice(from, from + count);
  const anyone = { from: 'anyone' as const };

  await layContest({
    chance,
    plan: {
      slug: 'chuyen-doi-so-truong-hoc',
      name: 'Chuyển đổi số trường học',
      summary: 'Ý tưởng dùng công nghệ để việc dạy, học và sinh hoạt Đoàn trong trường nhẹ nhàng hơn.',
      state: 'DRAFT',
      opens: 10,
      closes: 45,
      rules: { entrants: { minAge: 14, maxAge: 22 } },
      divisions: [
        { slug: 'thpt', name: 'Bảng Trung học phổ thông' },
        { slug: 'sinh-vien', name: 'Bảng Sinh viên' },
      ],
      rounds: [
        {
          kind: 'PRELIMINARY',
          name: 'Vòng sơ khảo',
          state: 'PLANNED',
          days: 14,
          reviews: 3,
          method: 'ADJUSTED',
          blind: true,
          panels: 'UNIT',
          panelUnits: ['can-tho', 'dai-hoc-can-tho', 'truong-dai-hoc-y-duoc-can-tho'],
        },
      ],
      judges: [
        { login: demoJudges[2]!, pools: ['dai-hoc-can-tho', 'truong-dai-hoc-y-duoc-can-tho'] },
        { login: demoJudges[3]!, pools: ['can-tho'] },
        { login: demoJudges[5]! },
        { login: demoJudges[4]!, pools: ['can-tho'], deputy: true },
      ],
      ideas: [],
    },
    hostId: host.id,
    people,
  });

  await layContest({
    chance,
    plan: {
      slug: 'y-tuong-tre-can-tho',
      name: 'Ý tưởng trẻ Cần Thơ',
      summary: `Cuộc thi dành cho thanh niên đang học tập, làm việc tại Cần Thơ và các tỉnh lân cận.

Ban tổ chức tìm những ý tưởng nhỏ mà làm được, giải quyết việc thật quanh mình: nước sạch, nông sản, học đường, giao thông, sức khỏe.`,
      state: 'OPEN',
      opens: -20,
      closes: 12,
      rules: {
        entrants: { ...anyone, minAge: 14, maxAge: 30 },
        pass: [{ round: 1, top: 12, minMean: 50, noZero: true }],
        awards,
        appealDays: 7,
        prizes,
        more: 'Bài dự thi thuộc về nhóm tác giả. Ban tổ chức được giới thiệu ý tưởng với doanh nghiệp khi nhóm đồng ý.',
      },
      divisions: [
        { slug: 'hoc-sinh', name: 'Bảng Học sinh' },
        { slug: 'thanh-nien', name: 'Bảng Thanh niên, sinh viên' },
      ],
      rounds: [
        {
          kind: 'PRELIMINARY',
          name: 'Vòng sơ khảo',
          state: 'PLANNED',
          days: 14,
          reviews: 3,
          method: 'ADJUSTED',
          blind: true,
        },
        { kind: 'FINAL', name: 'Vòng chung khảo', state: 'PLANNED', days: 35, reviews: 5, method: 'RAW', blind: false },
      ],
      judges: anyPanel.slice(0, 5),
      ideas: take(36, 8),
    },
    hostId: host.id,
    people,
  });

  const judged = await layContest({
    chance,
    plan: {
      slug: 'sang-kien-xanh-dong-bang',
      name: 'Sáng kiến xanh đồng bằng',
      summary: 'Tìm giải pháp của người trẻ cho nước, rác và nông nghiệp vùng đồng bằng sông Cửu Long.',
      state: 'CLOSED',
      opens: -40,
      closes: -4,
      rules: {
        entrants: { ...anyone, minAge: null, maxAge: 35 },
        pass: [{ round: 1, top: 6, minMean: null, noZero: false }],
        awards: awardsOfTwo,
        appealDays: 7,
        prizes: prizesOfTwo,
      },
      divisions: [
        { slug: 'giai-phap', name: 'Bảng Giải pháp kỹ thuật' },
        { slug: 'cong-dong', name: 'Bảng Mô hình cộng đồng' },
      ],
      rounds: [
        {
          kind: 'PRELIMINARY',
          name: 'Vòng sơ khảo',
          state: 'OPEN',
          days: 10,
          reviews: 3,
          method: 'ADJUSTED',
          blind: true,
          panels: 'DIVISION',
          othersMarks: 'SUBMITTED',
        },
      ],
      judges: demoJudges.map((login, index) => ({
        login,
        // The fourth reads for both, so that the two can be held against each other.
        pools: index === 3 ? ['giai-phap', 'cong-dong'] : [index % 2 === 0 ? 'giai-phap' : 'cong-dong'],
      })),
      ideas: take(18, 16),
      places: [0, 1, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1],
    },
    hostId: host.id,
    people,
  });
  await layMarks({
    chance,
    ...judged,
    late: 2,
    done: (judge, index) => (judge === 1 ? (index === 0 ? 1 : index === 1 ? 0.5 : 0) : 0.7),
  });

  const over = await layContest({
    chance,
    plan: {
      slug: 'khoi-nghiep-que-minh',
      name: 'Khởi nghiệp quê mình',
      summary: 'Ý tưởng làm ăn từ sản vật, nghề và cảnh quan của chính quê mình.',
      state: 'PUBLISHED',
      opens: -75,
      closes: -40,
      rules: {
        entrants: { ...anyone, minAge: null, maxAge: null },
        pass: [{ round: 1, top: 6, minMean: 40, noZero: false }],
        ties: ['adjusted', 'spread', 'criterion-1'],
        awards: awardsOfTwo,
        appealDays: 20,
        upwards: 1,
        prizes: prizesOfTwo,
      },
      divisions: [
        { slug: 'san-vat', name: 'Bảng Sản vật, chế biến' },
        { slug: 'dich-vu', name: 'Bảng Dịch vụ, công nghệ' },
      ],
      rounds: [
        {
          kind: 'PRELIMINARY',
          name: 'Vòng chấm',
          state: 'PUBLISHED',
          days: 20,
          reviews: 3,
          method: 'ADJUSTED',
          blind: true,
        },
      ],
      judges: anyPanel,
      ideas: take(0, 14),
      outside: { number: 6, reason: 'Trưởng nhóm làm việc trong Ban Tổ chức cuộc thi.' },
    },
    hostId: host.id,
    people,
  });
  await layMarks({
    chance,
    ...over,
    done: () => 1,
  });
  const contests = await db.contest.findMany({ where: { state: { not: 'DRAFT' } }, select: { id: true } });
  for (const { id: contestId } of contests) await db.$transaction((tx) => layRecord(tx, { contestId }));
  const { sheets, divisionOf } = await findCountedSheets(db, {
    contestId: over.contestId,
    round: { id: over.roundId, number: 1 },
  });
  const id = await db.$transaction((tx) =>
    storeRanking(tx, { round: { id: over.roundId, method: 'ADJUSTED' }, sheets, divisionOf }),
  );
  await db.ranking.update({ where: { id }, data: { computedAt: fiveOClock(-18) } });
  const round = { id: over.roundId, number: 1 };
  await db.$transaction(async (tx) => {
    const staged = (await findOutcomes(tx, { contestId: over.contestId, number: 1 }))!;
    await writeOutcomes(tx, { roundId: over.roundId, staged, at: fiveOClock(-15) });
    await keepPublication(tx, { contestId: over.contestId, round, staged });
  });
  await layAppeal({ contestId: over.contestId, round: { ...round, method: 'ADJUSTED' } });
  await askForOneBack(judged);
  await planAssignment({
    by: await actorOf(people.get(demoLogins.secretary)!),
    slug: judged.slug,
    number: 1,
    options: { mode: 'fairest', links: 0, seed: 1 },
  });
}

async function actorOf(personId: string): Promise<Actor> {
  return (await findActor({ personId }))!;
}

/** A judge who has handed a sheet in, and so could see what another gave, asks to change it; the chair has not answered yet. */
async function askForOneBack({ roundId }: { roundId: string }): Promise<void> {
  const sheets = await db.scoresheet.findMany({
    where: { roundId, submittedAt: { not: null } },
    orderBy: [{ submittedAt: 'desc' }, { id: 'asc' }],
    select: { id: true, entryId: true, judge: { select: { personId: true, person: { select: { email: true } } } } },
  });
  const shown = sheets.find(
    ({ id, entryId, judge }) =>
      judge.person.email !== demoLogins.judge && sheets.some((other) => other.entryId === entryId && other.id !== id),
  )!;
  await askReopening({
    by: await actorOf(shown.judge.personId),
    sheetId: shown.id,
    reason: 'Tôi nhập nhầm điểm Tính khả thi so với phiếu giấy đã chấm.',
  });
}

/** The best of those who won nothing asks to have it counted again; the chair has not answered yet. */
async function layAppeal({
  contestId,
  round,
}: {
  contestId: string;
  round: { id: string; number: number; method: RankingMethod };
}): Promise<void> {
  const missed = await db.outcome.findFirstOrThrow({
    where: { roundId: round.id, award: null, NOT: { because: { has: 'outside' } } },
    orderBy: [{ place: 'asc' }, { id: 'asc' }],
    select: { entryId: true, entry: { select: { enteredById: true } } },
  });
  await db.$transaction(async (tx) => {
    const recount = await recountEntry(tx, { contestId, round, entryId: missed.entryId });
    await tx.appeal.create({
      data: {
        roundId: round.id,
        entryId: missed.entryId,
        byId: missed.entry.enteredById,
        at: fiveOClock(-3),
        text: 'Nhóm em thấy điểm tiêu chí Tính khả thi thấp hơn hẳn các tiêu chí khác, trong khi bản thử đã chạy ba tháng. Nhóm xin hội đồng xem lại phiếu chấm.',
        recount,
        recountedAt: fiveOClock(-3),
      },
    });
  });
}
