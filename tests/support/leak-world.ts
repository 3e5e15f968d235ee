import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import routes from '#app/routes.ts';
import { addressTable } from '#tests/house/addresses.ts';
import { aPerson, aRole, aUnit } from './builders.ts';
import { aContest, anEntry } from './contest-builders.ts';
import { aMentor, aMentorship, aProgramme, aTeam } from './mentoring-builders.ts';
import { aMembership } from './people-builders.ts';
import { aBusiness, anOffer } from './support-builders.ts';
import { get, post } from './visits.ts';

/** As whom somebody asks. Sides stand in a relation of their own; the others in none. */
export type VisitorKind =
  | 'team'
  | 'matched mentor'
  | 'supporting business'
  | 'unmatched mentor'
  | 'other business'
  | 'staff elsewhere'
  | 'administrator'
  | 'organiser of the programme';
export type Visitor = { id: string; kind: VisitorKind };

type Someone = { id: string; email: string | null; phone: string | null };
type Relation = { path: string; parts: Record<string, string> };
type What = 'email' | 'phone';

export type LeakWorld = {
  people: Someone[];
  relations: Relation[];
  visitors: Visitor[];
  /** Who may be given whose contact: `visitor owner` → what of it. */
  allowed: Map<string, What[]>;
};

/** Relations in every state a consent can be in, each with people whose contacts nobody else has. */
export async function layLeakWorld(): Promise<LeakWorld> {
  const people: Someone[] = [];
  const relations: Relation[] = [];
  const allowed = new Map<string, What[]>();
  const visitors: Visitor[] = [];

  async function someone(fields: Parameters<typeof aPerson>[0] = {}): Promise<Someone> {
    const person = await aPerson({ phone: `03${String(people.length + 1).padStart(8, '7')}`, ...fields });
    people.push(person);
    return person;
  }
  async function shared(
    person: Someone,
    relation: { mentorshipId: string } | { offerId: string },
    what: What[],
    withdrawn = false,
  ) {
    await db.contactShare.create({
      data: {
        personId: person.id,
        ...relation,
        mail: what.includes('email'),
        phone: what.includes('phone'),
        givenAt: now(),
        withdrawnAt: withdrawn ? now() : null,
      },
    });
    await db.consent.create({ data: { personId: person.id, purpose: 'SHARE_CONTACT', giver: 'SELF', givenAt: now() } });
  }

  const home = await aUnit();
  const contest = await aContest();
  const child = new Date(now().getTime() - 14 * 365.25 * 86_400_000);
  for (const state of [
    'none',
    'shared',
    'withdrawn',
    'consent-withdrawn',
    'ended',
    'left',
    'child',
    'child-agreed',
  ] as const) {
    const lead = await someone(state.startsWith('child') ? { birthDate: child } : {});
    const mate = await someone();
    const team = await aTeam({ leadId: lead.id, memberIds: [mate.id] });
    const mentorPerson = await someone();
    const mentor = await aMentor({ personId: mentorPerson.id });
    const mentorship = await aMentorship({ mentor, team });
    const offer = await anOffer({ team, accepted: true });
    people.push(offer.business.representative);
    const toMentor = { mentorshipId: mentorship.id };
    const toBusiness = { offerId: offer.id };
    if (state !== 'none') {
      await shared(lead, toMentor, ['email', 'phone'], state === 'withdrawn');
      await shared(lead, toBusiness, ['phone'], state === 'withdrawn');
      await shared(mentorPerson, toMentor, ['email'], state === 'withdrawn');
    }
    if (state === 'consent-withdrawn') {
      await db.consent.updateMany({ where: { personId: lead.id }, data: { withdrawnAt: now() } });
    }
    if (state === 'ended') await db.mentorship.update({ where: { id: mentorship.id }, data: { endedAt: now() } });
    if (state === 'left') {
      await db.ideaMember.updateMany({ where: { personId: lead.id }, data: { leftAt: now() } });
    }
    if (state === 'child-agreed') {
      await db.consent.create({
        data: { personId: lead.id, purpose: 'SHARE_CONTACT', giver: 'GUARDIAN', givenAt: now() },
      });
    }
    const representative = offer.business.representative;
    const standing = state === 'shared' || state === 'child-agreed';
    if (standing) {
      allowed.set(`${mentorPerson.id} ${lead.id}`, ['email', 'phone']);
      allowed.set(`${representative.id} ${lead.id}`, ['phone']);
    }
    // The mentor's own share does not hang on the lead's consent.
    if (standing || state === 'consent-withdrawn' || state === 'left' || state === 'child') {
      for (const one of state === 'left' ? [mate] : [lead, mate])
        allowed.set(`${one.id} ${mentorPerson.id}`, ['email']);
    }
    if (state === 'ended') allowed.set(`${representative.id} ${lead.id}`, ['phone']);
    const membership = await aMembership(home, lead);
    await db.person.update({
      where: { id: lead.id },
      data: { guardianPhone: `04${String(people.length).padStart(8, '1')}` },
    });
    const entry = await anEntry(contest, { ideaId: team.idea.id });
    const parts = {
      'y-tuong': team.idea.slug,
      'don-vi': home.slug,
      'cuoc-thi': contest.slug,
      'thanh-vien': membership.id,
      'dong-hanh': mentorship.id,
      'ho-tro': offer.id,
      nguoi: mentor.id,
      'doanh-nghiep': offer.business.slug,
      bai: String(entry.number),
      vong: '1',
      v1: team.idea.slug,
    };
    relations.push({ path: `/co-van/dong-hanh/${mentorship.id}`, parts }, { path: `/ho-tro/${offer.id}`, parts });
    visitors.push(
      { id: lead.id, kind: 'team' },
      { id: mate.id, kind: 'team' },
      { id: mentorPerson.id, kind: 'matched mentor' },
      { id: representative.id, kind: 'supporting business' },
    );
  }
  const programme = await aProgramme();
  const parts = { ...relations[0]!.parts, 'chuong-trinh': programme.slug };
  relations.push({ path: `/quan-tri/co-van/chuong-trinh/${programme.slug}`, parts });
  const unmatched = await aMentor({ programmeIds: [programme.id] });
  const [staff, administrator, elsewhere] = [await aPerson(), await aPerson(), await aUnit()];
  for (const kind of ['MODERATOR', 'ORGANISER'] as const)
    await aRole({ kind, personId: staff.id, unitId: elsewhere.id });
  await aRole({ kind: 'ADMINISTRATOR', personId: administrator.id, unitId: (await aUnit()).id });
  const other = await aBusiness();
  visitors.push(
    { id: unmatched.person.id, kind: 'unmatched mentor' },
    { id: staff.id, kind: 'staff elsewhere' },
    { id: administrator.id, kind: 'administrator' },
    { id: programme.organiser.id, kind: 'organiser of the programme' },
    { id: other.representative.id, kind: 'other business' },
  );
  return { people, relations, visitors, allowed };
}

