import { type IdeaDocument, wordsOf } from '#search/documents/idea-document.ts';
import { asciiWords } from './ascii-word.ts';
import { runsOf } from './run.ts';

/** In a title that is remembered in part a word or two may be missing. */
const nearly = 3;

const runsIn = (words: string, apart?: number) => runsOf(words.split(' ').filter(Boolean), apart).join(' ');

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
    titleNear: runsIn(titleWords, nearly),
    textRuns: [abstractWords, bodyWords, namesWords].map((words) => runsIn(words)).join(' '),
  };
}

export type SearchedAttribute = keyof ReturnType<typeof searchedOf>;

/** Texts to show, and words to find them by. */
export function heldDocument(document: IdeaDocument) {
  return { ...document, ...searchedOf(document) };
}
