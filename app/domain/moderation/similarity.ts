import type { IdeaText } from '#app/domain/ideas/idea-text.ts';
import { fold, syllables } from '#app/domain/vietnamese.ts';

type Compared = Pick<IdeaText, 'title' | 'abstract' | 'problem' | 'solution'>;

/** Pairs of neighbouring syllables say more than single ones, which Vietnamese has few of. */
function pairs(text: string): Set<string> {
  const words = syllables(fold(text)).slice(0, 2000);
  return new Set(words.slice(1).map((word, index) => `${words[index]} ${word}`));
}

function overlap(one: Set<string>, other: Set<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  let both = 0;
  for (const pair of one) if (other.has(pair)) both += 1;
  return both / (one.size + other.size - both);
}

/**
 * How alike two ideas are, from 0 to 1: the shared pairs of syllables (Jaccard), without tones, of title and abstract
 * and of the whole, whichever is more.
 */
export function likeness(one: Compared, other: Compared): number {
  const head = (text: Compared) => pairs(`${text.title}. ${text.abstract}`);
  const whole = (text: Compared) => pairs(`${text.title}. ${text.abstract}. ${text.problem}. ${text.solution}`);
  return Math.max(overlap(head(one), head(other)), overlap(whole(one), whole(other)));
}