const queries = [
  '?q=a',
  '?q=%40thu.example',
  '?q=0377777',
  '?trang=2',
  '?xep=moi',
  '?xep=ung-ho',
  '?linh-vuc=moi-truong',
  '?can=mentor&tinh=can-tho',
  '?tim=q%3Da',
  '?tiep=/cua-toi',
  '?loai=contact&nguoi=x%40thu.example',
  '?bang=a&dinh-dang=csv',
  '?fields=owner,email,phone&include=members',
];

/** Leave no trace to compare, or are open to everybody by themselves. */
const passedOver = /^\/(suc-khoe|thu-demo|so-lieu)/;

const table = addressTable(routes)
  .map(({ address }) => address)
  .filter((address) => !address.includes('*') && !passedOver.test(address));

/** Every address there is, its parts filled from this relation by the word before them, each also with what people put behind one. */
function addressesOf({ path, parts }: Relation): string[] {
  const id = path.split('/').at(-1)!;
  const filled = table.map((address) => {
    const words = address.split('/');
    return words
      .map((word, at) => {
        if (!word.startsWith(':')) return word;
        return parts[words[at - 1] ?? ''] ?? (word === ':number' || word === ':entry' || word === ':judge' ? '1' : id);
      })
      .join('/');
  });
  return [...filled, ...filled.flatMap((address) => queries.map((query) => address + query))];
}

