import { db } from '#app/platform/db/db.server.ts';
import { demoLogins } from '#prisma/seed/demo-sign-ins.ts';
import { seedDemo, seedReference } from '#prisma/seed/seed.ts';

/** Five people who may not do what the world's owners may; the demo world around them holds what could leak. */
export const visitors = ['stranger', 'member', 'judge', 'otherModerator', 'business'] as const;
export type VisitorName = (typeof visitors)[number];

async function personOf(login: string) {
  return db.person.findFirstOrThrow({ where: { OR: [{ email: login }, { userName: login }] } });
}

/** Lays the demo world and picks one of every noun from it: always somebody else's, and where it can be, not public. */
export async function layAccessWorld() {
  await seedReference();
  await seedDemo();
  const owner = await personOf(demoLogins.student);
  const people: Record<VisitorName, { id: string } | null> = {
    stranger: null,
    member: await personOf(demoLogins.silentAdult),
    judge: await personOf(demoLogins.judge),
    otherModerator: await personOf(demoLogins.otherModerator),
    business: await personOf(demoLogins.representative),
  };
  const ids = Object.values(people).flatMap((person) => (person === null ? [] : [person.id]));
  const foreign = { members: { none: { personId: { in: ids } } } };
  const canTho = await db.unit.findUniqueOrThrow({ where: { slug: 'can-tho' } });
  const inCanTho = { provinceId: canTho.id, ...foreign };
  const idea = await db.idea.findFirstOrThrow({ where: { ...inCanTho, state: 'PUBLISHED' }, orderBy: { id: 'asc' } });
  const draft = await db.idea.findFirstOrThrow({ where: { ...inCanTho, state: 'DRAFT' }, orderBy: { id: 'asc' } });
  const waiting = await db.idea.findFirstOrThrow({
    where: { ...inCanTho, state: 'SUBMITTED', publishedVersionId: null },
    include: { submissions: true, members: true },
    orderBy: { id: 'asc' },
  });
  const file = await db.ideaFile.create({
    data: {
      ideaId: draft.id,
      uploadedById: owner.id,
      name: 'so-do-bi-mat-cua-nhom.png',
      key: 'khong-ai-duoc-thay',
      mediaType: 'image/png',
      bytes: 10,
      sha256: '0'.repeat(64),
      createdAt: new Date(),
    },
  });
  const invited = await db.ideaMember.create({
    data: { ideaId: draft.id, personId: owner.id, invitedAt: new Date(), invitedById: draft.ownerId },
  });
  const claim = await db.membership.create({
    data: {
      personId: (await personOf(demoLogins.pupil)).id,
      unitId: canTho.id,
      claimedAt: new Date(),
      endedAt: new Date(),
    },
  });
  const role = await db.roleGrant.findFirstOrThrow({
    where: { kind: 'ORGANISER', unitId: canTho.id },
    orderBy: { id: 'asc' },
  });
  const code = await db.classCode.findFirstOrThrow({ orderBy: { id: 'asc' } });
  const business = await db.business.findFirstOrThrow({ orderBy: { taxCode: 'asc' } });
  const contest = await db.contest.findFirstOrThrow({
    where: { rounds: { some: { state: 'OPEN' } } },
    include: { rounds: { orderBy: { number: 'asc' } }, judges: true },
    orderBy: { slug: 'asc' },
  });
  const round = contest.rounds.find((one) => one.state === 'OPEN')!;
  const sheet = await db.scoresheet.findFirstOrThrow({
    where: { roundId: round.id, judge: { personId: { notIn: ids } } },
    include: { entry: { include: { idea: true, members: { include: { person: true } } } }, judge: true },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
  });
  await db.scoresheet.update({ where: { id: sheet.id }, data: { noteToPanel: 'điều chỉ hội đồng được biết' } });
  const { id: openId } = await db.contest.findFirstOrThrow({
    where: { state: 'OPEN', closesAt: { gt: new Date() }, entries: { some: foreign } },
    orderBy: { slug: 'asc' },
  });
  // Whether one of the five has entered by chance is not left to the seed.
  await db.entryMember.deleteMany({ where: { personId: { in: ids }, entry: { contestId: openId } } });
  const openContest = await db.contest.findFirstOrThrow({
    where: { id: openId },
    include: {
      divisions: true,
      entries: { where: { members: { none: { personId: { in: ids } } } }, orderBy: { number: 'asc' } },
    },
  });
  const walked = await layMentoring();
  return {
    ...walked,
    people,
    owner,
    canTho,
    idea,
    draft,
    waiting,
    file,
    invited,
    claim,
    role,
    code,
    business,
    contest,
    round,
    sheet,
    openContest,
  };
}

