import { type IdeaDocument, wordsOf } from '#search/documents/idea-document.ts';
import { asciiWords } from './ascii-word.ts';
import { runsOf } from './run.ts';

const runsIn = (words: string) => runsOf(words.split(' ').filter(Boolean)).join(' ');

/** What Meilisearch finds a document by, in the order of how much it says. */
function searchedOf(document: IdeaDocument) {
  const { titleWords, abstractWords, bodyWords, namesWords, titleCodes, textCodes } = wordsOf(document);
  return {
    titleWords: asciiWords(titleWords),
    abstractWords: asciiWords(abstractWords),
    bodyWords: asciiWords(bodyWords),
    namesWords: asciiWords(namesWords),
    titleCodes: asciiWords(titleCodes),
    textCodes: asciiWords(textCodes),
    titleRuns: runsIn(titleWords),
    textRuns: [abstractWords, bodyWords, namesWords].map(runsIn).join(' '),
  };
}

export type SearchedAttribute = keyof ReturnType<typeof searchedOf>;

/** Texts to show, and words to find them by. */
export function heldDocument(document: IdeaDocument) {
  return { ...document, ...searchedOf(document) };
}
