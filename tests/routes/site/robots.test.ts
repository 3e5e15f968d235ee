import { expect, it } from 'vitest';
import { running } from '#app/platform/running.server.ts';
import { loader } from '#app/routes/site/robots.ts';

const asking = { request: new Request('https://y-hay.example/robots.txt'), params: {}, context: {} };

it('keeps search engines out of what belongs to a person', async () => {
  const text = await (await loader(asking)).text();
  expect(text.split('\n')).toEqual([
    'User-agent: *',
    'Disallow: /quan-tri',
    'Disallow: /cham-thi',
    'Disallow: /cua-toi',
    'Disallow: /thong-bao',
    'Disallow: /y-tuong/moi',
    'Disallow: /ngon-ngu',
    'Sitemap: https://y-hay.example/sitemap.xml',
    '',
  ]);
});

it('keeps them out of the demo world altogether', async () => {
  running().demo = true;
  expect(await (await loader(asking)).text()).toContain('Disallow: /\n');
});