type Asked = { address: string; visitor: Visitor; method: 'get' | 'post' };

/** Who stands in no relation: whatever they send can change nobody else's consent. */
const outsiders: VisitorKind[] = ['unmatched mentor', 'other business', 'staff elsewhere'];

/**
 * As many requests as asked for: first every relation by everyone, then every address by the outsiders, then all the rest, picked
 * with one stride over visitors, addresses and parameters alike.
 */
export function leakRequests({ relations, visitors }: LeakWorld, most: number): Asked[] {
  const first: Asked[] = relations.flatMap(({ path }) =>
    visitors.map((visitor) => ({ address: path, visitor, method: 'get' as const })),
  );
  const by = (kinds: (kind: VisitorKind) => boolean, method: Asked['method']) =>
    relations.flatMap((relation) =>
      addressesOf(relation).flatMap((address) =>
        visitors.filter(({ kind }) => kinds(kind)).map((visitor) => ({ address, visitor, method })),
      ),
    );
  const isOutsider = (kind: VisitorKind) => outsiders.includes(kind);
  const rest = [
    ...by(isOutsider, 'get'),
    ...by(isOutsider, 'post').filter(({ address }) => !address.includes('?') && !address.startsWith('/dang-xuat')),
    ...by((kind) => !isOutsider(kind), 'get'),
  ];
  const wanted = Math.max(0, most - first.length);
  const stride = rest.length / Math.max(1, wanted);
  return [
    ...first,
    ...Array.from({ length: Math.min(wanted, rest.length) }, (_, at) => rest[Math.floor(at * stride)]!),
  ];
}

export type LeakReport = {
  asked: number;
  /** Visitor → status → how many answers. */
  answers: Map<VisitorKind, Map<number, number>>;
  addresses: number;
  leaks: string[];
  /** Consented contacts that were given, and those that were not. */
  given: number;
  withheld: string[];
};

/** Asks them all and looks for every contact in every answer. */
export async function lookForLeaks(world: LeakWorld, requests: Asked[]): Promise<LeakReport> {
  const { people, allowed } = world;
  const answers: LeakReport['answers'] = new Map();
  const leaks: string[] = [];
  const seen = new Set<string>();
  const guardians = await db.person.findMany({
    where: { id: { in: people.map(({ id }) => id) } },
    select: { id: true, guardianPhone: true },
  });
  const guardianOf = new Map(guardians.map(({ id, guardianPhone }) => [id, guardianPhone]));
  for (const { address, visitor, method } of requests) {
    const { status, text, location } =
      method === 'get' ? await get(address, { as: visitor }) : await post(address, { as: visitor, form: {} });
    const counted = answers.get(visitor.kind) ?? new Map<number, number>();
    answers.set(visitor.kind, counted.set(status, (counted.get(status) ?? 0) + 1));
    const whole = `${text} ${location ?? ''}`;
    for (const person of people) {
      if (person.id === visitor.id) continue;
      const guardian = guardianOf.get(person.id);
      if (guardian != null && whole.includes(guardian)) leaks.push(`${visitor.kind} at ${address}: guardian's phone`);
      for (const what of ['email', 'phone'] as const) {
        const contact = person[what];
        if (contact === null || !whole.includes(contact)) continue;
        if (allowed.get(`${visitor.id} ${person.id}`)?.includes(what)) seen.add(`${visitor.id} ${person.id} ${what}`);
        else leaks.push(`${visitor.kind} at ${address}: ${what} of another`);
      }
    }
  }
  const consented = [...allowed].flatMap(([pair, whats]) => whats.map((what) => `${pair} ${what}`));
  return {
    asked: requests.length,
    answers,
    addresses: new Set(requests.map(({ address }) => address)).size,
    leaks,
    given: seen.size,
    withheld: consented.filter((one) => !seen.has(one)),
  };
}
