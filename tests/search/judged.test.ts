import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ideaDocument } from '#search/documents/idea-document.ts';
import type { IdeaEngines } from '#search/engines.server.ts';
import { countWords } from '#search/vocabulary.server.ts';
import { inventedIdeas } from '#tests/support/judged-corpora.ts';
import { judgeEngine } from '#tests/support/judging.ts';
import { engineNames, ownEngines } from '#tests/support/search.ts';

const ideas = inventedIdeas(1_500, 7);

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

/** Known to whoever changes the ranking, and one that nobody has looked at. More of both: npm run bench -- judged. */
const seeds = [2026, Math.floor(Math.random() * 1e9)];

describe.each(engineNames)('%s finds what was meant', (name) => {
  test.each(seeds)('seed %d', { timeout: 180_000 }, async (seed) => {
    const verdict = await judgeEngine(engines, engines[name]!, ideas, { count: 169, tones: 40, seed });
    const told = JSON.stringify({ ...verdict, missed: verdict.missed.slice(0, 30) }, null, 1);
    expect(verdict.empty).toEqual([]);
    expect(verdict.recall, told).toBeGreaterThanOrEqual(0.95);
    expect(verdict.withoutTones, told).toBeLessThanOrEqual(0.02);
    expect(verdict.toneFirst, told).toBeGreaterThanOrEqual(0.95);
  });
});