/** A mentor and a team that walk together, and a business with a team that took its support: all of them shared how to reach them. */
async function layMentoring() {
  const mentorship = await db.mentorship.findFirstOrThrow({
    include: { mentor: true, idea: true },
    orderBy: { id: 'asc' },
  });
  const proposal = await db.mentorProposal.findFirstOrThrow({ orderBy: { id: 'asc' } });
  const programme = await db.mentoringProgramme.findFirstOrThrow({ orderBy: { id: 'asc' } });
  const mentor = await db.mentor.findFirstOrThrow({ where: { checkedAt: null }, orderBy: { id: 'asc' } });
  const representative = await db.person.findFirstOrThrow({
    where: { businesses: { some: {} } },
    orderBy: { id: 'asc' },
  });
  const business = await db.business.update({
    where: { taxCode: '1800123450' },
    data: {
      verifiedAt: new Date(),
      roles: { create: { kind: 'REPRESENTATIVE', personId: representative.id, grantedAt: new Date() } },
    },
  });
  const offer = await db.supportOffer.create({
    data: {
      businessId: business.id,
      ideaId: mentorship.ideaId,
      kind: 'TRIAL',
      text: 'Lời đề nghị chỉ hai bên được đọc.',
      byId: representative.id,
      at: new Date(),
      acceptedAt: new Date(),
    },
  });
  const sharing = [
    { personId: mentorship.mentor.personId, mentorshipId: mentorship.id },
    { personId: mentorship.idea.ownerId, mentorshipId: mentorship.id },
    { personId: mentorship.idea.ownerId, offerId: offer.id },
    { personId: representative.id, offerId: offer.id },
  ];
  for (const share of sharing) {
    await db.person.updateMany({ where: { id: share.personId, phone: null }, data: { phone: '0987654321' } });
    await db.contactShare.create({ data: { ...share, mail: true, phone: true, givenAt: new Date() } });
    await db.consent.create({
      data: { personId: share.personId, purpose: 'SHARE_CONTACT', giver: 'SELF', givenAt: new Date() },
    });
  }
  return { mentorship, proposal, programme, mentor, offer };
}

export type AccessWorld = Awaited<ReturnType<typeof layAccessWorld>>;

/** A form that every act takes as well written, so that what refuses it is who sends it. */
export function wellWritten(world: AccessWorld): Record<string, string | Blob> {
  const missing = '0190a000-0000-7000-8000-000000000000';
  const words = 'Một đoạn chữ đủ dài để mẫu nào cũng nhận, viết chỉ để thử quyền của người gửi.';
  return {
    name: 'Tên đặt để thử',
    title: 'Tiêu đề đặt để thử',
    reason: words,
    note: words,
    text: words,
    summary: words,
    about: words,
    whom: 'gia.huy',
    stage: 'RESEARCH',
    kind: 'COMMUNE',
    label: 'Lớp thử',
    seats: '5',
    lastDay: '2027-03-01',
    dueOn: '2027-03-01',
    on: '2027-03-01',
    until: '2027-03-01',
    unit: String(world.canTho.id),
    basedOn: '0',
    verdict: 'PUBLISHED:FITS',
    aside: missing,
    keep: 'present',
    plan: missing,
    membership: missing,
    noteRevision: '0',
    noteToTeam: words,
    noteToPanel: words,
    taxCode: '1801999995',
    heldAt: '2026-11-01T09:00',
    minutes: '60',
    opensAt: '2026-12-01T08:00',
    closesAt: '2027-01-01T17:00',
    unitId: String(world.canTho.id),
    daysToAccept: '7',
    idea: `${world.idea.id}.1`,
    division: world.openContest.divisions[0]!.slug,
    file: new Blob(['không phải ảnh'], { type: 'image/png' }),
  };
}

/** What nobody among the visitors may ever be given: addresses of others, unpublished words, names without consent. */
export async function secretsOf(world: AccessWorld): Promise<{ of: string | null; what: string; text: string }[]> {
  const people = await db.person.findMany({ include: { consents: true } });
  const hidden = await db.idea.findMany({
    where: { publishedVersionId: null },
    include: { draft: true, members: true },
  });
  const quangNinh = await db.unit.findUniqueOrThrow({ where: { slug: 'quang-ninh' } });
  const seen = Object.values(world.people).flatMap((person) => (person === null ? [] : [person.id]));
  return [
    ...people.flatMap((person) => [
      ...(person.email === null ? [] : [{ of: person.id, what: 'mail', text: person.email }]),
      ...(person.phone === null ? [] : [{ of: person.id, what: 'phone', text: person.phone }]),
      { of: person.id, what: 'password', text: person.passwordHash },
    ]),
    ...people.flatMap((person) =>
      person.consents
        .filter((consent) => consent.guardianMail !== null)
        .map((consent) => ({ of: person.id, what: 'guardian', text: consent.guardianMail! })),
    ),
    ...hidden
      .filter((idea) => idea.draft !== null && idea.draft.title.length > 20)
      .filter((idea) => !idea.members.some((member) => member.personId !== null && seen.includes(member.personId)))
      // Staff of the place an idea is handed in at read it: the moderator among the visitors those of Quảng Ninh.
      .map((idea) => ({
        of: idea.provinceId === quangNinh.id && idea.state !== 'DRAFT' ? world.people.otherModerator!.id : null,
        what: 'unpublished title',
        text: idea.draft!.title,
      })),
    { of: null, what: 'note to the panel', text: 'điều chỉ hội đồng được biết' },
    { of: null, what: 'file name', text: 'so-do-bi-mat-cua-nhom.png' },
    { of: null, what: 'file key', text: 'khong-ai-duoc-thay' },
    { of: null, what: 'offer', text: 'Lời đề nghị chỉ hai bên được đọc.' },
  ];
}
