import { expect, it } from 'vitest';
import { db } from '#app/platform/db/db.server.ts';
import { loader } from '#app/routes/site/sitemap.ts';
import { aUnit } from '#tests/support/builders.ts';

it('lists what everybody may read, and no contest that is still being written', async () => {
  const host = await aUnit();
  const at = new Date('2026-11-22T10:00:00Z');
  const make = (slug: string, state: 'DRAFT' | 'OPEN') =>
    db.contest.create({
      data: {
        slug,
        name: slug,
        summary: '',
        hostId: host.id,
        state,
        opensAt: at,
        closesAt: at,
        createdAt: at,
        openedAt: state === 'DRAFT' ? null : at,
      },
    });
  await make('dang-mo', 'OPEN');
  await make('dang-soan', 'DRAFT');
  const answer = await loader({ request: new Request('https://y-hay.example/sitemap.xml'), params: {}, context: {} });
  const places = [
    ...(await answer.text()).matchAll(/<url><loc>([^<]*)<\/loc>(?:<lastmod>([^<]*)<\/lastmod>)?<\/url>/g),
  ];
  expect(answer.headers.get('content-type')).toBe('application/xml; charset=utf-8');
  expect(places.map((match) => [match[1], match[2]])).toEqual([
    ['https://y-hay.example/', undefined],
    ['https://y-hay.example/gioi-thieu', undefined],
    ['https://y-hay.example/quyen-rieng-tu', undefined],
    ['https://y-hay.example/dieu-khoan', undefined],
    ['https://y-hay.example/y-tuong', undefined],
    ['https://y-hay.example/cuoc-thi', undefined],
    ['https://y-hay.example/don-vi', undefined],
    ['https://y-hay.example/cuoc-thi/dang-mo', '2026-11-22'],
  ]);
});
