/**
 * npm run bench -- judged [--corpus ideas|news] [--ideas 5000] [--queries 300] [--seeds 2026,…]: queries as people type them, made from titles
 * by a seed, through the same contract as the site. Says for each engine and seed how much of what was meant is among the first ten, what is
 * lost without tones, how often the very tone comes first, and every query that missed something. Without seeds: the known
 * one and three drawn at this moment.
 */
import { ideaDocument } from '#search/documents/idea-document.ts';
import { ideaEngines } from '#search/engines.server.ts';
import { countWords } from '#search/vocabulary.server.ts';
import { withEmptyBank } from '#tests/support/empty-bank.ts';
import { inventedIdeas, newsAsIdeas } from '#tests/support/judged-corpora.ts';
import { judgeEngine } from '#tests/support/judging.ts';

export default async function judged(args: string[]): Promise<void> {
  const value = (name: string) => (args.includes(`--${name}`) ? args[args.indexOf(`--${name}`) + 1] : undefined);
  const count = Number(value('ideas') ?? 5_000);
  const seeds = value('seeds')?.split(',').map(Number) ?? [
    2026,
    ...[1, 2, 3].map(() => Math.floor(Math.random() * 1e9)),
  ];
  const corpus = value('corpus') ?? 'ideas';
  const ideas = corpus === 'news' ? newsAsIdeas(count, 7) : inventedIdeas(count, 7);
  if (ideas === null) throw new Error('The news are not at hand: ../shared/data/vietnamese-news-leads.ndjson.gz');
  await withEmptyBank(async () => {
    const engines = ideaEngines();
    const documents = ideas.map(({ formerName, ...idea }) => ideaDocument(idea, formerName ? [formerName] : []));
    for (const engine of [engines.meilisearch, engines.postgres]) {
      if (engine === null) continue;
      const rebuild = await engine.rebuild();
      for (let at = 0; at < documents.length; at += 1_000) await rebuild.add(documents.slice(at, at + 1_000));
      await rebuild.drain();
      await rebuild.swap();
    }
    await countWords();
    console.log(`${ideas.length} ${corpus}, ${value('queries') ?? 300} queries a seed`);
    for (const engine of [engines.meilisearch, engines.postgres]) {
      if (engine === null) continue;
      for (const seed of seeds) {
        const verdict = await judgeEngine(engines, engine, ideas, { count: Number(value('queries') ?? 300), seed });
        const { recall, withoutTones, toneFirst, tones, empty, byKind, missed, notFirst } = verdict;
        console.log(
          `${engine.name.padEnd(12)} seed ${seed}: recall@10 ${recall.toFixed(3)} · lost without tones ${withoutTones.toFixed(3)} · ` +
            `very tone first ${toneFirst.toFixed(3)} of ${tones} · empty ${empty.length}`,
        );
        console.log(
          `  ${Object.entries(byKind)
            .map(([kind, one]) => `${kind} ${one}`)
            .join(' · ')}`,
        );
        for (const line of [
          ...empty.map((one) => `empty ${one}`),
          ...missed,
          ...notFirst.map((one) => `not first ${one}`),
        ])
          console.log(`    ${line}`);
      }
    }
  });
}
