import { createContext, useContext } from 'react';

const Used = createContext<(() => readonly string[]) | undefined>(undefined);

export const WordsUsedProvider = Used.Provider;

/** The last element of a page: it names the bundles of words that everything before it has spoken from. */
export function WordsUsed() {
  const used = useContext(Used);
  const names = used?.().join(' ') ?? document.getElementById('words')?.dataset.bundles;
  return <div id="words" hidden data-bundles={names} suppressHydrationWarning />;
}
