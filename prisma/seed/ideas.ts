import type { IdeaStage, IdeaState } from '#app/domain/ideas/idea.ts';
import { emptyText, type IdeaDraftText } from '#app/domain/ideas/idea-text.ts';
import type { DecisionKind, DecisionReason } from '#app/domain/moderation/decision.ts';
import { fold, slugOf } from '#app/domain/vietnamese.ts';
import { now } from '#app/platform/clock.ts';
import { db, type Tx } from '#app/platform/db/db.server.ts';
import { chanceOf } from '#prisma/chance.ts';
import { demoLogins } from './demo-sign-ins.ts';
import { type Subject, subjects, unfinished } from './idea-subjects.ts';

const dayMs = 86_400_000;

/** The same numbers at every first start. */
const { next: random } = chanceOf(20_260_726);
const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
const hex = (digits: number) => Array.from({ length: digits }, () => whole(0, 15).toString(16)).join('');

/** An id of version 7 for a moment, so that what was made later sorts later. */
function idAt(at: Date): string {
  const time = at.getTime().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${whole(8, 11).toString(16)}${hex(3)}-${hex(12)}`;
}

type Author = {
  id: string;
  login: string;
  unitId: number;
  unitName: string;
  provinceId: number | null;
  provinceName: string | null;
  home: string;
};

const prices = ['120 nghìn đồng', '180 nghìn đồng', '250 nghìn đồng', '320 nghìn đồng', '480 nghìn đồng'];

function fill(text: string | undefined, values: Record<string, string>): string {
  const filled = (text ?? '').replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  return filled.replaceAll(
    /(^|[.!?]\s+)(\p{Ll})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}

/** A place as one would say it in a sentence: "phường Ninh Kiều", and the province for those at schools and offices. */
function spoken(place: { id: number; name: string }, author: Author): string {
  const commune = /^(Phường|Xã|Đặc khu) [^,]+/.exec(place.name)?.[0];
  if (commune !== undefined) return commune[0]!.toLocaleLowerCase('vi') + commune.slice(1);
  return author.provinceName ?? place.name;
}

function textOf(subject: Subject, variant: number, author: Author, place: { id: number; name: string }): IdeaDraftText {
  const values = {
    noi: spoken(place, author),
    ai: subject.ai[variant]!,
    n: String(whole(8, 48)),
    m: String(whole(9, 46) * 10),
    t: String(whole(2, 6)),
    c: prices[whole(0, prices.length - 1)]!,
  };
  return {
    ...emptyText,
    title: subject.titles[variant]!,
    abstract: fill(subject.abstract, values),
    problem: fill(subject.problem, values),
    solution: fill(subject.solution, values),
    novelty: fill(subject.novelty, values),
    method: fill(subject.method, values),
    beneficiaries: fill(subject.beneficiaries, values),
    progress: fill(subject.progress, values),
    needs: fill(subject.needs, values),
    fieldId: subject.field,
    unitId: author.unitId === place.id ? author.unitId : place.id,
    lookingFor: [...(subject.looking ?? [])].sort(),
  };
}

/** Words that belong to the delta: such an idea comes from there. */
const delta = /mặn|phèn|chợ nổi|hạt sen|lá sen|khóm|xuồng|cồn|củ ấu|tôm/i;
const deltaProvinces =
  /can-tho|an-giang|dong-thap|tra-vinh|vinh-long|ca-mau|chau-van-liem|phan-ngoc-hien|doan-thi-diem/;

/** What becomes of the ideas, by their number; the rest is published. */
function fateOf(number: number): { state: IdeaState; renewed?: 'published' | 'waiting' | 'returned' } {
  if (number % 29 === 7) return { state: 'DECLINED' };
  if (number % 31 === 11) return { state: 'WITHDRAWN' };
  if (number % 17 === 5) return { state: 'RETURNED' };
  if (number % 16 === 3) return { state: 'SUBMITTED' };
  if (number % 23 === 2) return { state: 'PUBLISHED', renewed: 'published' };
  if (number % 37 === 9) return { state: 'PUBLISHED', renewed: 'waiting' };
  return { state: 'PUBLISHED' };
}

type Laid = {
  author: Author;
  mates: Author[];
  text: IdeaDraftText;
  provinceId: number | null;
  state: IdeaState;
  renewed?: 'published' | 'waiting' | 'returned';
  stage: IdeaStage;
  /** Days ago it was begun. */
  age: number;
  decision?: { kind: DecisionKind; reason: DecisionReason; note: string | null };
};

const stages: IdeaStage[] = ['IDEA', 'RESEARCH', 'DEVELOPMENT', 'COMMERCIAL', 'APPLIED'];

function stageOf(subject: Subject, number: number): IdeaStage {
  if (subject.progress === undefined) return number % 4 === 0 ? 'RESEARCH' : 'IDEA';
  return stages[[1, 2, 2, 1, 3, 2, 1, 4][number % 8]!]!;
}

async function findAuthors(): Promise<Author[]> {
  const rows = await db.membership.findMany({
    where: { confirmedAt: { not: null }, endedAt: null, person: { closedAt: null } },
    orderBy: [{ person: { email: { sort: 'asc', nulls: 'last' } } }, { person: { userName: 'asc' } }],
    select: {
      person: { select: { id: true, email: true, userName: true } },
      unit: { select: { id: true, slug: true, name: true, provinceId: true, province: { select: { name: true } } } },
    },
  });
  return rows.map(({ person, unit }) => ({
    id: person.id,
    login: person.email ?? person.userName ?? '',
    unitId: unit.id,
    unitName: unit.name,
    provinceId: unit.provinceId,
    provinceName: unit.province?.name ?? null,
    home: unit.slug,
  }));
}

/** About a hundred and twenty ideas in every state there is, by the people of the demo world. */
export async function seedIdeas(): Promise<void> {
  const authors = await findAuthors();
  const provinces = await db.unit.findMany({ where: { kind: 'PROVINCE' }, select: { id: true, name: true } });
  const provinceOf = new Map(provinces.map((one) => [one.id, one]));
  const administrator = await db.person.findUniqueOrThrow({ where: { email: demoLogins.administrator } });
  const moderator = await db.person.findUniqueOrThrow({ where: { email: demoLogins.moderator } });
  const ninhKieu = await db.unit.findUniqueOrThrow({ where: { slug: 'phuong-ninh-kieu-can-tho' } });
  const drive = await db.drive.findFirstOrThrow();

  const by = (login: string) => authors.find((one) => one.login === login)!;
  const crowd = authors.filter((one) => one.login.startsWith('thanh-vien-'));
  const inDelta = crowd.filter((one) => deltaProvinces.test(one.home));
  const matesOf = (author: Author, count: number) =>
    authors
      .filter(
        (one) =>
          one.id !== author.id &&
          one.provinceId === author.provinceId &&
          (one.login.startsWith('thanh-vien-') || /^(anh|bao|linh)@/.test(one.login)),
      )
      .slice(0, 12)
      .sort(() => random() - 0.5)
      .slice(0, count);

  const laid: Laid[] = [];
  const lay = (subject: Subject, variant: number, author: Author, given: Partial<Laid> = {}) => {
    const number = laid.length;
    const province = author.provinceId === null ? undefined : provinceOf.get(author.provinceId);
    const place =
      province !== undefined && number % 6 === 4 && given.state === undefined
        ? province
        : { id: author.unitId, name: author.unitName };
    const fate = fateOf(number);
    laid.push({
      author,
      mates: matesOf(author, [0, 1, 2, 3, 0, 2][number % 6]!),
      text: textOf(subject, variant, author, place),
      provinceId: author.provinceId,
      stage: stageOf(subject, number),
      age: 70 - Math.floor((number * 67) / 125),
      ...fate,
      ...given,
    });
  };

  // People one can sign in as come first: each has something to see.
  const subjectAbout = (words: string) => subjects.find((one) => one.titles.some((title) => title.includes(words)))!;
  const published = { state: 'PUBLISHED' as const, renewed: undefined };
  lay(subjectAbout('Bộ lọc nước phèn'), 0, by(demoLogins.student), { ...published, stage: 'DEVELOPMENT' });
  lay(subjectAbout('Chợ quê lên mạng'), 1, by(demoLogins.student), {
    state: 'RETURNED',
    mates: [],
    decision: {
      kind: 'RETURNED',
      reason: 'UNCLEAR',
      note: 'Em nói rõ hơn khách đặt hàng bằng cách nào và ai giao. Thêm con số của năm sạp đang dùng thử nhé.',
    },
  });
  lay(subjectAbout('Kể chuyện làng nghề'), 0, by(demoLogins.silentAdult), { ...published, mates: [] });
  lay(subjectAbout('Thí nghiệm vật lý'), 0, by(demoLogins.seventeen), { ...published, stage: 'RESEARCH' });
  lay(subjectAbout('Đèn học từ pin'), 0, by(demoLogins.fifteenWithGuardian), { ...published, mates: [] });
  lay(subjectAbout('Hộp thư lắng nghe'), 1, by(demoLogins.fifteenWithoutGuardian), { ...published, mates: [] });
  lay(subjectAbout('Bảng nhắc tắt điện'), 0, by(demoLogins.pupil), { ...published, mates: [] });

  // What waits for the moderators of Ninh Kiều and Quảng Ninh, each with something to notice.
  const waits = { state: 'SUBMITTED' as const, renewed: undefined };
  const here = crowd.filter((one) => one.home === 'phuong-ninh-kieu-can-tho');
  const north = crowd.filter((one) => /ha-long/.test(one.home));
  lay(subjectAbout('Bạn học cùng'), 0, here[0]!, { ...waits, age: 6 });
  const withPhone = laid.at(-1)!;
  withPhone.text = { ...withPhone.text, needs: `${withPhone.text.needs} Ai quan tâm gọi 0900 000 123 gặp em.`.trim() };
  lay(subjectAbout('Thùng lọc nước giếng'), 1, here[1 % here.length]!, { ...waits, age: 5 });
  lay(subjectAbout('Góc tâm lý'), 2, by(demoLogins.silentAdult), { ...waits, age: 4, mates: [] });
  const short = { novelty: '', method: '', beneficiaries: '', progress: '', needs: '' };
  lay(subjectAbout('Tủ đồ dùng chung'), 1, here[2 % here.length]!, { ...waits, age: 2 });
  laid.at(-1)!.text = { ...laid.at(-1)!.text, ...short };
  for (const [index, words] of ['Tour thuyền', 'Gạch lát', 'Gương cầu', 'Hộp trò chơi'].entries()) {
    const subject = subjectAbout(words);
    lay(subject, index % 3, north[index % north.length]!, { ...waits, age: 7 - index });
  }

  const used = new Set(laid.map((one) => one.text.title));
  for (const [index, subject] of subjects.entries()) {
    for (let variant = 0; variant < 3; variant += 1) {
      if (used.has(subject.titles[variant]!)) continue;
      const words = `${subject.titles[variant]} ${subject.ai[variant]} ${subject.problem}`;
      const from = delta.test(words) ? inDelta : crowd;
      lay(subject, variant, from[(index * 7 + variant * 11) % from.length]!);
    }
  }
  for (const [index, { title, abstract }] of unfinished.entries()) {
    const author = index === 0 ? by(demoLogins.student) : crowd[(index * 13) % crowd.length]!;
    const text = { ...emptyText, title, abstract, unitId: author.unitId };
    const { provinceId } = author;
    laid.push({ author, mates: [], text, provinceId, state: 'DRAFT', stage: 'IDEA', age: 3 + index });
  }

  await write(laid, {
    driveId: drive.id,
    deciderOf: (one) =>
      one.text.unitId === ninhKieu.id && one.author.id !== moderator.id ? moderator.id : administrator.id,
  });
}

type Rows<Model extends keyof typeof db> = (typeof db)[Model] extends {
  createMany: (arguments_?: { data: infer Data }) => unknown;
}
  ? Exclude<Data, unknown[]>[]
  : never;

const refusals: Partial<Record<IdeaState, Laid['decision'][]>> = {
  RETURNED: [
    { kind: 'RETURNED', reason: 'TOO_SHORT', note: 'Bạn viết thêm cách làm và chi phí dự kiến nhé.' },
    { kind: 'RETURNED', reason: 'PERSONAL_DATA', note: 'Trong bài có số điện thoại của người khác, bạn bỏ đi giúp.' },
    { kind: 'RETURNED', reason: 'DUPLICATE', note: 'Ý này gần giống một bài đã đăng. Bạn nói rõ điểm khác của mình.' },
  ],
  DECLINED: [
    { kind: 'DECLINED', reason: 'ADVERTISING', note: 'Bài giới thiệu hàng đang bán, chưa phải một ý tưởng.' },
    { kind: 'DECLINED', reason: 'NOT_AN_IDEA', note: null },
  ],
};

async function write(
  laid: Laid[],
  { driveId, deciderOf }: { driveId: string; deciderOf: (one: Laid) => string },
): Promise<void> {
  const ideas: Rows<'idea'> = [];
  const drafts: Rows<'ideaDraft'> = [];
  const members: Rows<'ideaMember'> = [];
  const versions: Rows<'ideaVersion'> = [];
  const submissions: Rows<'submission'> = [];
  const decisions: Rows<'decision'> = [];
  const stageChanges: Rows<'ideaStageChange'> = [];
  const withdrawals: Rows<'ideaWithdrawal'> = [];
  const publishedVersions: { id: string; versionId: string }[] = [];
  const slugs = new Set<string>();
  const present = now();
  let refused = 0;

  for (const one of laid) {
    const begun = new Date(present.getTime() - one.age * dayMs - whole(0, 20) * 3_600_000);
    const id = idAt(begun);
    const later = (days: number) => new Date(Math.min(begun.getTime() + days * dayMs, present.getTime() - 60_000));
    const sentAt = later(Math.min(2, one.age / 3) + random());
    const wasSent = one.state !== 'DRAFT';
    const base = slugOf(one.text.title, 70);
    let slug = base;
    for (let number = 2; slugs.has(slug); number += 1) slug = `${base}-${number}`;
    slugs.add(slug);
    const { author, mates, text, provinceId, state, stage } = one;

    const versionOf = (number: number, words: IdeaDraftText, at: Date) => {
      const versionId = idAt(at);
      const submissionId = idAt(at);
      versions.push({
        ...words,
        id: versionId,
        ideaId: id,
        number,
        provinceId,
        foldedTitle: fold(words.title),
        createdById: author.id,
        createdAt: at,
      });
      submissions.push({ id: submissionId, ideaId: id, versionId, byId: author.id, at });
      return { versionId, submissionId };
    };
    const decide = (submissionId: string, decision: NonNullable<Laid['decision']>, at: Date) =>
      decisions.push({ id: idAt(at), submissionId, ...decision, byId: deciderOf(one), at });

    const isOut = state === 'PUBLISHED' || state === 'WITHDRAWN';
    const publishedAt = isOut ? later(Math.min(4, one.age / 2) + random()) : null;
    let words = text;
    if (wasSent) {
      const first = versionOf(1, text, sentAt);
      if (publishedAt !== null) {
        decide(first.submissionId, { kind: 'PUBLISHED', reason: 'FITS', note: null }, publishedAt);
        let versionId = first.versionId;
        if (one.renewed !== undefined) {
          words = {
            ...text,
            progress: `${text.progress} Tháng này thử thêm ở một nơi nữa, kết quả giữ nguyên.`.trim(),
          };
          const again = versionOf(2, words, later(one.age * 0.7));
          if (one.renewed === 'published') {
            decide(again.submissionId, { kind: 'PUBLISHED', reason: 'FITS', note: null }, later(one.age * 0.75));
            versionId = again.versionId;
          }
        }
        if (state === 'PUBLISHED') publishedVersions.push({ id, versionId });
      } else if (state === 'RETURNED' || state === 'DECLINED') {
        const known = refusals[state]!;
        const decision = one.decision ?? known[refused % known.length]!;
        refused += 1;
        decide(first.submissionId, decision, later(Math.min(5, one.age / 2)));
      }
    }
    const waitsAgain = one.renewed === 'waiting';
    ideas.push({
      id,
      slug: wasSent ? slug : `nhap-${hex(10)}`,
      ownerId: author.id,
      fieldId: text.fieldId,
      driveId,
      unitId: text.unitId,
      provinceId,
      stage,
      lookingFor: text.lookingFor,
      state: waitsAgain ? 'SUBMITTED' : state,
      createdAt: begun,
      submittedAt: wasSent ? sentAt : null,
      publishedAt,
    });
    drafts.push({ ...words, ideaId: id, revision: whole(4, 60), savedAt: wasSent ? sentAt : later(1) });
    for (const [index, person] of [author, ...mates].entries()) {
      const at = later(index === 0 ? 0 : 0.5 + random());
      members.push({
        id: idAt(at),
        ideaId: id,
        kind: index === 0 ? 'LEAD' : 'MEMBER',
        personId: person.id,
        invitedById: author.id,
        invitedAt: index === 0 ? begun : later(0.2),
        confirmedAt: at,
      });
    }
    for (let step = 1; publishedAt !== null && step <= stages.indexOf(stage); step += 1) {
      const share = 0.3 + (0.6 * step) / (stages.indexOf(stage) + 1);
      stageChanges.push({
        ideaId: id,
        from: stages[step - 1]!,
        to: stages[step]!,
        byId: author.id,
        at: later(Math.max(5, one.age * share)),
      });
    }
    if (state === 'WITHDRAWN') {
      const at = later(one.age * 0.8);
      withdrawals.push({ ideaId: id, byId: author.id, at, reason: 'Nhóm gộp ý tưởng này vào một ý tưởng khác.' });
    }
  }

  await db.$transaction(
    async (tx) => {
      await tx.idea.createMany({ data: ideas });
      await tx.ideaDraft.createMany({ data: drafts });
      await tx.ideaMember.createMany({ data: members });
      await tx.ideaVersion.createMany({ data: versions });
      await tx.submission.createMany({ data: submissions });
      await tx.decision.createMany({ data: decisions });
      await tx.ideaStageChange.createMany({ data: stageChanges });
      await tx.ideaWithdrawal.createMany({ data: withdrawals });
      for (const { id, versionId } of publishedVersions) {
        await tx.idea.update({ where: { id }, data: { publishedVersionId: versionId } });
      }
      await layEndorsements(tx);
    },
    { timeout: 60_000 },
  );
}

/** Some are liked by many, most by a few, some by nobody yet; never by their own team, and by nobody one signs in as. */
async function layEndorsements(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    insert into "Endorsement" ("id", "ideaId", "personId", "at")
    select gen_random_uuid(), i."id", p."id",
      i."publishedAt" + (${now()}::timestamptz - i."publishedAt") * (('x' || substr(md5(p."email" || i."slug"), 9, 4))::bit(16)::int / 65536.0)
    from "Idea" i join "Person" p on p."email" like 'thanh-vien-%'
    where i."publishedVersionId" is not null and i."state" <> 'WITHDRAWN'
      and ('x' || substr(md5(p."email" || i."slug"), 1, 4))::bit(16)::int % 100 < ('x' || substr(md5(i."slug"), 1, 4))::bit(16)::int % 24 - 5
      and not exists (select from "IdeaMember" m where m."ideaId" = i."id" and m."personId" = p."id")`;
}
