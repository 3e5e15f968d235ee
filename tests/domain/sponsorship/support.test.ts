import { describe, expect, test } from 'vitest';
import { withdrawConsent } from '#app/domain/people/withdraw-consent.server.ts';
import { acceptSupport } from '#app/domain/sponsorship/accept-support.server.ts';
import { applyAsBusiness } from '#app/domain/sponsorship/apply-as-business.server.ts';
import { confirmPledge } from '#app/domain/sponsorship/confirm-pledge.server.ts';
import { declineBusiness } from '#app/domain/sponsorship/decline-business.server.ts';
import { declineSupport } from '#app/domain/sponsorship/decline-support.server.ts';
import { deliverPledge } from '#app/domain/sponsorship/deliver-pledge.server.ts';
import { disputePledge } from '#app/domain/sponsorship/dispute-pledge.server.ts';
import { findOffer } from '#app/domain/sponsorship/find-offer.server.ts';
import { findSavedSearches } from '#app/domain/sponsorship/find-saved-searches.server.ts';
import { findSupportWaiting } from '#app/domain/sponsorship/find-support-waiting.server.ts';
import { makePledge } from '#app/domain/sponsorship/make-pledge.server.ts';
import { offerSupport } from '#app/domain/sponsorship/offer-support.server.ts';
import { saveSearch } from '#app/domain/sponsorship/save-search.server.ts';
import { shareInSupport } from '#app/domain/sponsorship/share-in-support.server.ts';
import { pledgeState } from '#app/domain/sponsorship/support.ts';
import { verifyBusiness } from '#app/domain/sponsorship/verify-business.server.ts';
import { withdrawPledge } from '#app/domain/sponsorship/withdraw-pledge.server.ts';
import { withdrawShareInSupport } from '#app/domain/sponsorship/withdraw-share-in-support.server.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, aRole, aUnit } from '#tests/support/builders.ts';
import { atTime } from '#tests/support/clock.ts';
import { actorOf } from '#tests/support/idea-builders.ts';
import { aTeam } from '#tests/support/mentoring-builders.ts';
import { refusalOf } from '#tests/support/refusals.ts';
import { anOffer } from '#tests/support/support-builders.ts';

const registration = (taxCode: string) => ({
  name: 'Công ty Nông nghiệp Xanh',
  taxCode,
  position: 'Giám đốc',
  about: 'Chúng tôi trồng rau sạch ở ba xã và cần giải pháp nước tưới.',
  website: null,
});

describe('a business', () => {
  test('is registered by one of its own, does nothing before it is verified, then its registrar has its word', async () => {
    const [person, administrator] = [await aPerson(), await aPerson()];
    await aRole({ kind: 'ADMINISTRATOR', personId: administrator.id, unitId: (await aUnit()).id });
    await applyAsBusiness({ by: await actorOf(person), form: registration('0101245486') });
    const business = await db.business.findUniqueOrThrow({ where: { taxCode: '0101245486' } });
    const team = await aTeam();
    const form = { kind: 'TRIAL' as const, text: 'Chúng tôi mời nhóm thử tại ba trang trại của công ty.' };
    expect(await refusalOf(offerSupport({ by: await actorOf(person), slug: team.idea.slug, form }))).toBe(
      'not-allowed: sponsorship:refusals.representativesOnly',
    );
    expect(await refusalOf(verifyBusiness({ by: await actorOf(person), slug: business.slug }))).toBe(
      'not-allowed: people:refusals.administratorsOnly',
    );
    await declineBusiness({
      by: await actorOf(administrator),
      slug: business.slug,
      reason: 'Giấy phép không đọc được.',
    });
    await applyAsBusiness({ by: await actorOf(person), form: registration('0101245486') });
    await verifyBusiness({ by: await actorOf(administrator), slug: business.slug });
    expect((await actorOf(person)).roles).toMatchObject([{ kind: 'REPRESENTATIVE', businessId: business.id }]);
    expect(await refusalOf(offerSupport({ by: await actorOf(person), slug: team.idea.slug, form }))).toBe('taken');
    expect(await refusalOf(offerSupport({ by: await actorOf(person), slug: team.idea.slug, form }))).toBe(
      'not-now: sponsorship:refusals.offeredAlready',
    );
  });

  test('a tax code belongs to one business; a child speaks for none', async () => {
    await applyAsBusiness({ by: await actorOf(await aPerson()), form: registration('0301442989') });
    expect(
      await refusalOf(applyAsBusiness({ by: await actorOf(await aPerson()), form: registration('0301442989') })),
    ).toBe('not-valid: taxCode sponsorship:problems.taxCodeTaken');
    const child = await aPerson({ birthDate: new Date(now().getTime() - 16 * 365.25 * 86_400_000) });
    expect(await refusalOf(applyAsBusiness({ by: await actorOf(child), form: registration('0100109106') }))).toBe(
      'not-now: sponsorship:refusals.tooYoung',
    );
  });
});

