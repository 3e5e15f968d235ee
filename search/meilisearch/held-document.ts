import { type IdeaDocument, wordsOf } from '#search/documents/idea-document.ts';
import { asciiWords } from './ascii-word.ts';
import { runsOf, wholeOf } from './run.ts';

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
    titleRuns: `${wholeOf(titleWords.split(' '))} ${runsIn(titleWords)}`,
    titleNear: runsIn(titleWords, nearly),
    textRuns: [abstractWords, bodyWords].map((words) => runsIn(words)).join(' '),
    namesRuns: runsIn(namesWords),
  };
}

export type SearchedAttribute = keyof ReturnType<typeof searchedOf>;

/** Texts to show, and words to find them by. */
export function heldDocument(document: IdeaDocument) {
  return { ...document, ...searchedOf(document) };
}
