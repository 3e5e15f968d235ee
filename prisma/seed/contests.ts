import { recountEntry } from '#app/domain/awards/recount-entry.server.ts';
import { writeOutcomes } from '#app/domain/awards/write-outcomes.server.ts';
import { composeDocument } from '#app/domain/contests/compose-document.server.ts';
import type {
  ContestState,
  OthersMarks,
  RankingMethod,
  RoundKind,
  RoundPanels,
  RoundState,
} from '#app/domain/contests/contest.ts';
import { type ContestRules, firstRules } from '#app/domain/contests/contest-rules.ts';
import { writeReceipt } from '#app/domain/contests/entry.ts';
import { unitPanel } from '#app/domain/contests/round-panels.ts';
import { hundredPoints } from '#app/domain/contests/rubric.ts';
import { writeRubric } from '#app/domain/contests/write-rubric.server.ts';
import { askReopening } from '#app/domain/judging/ask-reopening.server.ts';
import { byPair, pairKey } from '#app/domain/judging/conflict.ts';
import { findConflicts } from '#app/domain/judging/find-conflicts.server.ts';
import { findOutcomes } from '#app/domain/judging/find-outcomes.server.ts';
import { findPanels } from '#app/domain/judging/find-panels.server.ts';
import { findRoundEntries } from '#app/domain/judging/find-round-entries.server.ts';
import { readsFor } from '#app/domain/judging/panels.ts';
import { planAssignment } from '#app/domain/judging/plan-assignment.server.ts';
import { findCountedSheets, storeRanking } from '#app/domain/judging/rank-round.server.ts';
import { keepPublication } from '#app/domain/judging/record/keep-publication.server.ts';
import { layRecord } from '#app/domain/judging/record/lay-record.server.ts';
import type { Actor } from '#app/domain/people/actor.ts';
import { findActor } from '#app/domain/people/find-actor.server.ts';
import { hashOfJson } from '#app/domain/sha256.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { demoJudges, demoLogins } from './demo-sign-ins.ts';

const day = 86_400_000;

/** The same numbers at every first start (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = numbersFrom(20_261_122);
/** About normal, mean 0, standard deviation 1. */
const bell = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** 17:00 in Vietnam, so many days from today: deadlines people believe. */
function fiveOClock(days: number): Date {
  const there = new Date(now().getTime() + 7 * 3_600_000 + days * day);
  return new Date(`${there.toISOString().slice(0, 10)}T17:00:00+07:00`);
}

type Idea = {
  id: string;
  versionId: string;
  fieldId: string | null;
  members: { personId: string; kind: 'LEAD' | 'MEMBER' }[];
};