describe('a promise', () => {
  test('goes from an offer to kept, each side doing what is its own', async () => {
    atTime('2026-10-01T08:00:00+07:00');
    const member = await aPerson();
    const offer = await anOffer({ team: await aTeam({ memberIds: [member.id] }) });
    const { id } = offer;
    const [business, lead] = [await actorOf(offer.business.representative), await actorOf(offer.team.lead)];
    const pledge = { text: 'Ba tháng thử ở ba trang trại, có kỹ sư đi cùng.', dueOn: '2026-12-31' };
    expect(await refusalOf(makePledge({ by: business, id, form: pledge }))).toBe(
      'not-now: sponsorship:refusals.acceptedFirst',
    );
    expect(await refusalOf(acceptSupport({ by: await actorOf(member), id }))).toBe(
      'not-allowed: sponsorship:refusals.leadOnly',
    );
    expect(await refusalOf(acceptSupport({ by: business, id }))).toBe('not-allowed: sponsorship:refusals.leadOnly');
    expect(await refusalOf(acceptSupport({ by: await actorOf(await aPerson()), id }))).toBe('not-found: ');
    const both = await Promise.all([
      refusalOf(acceptSupport({ by: lead, id })),
      refusalOf(declineSupport({ by: lead, id, reason: 'Không.' })),
    ]);
    expect(both.toSorted()).toEqual(['not-now: sponsorship:refusals.answeredAlready', 'taken']);
    await db.supportOffer.update({
      where: { id },
      data: { acceptedAt: now(), acceptedById: lead.id, declinedAt: null, declinedById: null },
    });

    expect(await refusalOf(makePledge({ by: business, id, form: { ...pledge, dueOn: '2026-09-30' } }))).toBe(
      'not-valid: dueOn sponsorship:problems.dayPassed',
    );
    expect(await findSupportWaiting({ by: business })).toMatchObject([{ offerId: id, what: 'pledge' }]);
    await makePledge({ by: business, id, form: pledge });
    expect(await refusalOf(confirmPledge({ by: lead, id }))).toBe('not-now: sponsorship:refusals.notDelivered');
    expect(await refusalOf(deliverPledge({ by: lead, id, note: '' }))).toBe(
      'not-allowed: sponsorship:refusals.representativesOnly',
    );
    await deliverPledge({ by: business, id, note: 'Đã giao.' });
    await disputePledge({ by: lead, id, reason: 'Mới có hai trang trại.' });
    expect((await findOffer({ by: lead, id })).pledge).toMatchObject({
      state: 'disputed',
      disputes: [{ reason: 'Mới có hai trang trại.' }],
    });
    await deliverPledge({ by: business, id, note: 'Đủ ba.' });
    expect(await findSupportWaiting({ by: lead })).toMatchObject([{ offerId: id, what: 'confirm' }]);
    await confirmPledge({ by: lead, id });
    expect((await findOffer({ by: business, id })).pledge).toMatchObject({ state: 'kept' });
    expect(await refusalOf(withdrawPledge({ by: business, id, reason: 'x' }))).toBe(
      'not-now: sponsorship:refusals.pledgeOver',
    );
    expect(await findSupportWaiting({ by: business })).toEqual([]);
  });

  test('is overdue from the end of its last day in Vietnam', () => {
    const pledge = {
      dueOn: new Date('2026-12-31'),
      deliveredAt: null,
      confirmedAt: null,
      withdrawnAt: null,
      disputes: [],
    };
    expect(pledgeState(pledge, new Date('2026-12-31T23:59:59.999+07:00'))).toBe('made');
    expect(pledgeState(pledge, new Date('2027-01-01T00:00:00+07:00'))).toBe('overdue');
  });

  test('a representative who leaves mid-way: neither they nor their contact is there any more, another carries on', async () => {
    const offer = await anOffer({ accepted: true });
    const { business, team, id } = offer;
    const leaving = await actorOf(business.representative);
    await shareInSupport({ by: leaving, id, form: { mail: true, phone: true } });
    const lead = await actorOf(team.lead);
    const before = await findOffer({ by: lead, id });
    expect(before.others).toEqual([
      {
        name: business.representative.fullName,
        contact: { mail: business.representative.email, phone: business.representative.phone },
      },
    ]);
    await db.roleGrant.updateMany({
      where: { personId: leaving.id },
      data: { endedAt: now(), endReason: 'Thôi việc' },
    });
    expect(await findOffer({ by: lead, id })).toMatchObject({ others: [], represented: false });
    expect(await refusalOf(findOffer({ by: await actorOf(business.representative), id }))).toBe('not-found: ');
    const next = await aPerson();
    await aRole({ kind: 'REPRESENTATIVE', personId: next.id, businessId: business.id });
    expect(await findOffer({ by: lead, id })).toMatchObject({ others: [], represented: true });
    const form = { text: 'Chúng tôi vẫn giữ lời đã nói.', dueOn: '2099-01-01' };
    expect(await refusalOf(makePledge({ by: await actorOf(next), id, form }))).toBe('taken');
    // Who left may still take back what they shared.
    expect(await refusalOf(withdrawShareInSupport({ by: await actorOf(business.representative), id }))).toBe('taken');
  });
});

