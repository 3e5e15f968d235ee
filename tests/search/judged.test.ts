import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chanceOf } from '#prisma/load/chance.ts';
import { ideaText } from '#prisma/load/idea-texts.ts';
import { ideaDocument } from '#search/documents/idea-document.ts';
import type { IdeaEngines } from '#search/engines.server.ts';
import { searchIdeas } from '#search/search-ideas.server.ts';
import { countWords } from '#search/vocabulary.server.ts';
import { type Judged, judgedKinds, judgedQueries, recallAtTen } from '#tests/support/judged-queries.ts';
import { aPublicIdea } from '#tests/support/public-ideas.ts';
import { engineNames, only, ownEngines } from '#tests/support/search.ts';

const formerNames = ['Tỉnh Hà Giang', 'Tỉnh Bạc Liêu', 'Xã Đầm Hà, Huyện Đầm Hà, Quảng Ninh', 'Tỉnh Thừa Thiên Huế'];
const chance = chanceOf(7);
const ideas = Array.from({ length: 1_500 }, (_, i) => {
  const formerName = i % 3 === 0 ? chance.pick(formerNames) : undefined;
  return { formerName, ...aPublicIdea({ number: i + 1, ...ideaText(chance) }) };
});

let engines: IdeaEngines;

beforeAll(async () => {
  engines = ownEngines();
  const documents = ideas.map(({ formerName, ...idea }) => ideaDocument(idea, formerName ? [formerName] : []));
  for (const name of engineNames) {
    const rebuild = await engines[name]!.rebuild();
    await rebuild.add(documents);
    await rebuild.drain();
    await rebuild.swap();
  }
  await countWords();
}, 120_000);

afterAll(async () => {
  await engines.meilisearch?.clear();
  await engines.postgres.remove(ideas.map(({ id }) => id));
});

/** Known to whoever changes the ranking, and one that nobody has looked at. */
const seeds = [2026, Math.floor(Math.random() * 1e9)];

describe.each(engineNames)('%s finds what was meant', (name) => {
  test.each(seeds)('seed %d', { timeout: 120_000 }, async (seed) => {
    const queries = judgedQueries(ideas, 165, seed);
    const judged: (Judged & { recall: number; found: number })[] = [];
    for (const query of queries) {
      const { items } = await searchIdeas({ q: query.q, size: 10 }, only(engines, engines[name]!));
      judged.push({
        ...query,
        found: items.length,
        recall: recallAtTen(
          items.map(({ id }) => id),
          query.relevant,
        ),
      });
    }
    const mean = (some: typeof judged) => some.reduce((sum, { recall }) => sum + recall, 0) / some.length;
    const byKind = Object.fromEntries(
      judgedKinds.map((kind) => [kind, Math.round(1000 * mean(judged.filter((one) => one.kind === kind))) / 1000]),
    );
    const missed = judged
      .filter(({ recall }) => recall < 1)
      .map(({ kind, q, recall }) => `${kind}: ${q} (${recall.toFixed(2)})`);
    expect(judged.filter(({ found }) => found === 0).map(({ kind, q }) => `${kind}: ${q}`)).toEqual([]);
    expect(mean(judged), JSON.stringify({ seed, byKind, missed: missed.slice(0, 30) }, null, 1)).toBeGreaterThanOrEqual(
      0.95,
    );
    expect(byKind['no tones']!).toBeGreaterThanOrEqual(byKind.words! - 0.02);
  });
});
