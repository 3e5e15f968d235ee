import { diffWordsWithSpace } from 'diff';

/** A piece of text that stayed, was put in, or was taken out. */
export type Change = { kind: 'same' | 'in' | 'out'; text: string };

/** Edits a comparison looks for before it gives up and shows the two texts whole, in words. */
const mostEdits = 4000;

/** What changed between two texts, word by word, in reading order. Two texts with too little in common stand whole. */
export function differenceOf(before: string, after: string): Change[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const changes = diffWordsWithSpace(before, after, { maxEditLength: mostEdits, timeout: 300 });
  if (changes === undefined) {
    return [
      ...(before === '' ? [] : [{ kind: 'out' as const, text: before }]),
      ...(after === '' ? [] : [{ kind: 'in' as const, text: after }]),
    ];
  }
  return changes.map(({ added, removed, value }) => ({ kind: added ? 'in' : removed ? 'out' : 'same', text: value }));
}