describe('contacts', () => {
  test('before the team accepts there is nothing to share, and nobody sees anything', async () => {
    const offer = await anOffer();
    const business = await actorOf(offer.business.representative);
    expect(await refusalOf(shareInSupport({ by: business, id: offer.id, form: { mail: true, phone: false } }))).toBe(
      'not-now: sponsorship:refusals.acceptedFirst',
    );
    const seen = JSON.stringify(await findOffer({ by: business, id: offer.id }));
    const lead = await db.person.findUniqueOrThrow({ where: { id: offer.team.lead.id } });
    expect([lead.fullName, lead.email].filter((word) => seen.includes(word!))).toEqual([]);
  });

  test('exactly what was shared, by whom, to whom; taken back it is gone at once, everywhere', async () => {
    const lead = await aPerson({ phone: '0912000111' });
    const member = await aPerson({ phone: '0912000222' });
    const team = await aTeam({ leadId: lead.id, memberIds: [member.id] });
    const [one, other] = [await anOffer({ team, accepted: true }), await anOffer({ team, accepted: true })];
    await shareInSupport({ by: await actorOf(lead), id: one.id, form: { mail: false, phone: true } });
    const sees = async (offer: typeof one) =>
      (await findOffer({ by: await actorOf(offer.business.representative), id: offer.id })).others;
    expect(await sees(one)).toEqual([{ name: lead.fullName, contact: { mail: null, phone: '0912000111' } }]);
    expect(await sees(other)).toEqual([]);
    // What is shared anew replaces what was shared before.
    await shareInSupport({ by: await actorOf(lead), id: one.id, form: { mail: true, phone: false } });
    expect(await sees(one)).toEqual([{ name: lead.fullName, contact: { mail: lead.email, phone: null } }]);
    await withdrawShareInSupport({ by: await actorOf(lead), id: one.id });
    expect(await sees(one)).toEqual([]);
    await shareInSupport({ by: await actorOf(lead), id: one.id, form: { mail: true, phone: true } });
    await withdrawConsent({ by: await actorOf(lead), purpose: 'SHARE_CONTACT' });
    expect(await sees(one)).toEqual([]);
    const history = await db.contactShare.findMany({ where: { offerId: one.id }, orderBy: { givenAt: 'asc' } });
    expect(history).toHaveLength(3);
  });

  test('of a child under 16 only with the guardian’s consent beside their own', async () => {
    const child = await aPerson({
      birthDate: new Date(now().getTime() - 14 * 365.25 * 86_400_000),
      phone: '0912000333',
    });
    const offer = await anOffer({ team: await aTeam({ leadId: child.id }), accepted: true });
    const by = await actorOf(child);
    await shareInSupport({ by, id: offer.id, form: { mail: true, phone: true } });
    const business = await actorOf(offer.business.representative);
    expect((await findOffer({ by: business, id: offer.id })).others).toEqual([]);
    expect((await findOffer({ by, id: offer.id })).mine).toMatchObject({ state: 'waits' });
    await db.consent.create({
      data: { personId: child.id, purpose: 'SHARE_CONTACT', giver: 'GUARDIAN', givenAt: now() },
    });
    expect((await findOffer({ by: business, id: offer.id })).others).toEqual([
      { name: child.fullName, contact: { mail: child.email, phone: '0912000333' } },
    ]);
  });

  test('nothing is shared that is not there, and a share of nothing is refused', async () => {
    const offer = await anOffer({ accepted: true });
    const lead = await actorOf(offer.team.lead);
    expect(await refusalOf(shareInSupport({ by: lead, id: offer.id, form: { mail: false, phone: true } }))).toBe(
      'not-valid: phone people:problems.noPhoneToShare',
    );
  });
});

test('a search is kept once, its words and filters in one order, without page and sorting', async () => {
  const person = await aPerson();
  const by = await actorOf(person);
  await saveSearch({ by, form: { name: 'Nước', query: 'trang=3&q=nuoc+sach&linh-vuc=moi-truong&xep=moi&tinh=' } });
  await saveSearch({ by, form: { name: 'Nước sạch', query: 'linh-vuc=moi-truong&q=nuoc+sach' } });
  expect(await findSavedSearches({ by })).toMatchObject([
    { name: 'Nước sạch', query: 'linh-vuc=moi-truong&q=nuoc+sach' },
  ]);
});
