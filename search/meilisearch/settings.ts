import type { Settings } from 'meilisearch';
import { ideaFilters, ideaOrders } from '#search/documents/idea-document.ts';
import { mostFacetValues } from '#search/engine.ts';
import { synonymGroups } from '#search/text/synonyms.ts';
import type { SearchedAttribute } from './held-document.ts';
import { asOneMatch } from './readings.ts';

/** The words as we see them, not the texts: by itself Meilisearch takes "nước→sạch", or a space from Word (U+00A0), for one word. */
const searchable: SearchedAttribute[] = [
  'titleWords',
  'abstractWords',
  'bodyWords',
  'namesWords',
  'titleCodes',
  'textCodes',
  'titleRuns',
  'titleNear',
  'textRuns',
  'namesRuns',
];
const sortable = [...new Set(Object.values(ideaOrders).flatMap((order) => order.map(({ attribute }) => attribute)))];

/** What means the same, and stands side by side. */
function synonyms(): Record<string, string[]> {
  const table: Record<string, string[]> = {};
  for (const group of synonymGroups) {
    for (const phrase of group) {
      table[phrase.join(' ')] = group.filter((other) => other !== phrase).map((other) => asOneMatch(other).join(' '));
    }
  }
  return table;
}

/**
 * Lucene-like defaults do not fit Vietnamese. Typos are off: with them a total counts what merely looks alike ("sạch", "cách"), and most
 * syllables are too short for them; the speller of search/text/vocabulary.ts does it for both engines. Stop words and a dictionary
 * stay empty: both break queries typed without tones.
 */
export const ideaSettings: Settings = {
  searchableAttributes: searchable,
  displayedAttributes: ['*'],
  filterableAttributes: Object.values(ideaFilters).map(({ attribute }) => ({
    attributePatterns: [attribute],
    features: { facetSearch: false, filter: { equality: true, comparison: false } },
  })),
  sortableAttributes: sortable,
  // What is asked to be sorted is sorted; otherwise readings decide (readings.ts), and among equals the newest. Meilisearch's own rules on attributes,
  // places and exactness are gone through for every hit of every reading, and tell nothing that readings do not. Without one such rule before age,
  // age alone would decide between readings: there are no typos, so that rule costs least.
  rankingRules: ['sort', 'words', 'typo', 'publishedAt:desc', 'tie:asc'],
  // What stands side by side is a word of its own (run.ts).
  proximityPrecision: 'byAttribute',
  typoTolerance: { enabled: false },
  stopWords: [],
  dictionary: [],
  synonyms: synonyms(),
  faceting: { maxValuesPerFacet: mostFacetValues, sortFacetValuesBy: { '*': 'count' } },
  // Plain lists are counted exactly, whatever their length.
  pagination: { maxTotalHits: 10_000_000 },
  // No guessing of languages: the words are ours already.
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['vie'] }],
  searchCutoffMs: 300,
};
