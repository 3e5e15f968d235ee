import { fold, syllables } from '#app/domain/vietnamese.ts';
import { type IdeaDocument, ideaFilters, ideaOrders } from './documents/idea-document.ts';
import {
  type EngineAnswer,
  type Facets,
  type FilterName,
  type Hit,
  mostFacetValues,
  type SearchRequest,
  type SimilarRequest,
} from './engine.ts';
import { likeness, relevance } from './text/score.ts';
import type { Vocabulary } from './text/vocabulary.ts';

/**
 * Whole questions and whole texts. Engines are good at a few words; given many, they bring what holds the rarest ones, and the order
 * among those few hundred is ours.
 */

/** How many of the rarest words are looked up. */
const rareWords = 12;

/** What answers less than this share as well as the best is no answer. */
const nearEnough = 0.25;

/** The words to look up, rarest first: only words that some document holds. */
export function rarest(words: string[], vocabulary: Vocabulary): string[] {
  return [...new Set(words)]
    .filter((word) => vocabulary.has(word))
    .sort((one, other) => vocabulary.documents(one) - vocabulary.documents(other) || (one < other ? -1 : 1))
    .slice(0, rareWords);
}

const bodyOf = (document: { abstract: string; body: string }) => `${document.abstract}\n${document.body}`;

/** Puts candidates in the order of how well they answer, and counts what is in hand. */
export function answerQuestion(
  { words, sort, page, size, facets }: SearchRequest,
  found: IdeaDocument[],
  vocabulary: Vocabulary,
): EngineAnswer<IdeaDocument> {
  const scores = relevance(
    words.map((word) => word.folded),
    found.map((document) => ({ title: document.title, body: `${bodyOf(document)}\n${document.names}` })),
    vocabulary,
  );
  const enough = nearEnough * Math.max(0, ...scores);
  const hits = found
    .map((document, i) => ({ document, score: scores[i]! }))
    .filter(({ score }) => score > 0 && score >= enough)
    .sort(byScore);
  return {
    hits: sortHits(hits, sort).slice((page - 1) * size, page * size),
    total: { count: hits.length, means: 'candidates' },
    facets: facetsOf(hits, facets),
  };
}

/** Puts candidates in the order of how like the text they are. */
export function rankSimilar(
  { title, body, except, limit }: SimilarRequest,
  found: IdeaDocument[],
  vocabulary: Vocabulary,
): Hit<IdeaDocument>[] {
  return found
    .filter((document) => document.id !== except)
    .map((document) => ({
      document,
      score: likeness({ title, body }, { title: document.title, body: bodyOf(document) }, vocabulary),
    }))
    .sort(byScore)
    .slice(0, limit);
}

/** The words of a text that its likes are looked up by: its title and the beginning of its body. */
export function wordsOfText({ title, body }: { title: string; body: string }): string[] {
  return syllables(fold(`${title} ${body.slice(0, 2_000)}`));
}

function byScore(one: Hit<IdeaDocument>, other: Hit<IdeaDocument>): number {
  return (
    other.score - one.score ||
    other.document.publishedAt - one.document.publishedAt ||
    one.document.tie - other.document.tie
  );
}

function sortHits(hits: Hit<IdeaDocument>[], sort: SearchRequest['sort']): Hit<IdeaDocument>[] {
  if (sort === 'relevance') return hits;
  return [...hits].sort((one, other) => {
    for (const { attribute, down } of ideaOrders[sort]) {
      const difference = one.document[attribute] - other.document[attribute];
      if (difference !== 0) return down ? -difference : difference;
    }
    return 0;
  });
}

function facetsOf(hits: Hit<IdeaDocument>[], names: FilterName[]): Facets {
  return Object.fromEntries(
    names.map((name) => {
      const counts = new Map<string, number>();
      for (const { document } of hits) {
        const held = document[ideaFilters[name].attribute];
        for (const value of Array.isArray(held) ? held : [held]) {
          if (value !== null) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
        }
      }
      const values = [...counts].map(([value, count]) => ({ value, count }));
      return [name, values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, mostFacetValues)];
    }),
  );
}
