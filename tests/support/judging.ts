import type { IdeaEngine, IdeaEngines } from '#search/engines.server.ts';
import { searchIdeas } from '#search/search-ideas.server.ts';
import { TakeOver } from '#search/take-over.server.ts';
import { encodeTones } from '#search/text/tones.ts';
import type { JudgedIdea } from './judged-corpora.ts';
import { judgedKinds, judgedQueries, recallAtTen, toneCases } from './judged-queries.ts';

export type Verdict = {
  seed: number;
  queries: number;
  recall: number;
  byKind: Record<string, number>;
  /** What was lost by leaving the tones out. */
  withoutTones: number;
  /** The share of words typed with their marks for which what comes first holds that very word. */
  toneFirst: number;
  tones: number;
  empty: string[];
  missed: string[];
  notFirst: string[];
};

const rounded = (value: number) => Math.round(1_000 * value) / 1_000;
const mean = (some: number[]) => some.reduce((sum, one) => sum + one, 0) / Math.max(1, some.length);

/** How well one engine finds what was meant, over `count` queries and `tones` words with twins, all made from titles by a seed. */
export async function judgeEngine(
  engines: IdeaEngines,
  engine: IdeaEngine,
  ideas: readonly JudgedIdea[],
  { count = 300, tones = 100, seed }: { count?: number; tones?: number; seed: number },
): Promise<Verdict> {
  const alone = { ...engines, takeOver: new TakeOver(null, engine) };
  const judged: { kind: string; q: string; found: number; recall: number }[] = [];
  for (const { kind, q, typing, relevant } of judgedQueries(ideas, count, seed)) {
    const { items } = await searchIdeas({ q, typing, size: 10 }, alone);
    const ids = items.map(({ id }) => id);
    judged.push({ kind, q, found: ids.length, recall: recallAtTen(ids, relevant) });
  }
  const textOf = new Map(
    ideas.map((idea) => [
      idea.id,
      ` ${encodeTones([idea.title, idea.abstract, idea.problem, idea.solution, idea.novelty, idea.method, idea.beneficiaries, idea.progress, idea.needs].join('\n'))} `,
    ]),
  );
  const notFirst: string[] = [];
  const cases = toneCases(
    ideas.map(({ title }) => title),
    tones,
    seed,
  );
  for (const { q, code } of cases) {
    const { items } = await searchIdeas({ q, size: 1 }, alone);
    if (!textOf.get(items[0]?.id ?? '')?.includes(` ${code} `)) notFirst.push(`${q}: ${items[0]?.title}`);
  }
  const byKind = Object.fromEntries(
    judgedKinds
      .map((kind) => [kind, judged.filter((one) => one.kind === kind).map(({ recall }) => recall)] as const)
      .filter(([, some]) => some.length > 0)
      .map(([kind, some]) => [kind, rounded(mean(some))]),
  );
  return {
    seed,
    queries: judged.length,
    recall: rounded(mean(judged.map(({ recall }) => recall))),
    byKind,
    withoutTones: rounded(byKind.words! - byKind['no tones']!),
    toneFirst: rounded(1 - notFirst.length / Math.max(1, cases.length)),
    tones: cases.length,
    empty: judged.filter(({ found }) => found === 0).map(({ kind, q }) => `${kind}: ${q}`),
    missed: judged
      .filter(({ recall }) => recall < 1)
      .map(({ kind, q, recall }) => `${kind}: ${q} (${recall.toFixed(2)})`),
    notFirst,
  };
}
