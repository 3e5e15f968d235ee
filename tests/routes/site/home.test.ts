import { expect, test } from 'vitest';
import { db } from '#app/platform/db/db.server.ts';
import { aUnit } from '#tests/support/builders.ts';
import { countQueries } from '#tests/support/database.ts';
import { anIdea, published } from '#tests/support/idea-builders.ts';
import { anOffer } from '#tests/support/support-builders.ts';
import { get, post } from '#tests/support/visits.ts';

type Home = {
  promises: { idea: { slug: string; title: string }; business: string }[];
  provinces: { slug: string; ideas: number }[];
};

test('a stranger reads the home page', async () => {
  const answer = await get('/', { as: null });
  expect(answer.status).toBe(200);
});

test('promises just kept: confirmed by the team, of public ideas and verified businesses alone, the last first', async () => {
  const kept = async (
    confirmed: string | null,
    change: (of: { idea: string; business: string }) => Promise<unknown>,
  ) => {
    const offer = await anOffer({ accepted: true });
    await db.pledge.create({
      data: {
        offerId: offer.id,
        text: 'Lời hứa',
        dueOn: new Date('2026-05-01'),
        madeById: offer.business.representative.id,
        madeAt: new Date('2026-04-01'),
        deliveredAt: new Date('2026-04-20'),
        confirmedAt: confirmed === null ? null : new Date(confirmed),
      },
    });
    await change({ idea: offer.ideaId, business: offer.businessId });
    return db.idea.findUniqueOrThrow({ where: { id: offer.ideaId }, select: { slug: true } });
  };
  const nothing = async () => {};
  const first = await kept('2026-04-21', nothing);
  const last = await kept('2026-04-22', nothing);
  await kept(null, nothing);
  await kept('2026-04-23', ({ idea }) =>
    db.idea.update({ where: { id: idea }, data: { state: 'WITHDRAWN', publishedVersionId: null } }),
  );
  await kept('2026-04-24', ({ business }) =>
    db.business.update({ where: { id: business }, data: { verifiedAt: null } }),
  );
  const { data } = await get('/', { as: null });
  expect((data as Home).promises.map(({ idea }) => idea.slug)).toEqual([last.slug, first.slug]);
});

test('the same number of queries with one row and with thirty', async () => {
  const { queries: few } = await countQueries(() => get('/', { as: null }));
  const province = await aUnit();
  for (let n = 0; n < 30; n += 1) await published(await anIdea({ unitId: province.id }));
  const { queries: many, result } = await countQueries(() => get('/', { as: null }));
  expect(many).toBe(few);
  expect((result.data as Home).provinces.find(({ slug }) => slug === province.slug)?.ideas).toBe(30);
});

test('a form from another site is refused', async () => {
  const answer = await post('/ngon-ngu', { as: null, form: { ngonNgu: 'en' }, from: 'https://elsewhere.example' });
  expect(answer.status).toBe(403);
});
