import { endsEdition } from '#app/domain/history/record/record-body.ts';
import { type BundledRecord, readBundle } from './bundle.ts';

/** A state of the results that was given out: a bundle ends with one, and its root is the hash of the record it ends with. */
export type Edition = {
  /** From 1, in the order they were given out. */
  number: number;
  /** What made it: a round's results were published, or an appeal changed one. */
  by: 'published' | 'appeal-changed';
  round: number;
  /** Number of the record it ends with. */
  record: number;
  root: string;
  at: string;
};

/** The editions in a chain, the oldest first. */
export function editionsOf(records: readonly Pick<BundledRecord, 'n' | 'kind' | 'at' | 'body' | 'hash'>[]): Edition[] {
  return records.filter(endsEdition).map(({ n, kind, at, body, hash }, index) => ({
    number: index + 1,
    by: kind === 'round-published' ? 'published' : 'appeal-changed',
    round: (body as { round: number }).round,
    record: n,
    root: hash,
    at,
  }));
}

/**
 * Which edition a bundle is that was found valid, and which one the root is of that somebody held; null for what is none.
 *
 * @param text of a bundle `verifyBundle` calls valid without a root
 */
export function editionOfBundle(
  text: string,
  { root }: { root?: string } = {},
): { edition: Edition | null; held: Edition | null } {
  const { records, root: named } = readBundle(text);
  const editions = editionsOf(records as BundledRecord[]);
  return {
    edition: editions.find((one) => one.root === named) ?? null,
    held: editions.find((one) => one.root === root?.toLowerCase()) ?? null,
  };
}