type Plan = {
  slug: string;
  name: string;
  summary: string;
  state: ContestState;
  opens: number;
  closes: number;
  rules: Partial<Omit<ContestRules, 'entrants'>> & { entrants?: Partial<ContestRules['entrants']> };
  divisions: { slug: string; name: string }[];
  rounds: {
    kind: RoundKind;
    name: string;
    state: RoundState;
    days: number;
    reviews: number;
    method: RankingMethod;
    blind: boolean;
    panels?: RoundPanels;
    /** Slugs of units, where the round is parted by them. */
    panelUnits?: string[];
    othersMarks?: OthersMarks;
  }[];
  /** `pools`: slugs of divisions, or of units a round is parted by; without: for any. */
  judges: { login: string; pools?: string[]; deputy?: boolean }[];
  ideas: Idea[];
  /** The place in `divisions` of each idea's; without: in turn. */
  places?: number[];
  /** What takes part outside the competition, by number and for what reason. */
  outside?: { number: number; reason: string };
};

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
  const people = await findPeople();
  const ideas = await findIdeas();
  const host = await db.unit.findUniqueOrThrow({ where: { slug: 'can-tho' }, select: { id: true } });
  const take = (from: number, count: number) => ideas.slice(from, from + count);
  const anyone = { from: 'anyone' as const };

  await layContest({
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
    ...judged,
    late: 2,
    done: (judge, index) => (judge === 1 ? (index === 0 ? 1 : index === 1 ? 0.5 : 0) : 0.7),
  });

  const over = await layContest({
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
  await layMarks({ ...over, done: () => 1 });
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

async function layContest({
  plan,
  hostId,
  people,
}: {
  plan: Plan;
  hostId: number;
  people: ReadonlyMap<string, string>;
}): Promise<{ slug: string; contestId: string; roundId: string; reviews: number }> {
  const organiser = people.get(demoLogins.organiser)!;
  const [opensAt, closesAt] = [fiveOClock(plan.opens), fiveOClock(plan.closes)];
  const frozenAt = new Date(Math.min(opensAt.getTime() - day, fiveOClock(-2).getTime()));
  const rules: ContestRules = {
    ...firstRules,
    ...plan.rules,
    entrants: { ...firstRules.entrants, ...plan.rules.entrants },
  };
  return db.$transaction(
    async (tx) => {
      const contest = await tx.contest.create({
        data: {
          slug: plan.slug,
          name: plan.name,
          summary: plan.summary,
          hostId,
          state: plan.state,
          opensAt,
          closesAt,
          createdById: organiser,
          createdAt: frozenAt,
          openedAt: plan.state === 'DRAFT' ? null : frozenAt,
          publishedAt: plan.state === 'PUBLISHED' ? fiveOClock(-15) : null,
          rules: { create: { number: 1, body: rules, byId: organiser, at: frozenAt } },
          divisions: { create: plan.divisions.map((division, index) => ({ ...division, position: index + 1 })) },
        },
        select: { id: true, divisions: { orderBy: { position: 'asc' }, select: { id: true, slug: true } } },
      });
      const after = (days: number) => new Date(closesAt.getTime() + days * day);
      const roundIds: string[] = [];
      const units = await tx.unit.findMany({
        where: { slug: { in: plan.rounds.flatMap(({ panelUnits }) => panelUnits ?? []) } },
        select: { id: true, slug: true },
      });
      const unitIds = new Map(units.map(({ id, slug }) => [slug, id]));
      const poolOf = (slug: string) => (unitIds.has(slug) ? unitPanel(unitIds.get(slug)!) : slug);
      for (const [index, { days, reviews, panelUnits = [], ...round }] of plan.rounds.entries()) {
        const { id } = await tx.round.create({
          data: {
            ...round,
            contestId: contest.id,
            number: index + 1,
            opensAt: after(index === 0 ? 0 : plan.rounds[index - 1]!.days),
            closesAt: after(days),
            reviewsPerEntry: reviews,
            panelUnits: { createMany: { data: panelUnits.map((slug) => ({ unitId: unitIds.get(slug)! })) } },
          },
          select: { id: true },
        });
        await writeRubric(tx, { roundId: id, divisionId: null, criteria: hundredPoints });
        roundIds.push(id);
      }
      if (plan.state !== 'DRAFT') {
        const document = await composeDocument(tx, contest.id);
        await tx.contestRules.updateMany({
          where: { contestId: contest.id },
          data: { document, hash: await hashOfJson(document), frozenAt },
        });
        const acts = (['OPEN', 'CLOSED', 'PUBLISHED'] as const).slice(
          0,
          ['OPEN', 'CLOSED', 'PUBLISHED'].indexOf(plan.state) + 1,
        );
        await tx.contestAct.createMany({
          data: acts.map((to, index) => ({
            contestId: contest.id,
            to,
            byId: organiser,
            at: [frozenAt, closesAt, fiveOClock(-15)][index]!,
          })),
        });
        await tx.roleGrant.createMany({
          data: (['CHAIR', 'SECRETARY'] as const).map((kind) => ({
            kind,
            personId: people.get(kind === 'CHAIR' ? demoLogins.chair : demoLogins.secretary)!,
            contestId: contest.id,
            grantedById: organiser,
            grantedAt: frozenAt,
          })),
        });
      }
      for (const [index, { login, pools = [], deputy = false }] of plan.judges.entries()) {
        const personId = people.get(login)!;
        const role = await tx.roleGrant.create({
          data: { kind: 'JUDGE', personId, contestId: contest.id, grantedById: organiser, grantedAt: frozenAt },
          select: { id: true },
        });
        await tx.judge.create({
          data: {
            roleGrantId: role.id,
            contestId: contest.id,
            personId,
            number: index + 1,
            minLoad: 0,
            maxLoad: 20,
            fieldIds: [],
            pools: pools.map(poolOf),
            deputy,
          },
        });
      }
      for (const [index, idea] of plan.ideas.entries()) {
        const number = index + 1;
        const division = contest.divisions[plan.places?.[index] ?? index % contest.divisions.length]!;
        const enteredAt = new Date(
          Math.min(closesAt.getTime(), now().getTime()) - (plan.ideas.length - index) * 5_400_000,
        );
        await tx.entry.create({
          data: {
            contestId: contest.id,
            divisionId: division.id,
            ideaId: idea.id,
            versionId: idea.versionId,
            number,
            receipt: writeReceipt({
              year: enteredAt.getUTCFullYear(),
              number,
              bytes: Uint8Array.from({ length: 40 }, () => Math.floor(random() * 256)),
            }),
            pool: division.slug,
            enteredById: idea.members[0]!.personId,
            enteredAt,
            members: { createMany: { data: idea.members } },
            ...(plan.outside?.number === number
              ? { outside: { create: { reason: plan.outside.reason, byId: organiser, at: closesAt } } }
              : {}),
          },
        });
      }
      if (plan.state === 'CLOSED' || plan.state === 'PUBLISHED') {
        const states = (['OPEN', 'CLOSED', 'PUBLISHED'] as const).slice(0, plan.state === 'CLOSED' ? 1 : 3);
        await tx.roundAct.createMany({
          data: states.map((to, index) => ({
            roundId: roundIds[0]!,
            to,
            byId: people.get(index === 0 ? demoLogins.secretary : demoLogins.chair)!,
            at: [new Date(closesAt.getTime() + day), fiveOClock(-18), fiveOClock(-15)][index]!,
          })),
        });
      }
      return { slug: plan.slug, contestId: contest.id, roundId: roundIds[0]!, reviews: plan.rounds[0]!.reviews };
    },
    { timeout: 60_000 },
  );
}

/**
 * Sheets for the first round, given to the judge of the entry's panel with the least to read who has no conflict, and marks as judges of different
 * severity would give them. `done` is the share of the criteria that are marked; a whole sheet is handed in. The `late` last entries are given to
 * nobody yet.
 */
async function layMarks({
  contestId,
  roundId,
  reviews,
  late = 0,
  done,
}: {
  contestId: string;
  roundId: string;
  reviews: number;
  late?: number;
  done: (judge: number, index: number) => number;
}): Promise<void> {
  const conflicts = byPair(await findConflicts(db, { contestId, roundId }));
  const entries = await findRoundEntries(db, { contestId, number: 1 });
  const judges = await db.judge.findMany({
    where: { contestId },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, pools: true },
  });
  const criteria = await db.criterion.findMany({
    where: { rubric: { roundId } },
    orderBy: { position: 'asc' },
    select: { id: true, min: true, max: true, step: true },
  });
  const round = await db.round.findUniqueOrThrow({
    where: { id: roundId },
    select: { id: true, opensAt: true, panels: true },
  });
  const panels = await findPanels(db, { round, entries });
  const loads = new Map(judges.map(({ id }) => [id, 0]));
  const severity = new Map(judges.map(({ id }) => [id, bell() * 0.07]));
  const begun = new Date(round.opensAt.getTime() + day);
  const notes = [
    'Ý tưởng rõ và sát thực tế. Nhóm nên đo thêm vài tháng để có số liệu thuyết phục hơn.',
    'Phần chi phí cần tính cả công bảo dưỡng. Cách làm dễ nhân rộng.',
    'Nên nói rõ ai sẽ vận hành sau khi nhóm rời đi.',
    '',
  ];
  for (const { id: entryId } of entries.slice(0, entries.length - late)) {
    const quality = 0.62 + bell() * 0.12;
    const free = judges
      .filter((judge) => readsFor(panels, judge, entryId) && !conflicts.has(pairKey({ entryId, judgeId: judge.id })))
      .sort((a, b) => loads.get(a.id)! - loads.get(b.id)! || a.number - b.number)
      .slice(0, reviews);
    for (const { id: judgeId, number } of free) {
      const index = loads.get(judgeId)!;
      loads.set(judgeId, index + 1);
      const share = done(number, index);
      const whole = share >= 1 || (share > 0.5 && random() < share);
      const marked = whole ? criteria.length : Math.floor(criteria.length * Math.min(share, 0.6));
      const at = new Date(Math.min(begun.getTime() + index * 7_200_000 + number * 600_000, now().getTime() - 600_000));
      const sheet = await db.scoresheet.create({
        data: {
          roundId,
          entryId,
          judgeId,
          assignedAt: begun,
          submittedAt: whole ? at : null,
          noteToTeam: whole ? notes[Math.floor(random() * notes.length)]! : '',
        },
        select: { id: true },
      });
      await db.mark.createMany({
        data: criteria.slice(0, marked).map(({ id, min, max, step }) => {
          const share = Math.max(0, Math.min(1, quality + severity.get(judgeId)! + bell() * 0.08));
          return {
            scoresheetId: sheet.id,
            criterionId: id,
            value: min + Math.round((share * (max - min)) / step) * step,
            revision: 1,
            basedOn: 0,
            clientKey: crypto.randomUUID(),
            standing: 'IN_FORCE' as const,
            receivedAt: at,
          };
        }),
      });
    }
  }
}
