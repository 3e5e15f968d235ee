import { beforeAll, expect, test } from 'vitest';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import routes from '#app/routes.ts';
import { addressTable } from '#tests/house/addresses.ts';
import { aPerson, aRole, aUnit } from '#tests/support/builders.ts';
import { aMentor, aMentorship, aProgramme, aTeam } from '#tests/support/mentoring-builders.ts';
import { aBusiness, anOffer } from '#tests/support/support-builders.ts';
import { get } from '#tests/support/visits.ts';

type Someone = { id: string; email: string | null; phone: string | null };
type Relation = { path: string; slug: string };

const people: Someone[] = [];
const relations: Relation[] = [];
/** Who may be given whose contact: `visitor owner` → what of it. */
const allowed = new Map<string, ('email' | 'phone')[]>();
let visitors: { id: string }[] = [];

async function someone(fields: Parameters<typeof aPerson>[0] = {}): Promise<Someone> {
  const person = await aPerson({ phone: `03${String(people.length + 1).padStart(8, '7')}`, ...fields });
  people.push(person);
  return person;
}

async function shared(
  person: Someone,
  relation: { mentorshipId: string } | { offerId: string },
  what: ('email' | 'phone')[],
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

/** Relations in every state, each with people whose contacts nobody else has. */
beforeAll(async () => {
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
    relations.push(
      { path: `/co-van/dong-hanh/${mentorship.id}`, slug: team.idea.slug },
      { path: `/ho-tro/${offer.id}`, slug: team.idea.slug },
    );
    visitors.push(lead, mate, mentorPerson, representative);
  }
  const programme = await aProgramme();
  relations.push({ path: `/quan-tri/co-van/chuong-trinh/${programme.slug}`, slug: programme.slug });
  const unmatched = await aMentor({ programmeIds: [programme.id] });
  const staff = await aPerson();
  await aRole({ kind: 'ADMINISTRATOR', personId: staff.id, unitId: (await aUnit()).id });
  const elsewhere = await aBusiness();
  visitors = [...visitors, unmatched.person, staff, programme.organiser, elsewhere.representative];
}, 120_000);

/** Every address there is, with the parts filled from these relations where they fit, and what people put behind an address. */
function addressesOf({ path, slug }: Relation): string[] {
  const id = path.split('/').at(-1)!;
  const filled = addressTable(routes)
    .map(({ address }) => address)
    .filter((address) => !address.includes('*') && !/^\/(suc-khoe|thu-demo)/.test(address))
    .map((address) =>
      address.replace(':slug', slug).replace(':id', id).replace(':number', '1').replaceAll(/:\w+/g, '1'),
    );
  const queries = [
    '?q=a',
    '?trang=2',
    '?xep=moi',
    '?linh-vuc=moi-truong',
    '?can=mentor',
    '?tim=q%3Da',
    '?tiep=/cua-toi',
  ];
  const asked = ['/y-tuong', '/co-van', '/doanh-nghiep', '/cua-toi/tim-kiem', `/y-tuong/${slug}`].flatMap((address) =>
    queries.map((query) => address + query),
  );
  return [path, ...filled, ...asked];
}

/** All of them would be some 60,000 requests: `CONTACT_REQUESTS=10000` asks for as many as one likes. */
const most = Number(process.env.CONTACT_REQUESTS ?? 600);

test(`of ${most} requests by every side, none carries a contact without consent, and those with it exactly the consented one`, async () => {
  const all = relations.flatMap((relation) =>
    addressesOf(relation).map((address) => ({ address, own: address === relation.path })),
  );
  // What matters most first: every relation by everyone. The rest is picked with a stride that visits all kinds alike.
  const first = visitors.flatMap((visitor) => all.filter(({ own }) => own).map((one) => ({ ...one, visitor })));
  const rest = visitors.flatMap((visitor) => all.filter(({ own }) => !own).map((one) => ({ ...one, visitor })));
  const stride = Math.max(1, Math.floor(rest.length / Math.max(1, most - first.length)));
  const asked = [...first, ...rest.filter((_, at) => at % stride === 0)].slice(0, Math.max(most, first.length));
  const leaks: string[] = [];
  const seen = new Set<string>();
  for (const { address, visitor } of asked) {
    const { text } = await get(address, { as: visitor });
    for (const person of people) {
      if (person.id === visitor.id) continue;
      for (const what of ['email', 'phone'] as const) {
        const contact = person[what];
        if (contact === null || !text.includes(contact)) continue;
        if (allowed.get(`${visitor.id} ${person.id}`)?.includes(what)) seen.add(`${visitor.id} ${person.id} ${what}`);
        else leaks.push(`${address}: ${what} of another`);
      }
    }
  }
  expect(leaks).toEqual([]);
  const consented = [...allowed].flatMap(([pair, whats]) => whats.map((what) => `${pair} ${what}`));
  expect([...seen].toSorted()).toEqual(consented.toSorted());
}, 1_800_000);
