import { type IdeaDocument, ideaFilters } from '#search/documents/idea-document.ts';
import type { FilterName, Filters } from '#search/engine.ts';
import { quoted } from './tsquery.ts';

/** No word begins so: what a document may be narrowed by stands among its words, so that an index knows it too. */
const factMark = '=';
const longestFact = 200;

const fact = (name: FilterName, value: string | number) =>
  quoted(`${factMark}${name} ${value}`.replaceAll('\\', '\\\\'));

/** All that a document may be narrowed by, as parts of a vector. */
export function factsOf(document: IdeaDocument): string[] {
  return (Object.keys(ideaFilters) as FilterName[]).flatMap((name) => {
    const held = document[ideaFilters[name].attribute];
    return (Array.isArray(held) ? held : held === null ? [] : [held]).map((value) => fact(name, value));
  });
}

/** A tsquery with the filters in it. */
export function narrowed(query: string, filters: Filters, except?: FilterName): string {
  const parts = (Object.entries(filters) as [FilterName, string[]][])
    .filter(([name, values]) => name !== except && values.length > 0)
    .map(([name, values]) => {
      const possible = values.filter((value) => value.length <= longestFact);
      // Nothing is called by the mark alone.
      return possible.length === 0 ? quoted(factMark) : possible.map((value) => fact(name, value)).join(' | ');
    });
  return [query, ...parts].map((part) => `(${part})`).join(' & ');
}
