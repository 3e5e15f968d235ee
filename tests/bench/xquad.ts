/**
 * npm run bench -- xquad FILE: Vietnamese questions, each answered by one paragraph (XQuAD, gzipped JSON), through the same contract
 * as the site. Says for each engine how often the paragraph is the first, among the first five and among the first ten, as the
 * questions stand and stripped of their tones.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { fold } from '#app/domain/vietnamese.ts';
import { ideaDocument } from '#search/documents/idea-document.ts';
import { ideaEngines } from '#search/engines.server.ts';
import { searchIdeas } from '#search/search-ideas.server.ts';
import { TakeOver } from '#search/take-over.server.ts';
import { countWords } from '#search/vocabulary.server.ts';
import { withEmptyBank } from '#tests/support/empty-bank.ts';
import { aPublicIdea } from '#tests/support/public-ideas.ts';

type Corpus = { data: { paragraphs: { context: string; qas: { question: string }[] }[] }[] };

export default async function xquad([file]: string[]): Promise<void> {
  if (file === undefined) throw new Error('Say which file: npm run bench -- xquad FILE');
  const corpus = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as Corpus;
  const paragraphs = corpus.data.flatMap((article) => article.paragraphs);
  const ideas = paragraphs.map(({ context }, i) =>
    aPublicIdea({ number: i, title: '', abstract: '', problem: context }),
  );
  const questions = paragraphs.flatMap(({ qas }, i) => qas.map(({ question }) => ({ question, right: ideas[i]!.id })));
  console.log(`${paragraphs.length} paragraphs, ${questions.length} questions`);

  await withEmptyBank(async () => {
    const engines = ideaEngines();
    const documents = ideas.map((idea) => ideaDocument(idea));
    await engines.postgres.upsert(documents);
    await engines.meilisearch?.upsert(documents);
    await countWords();
    for (const engine of [engines.meilisearch, engines.postgres]) {
      if (engine === null) continue;
      const alone = { ...engines, takeOver: new TakeOver(null, engine) };
      for (const tones of ['with tones', 'without']) {
        const ranks: number[] = [];
        const took: number[] = [];
        for (const { question, right } of questions) {
          const results = await searchIdeas({ q: tones === 'without' ? fold(question) : question, size: 10 }, alone);
          ranks.push(results.items.findIndex(({ id }) => id === right));
          took.push(results.tookMs);
        }
        const recall = (at: number) =>
          (ranks.filter((rank) => rank >= 0 && rank < at).length / ranks.length).toFixed(4);
        took.sort((one, other) => one - other);
        const quantile = (share: number) => took[Math.floor(share * (took.length - 1))]!.toFixed(1);
        console.log(
          `${engine.name.padEnd(12)} ${tones.padEnd(11)} recall@1 ${recall(1)} @5 ${recall(5)} @10 ${recall(10)}` +
            `   p50 ${quantile(0.5)} ms p95 ${quantile(0.95)} ms`,
        );
      }
    }
  });
}
