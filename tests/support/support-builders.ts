import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson, aRole, nextNumber, nextWord } from './builders.ts';
import { aTeam } from './mentoring-builders.ts';

/** A verified business with one representative. */
export async function aBusiness(fields: { verifiedAt?: Date | null } = {}) {
  const representative = await aPerson({ phone: `09${String(nextNumber()).padStart(8, '0')}` });
  const business = await db.business.create({
    data: {
      slug: nextWord('cong-ty'),
      name: `Công ty thử ${nextNumber()}`,
      taxCode: nextWord('mst'),
      about: 'Một công ty để thử.',
      registeredAt: now(),
      verifiedAt: fields.verifiedAt === undefined ? now() : fields.verifiedAt,
    },
  });
  await aRole({ kind: 'REPRESENTATIVE', personId: representative.id, businessId: business.id });
  return { ...business, representative };
}

/** An offer of a business to a team; `accepted` by its lead. */
export async function anOffer({
  accepted = false,
  ...fields
}: {
  accepted?: boolean;
  business?: Awaited<ReturnType<typeof aBusiness>>;
  team?: Awaited<ReturnType<typeof aTeam>>;
} = {}) {
  const business = fields.business ?? (await aBusiness());
  const team = fields.team ?? (await aTeam());
  const offer = await db.supportOffer.create({
    data: {
      businessId: business.id,
      ideaId: team.idea.id,
      kind: 'TRIAL',
      text: 'Chúng tôi mời nhóm thử tại ba trang trại của công ty.',
      byId: business.representative.id,
      at: now(),
      acceptedAt: accepted ? now() : null,
      acceptedById: accepted ? team.lead.id : null,
    },
  });
  return { ...offer, business, team };
}
