import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { PublicIdea } from '#app/domain/ideas/public-idea.ts';
import { chanceOf } from '#prisma/chance.ts';
import { ideaText } from '#prisma/load/idea-texts.ts';
import { aPublicIdea } from './public-ideas.ts';

export type JudgedIdea = PublicIdea & { formerName?: string };

const formerNames = ['Tỉnh Hà Giang', 'Tỉnh Bạc Liêu', 'Xã Đầm Hà, Huyện Đầm Hà, Quảng Ninh', 'Tỉnh Thừa Thiên Huế'];

/** Ideas as the load generator writes them; a third of them lie in a place that had another name. */
export function inventedIdeas(count: number, seed: number): JudgedIdea[] {
  const chance = chanceOf(seed);
  return Array.from({ length: count }, (_, i) => {
    const formerName = i % 3 === 0 ? chance.pick(formerNames) : undefined;
    return { formerName, ...aPublicIdea({ number: i + 1, ...ideaText(chance) }) };
  });
}

const newsFile = '../shared/data/vietnamese-news-leads.ndjson.gz';

/** Titles and leads that nobody here wrote, in the shape of ideas; null where the file is not at hand. */
export function newsAsIdeas(count: number, seed: number): JudgedIdea[] | null {
  if (!existsSync(newsFile)) return null;
  const chance = chanceOf(seed);
  const lines = gunzipSync(readFileSync(newsFile)).toString('utf8').trim().split('\n');
  return lines
    .map((line) => JSON.parse(line) as { title: string; lead: string })
    .filter(({ title }) => title.trim() !== '')
    .slice(0, count)
    .map(({ title, lead }, i) => {
      const formerName = i % 3 === 0 ? chance.pick(formerNames) : undefined;
      return { formerName, ...aPublicIdea({ number: i + 1, title, problem: lead }) };
    });
}
