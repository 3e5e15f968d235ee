import type { z } from 'zod';
import { paths } from '#app/paths.ts';
import { filterNames, type ListFacetValue, nameFacets, readListing } from '#app/routes/ideas/listing.server.ts';
import { i18nFor } from '#app/words/i18n.server.ts';
import type { Locale } from '#app/words/locales.ts';
import type { FilterName } from '#search/engine.ts';
import { type IdeaFound, searchIdeas } from '#search/search-ideas.server.ts';
import { deepestItem, type ideasAnswer, ideasQuery } from './contract.ts';
import { forPrograms, NotReadable } from './door.server.ts';

type Answer = z.infer<typeof ideasAnswer>;

export const loader = forPrograms(
  ideasQuery,
  async ({ query, locale, origin }): Promise<Answer> => {
    const { q, sort, page, perPage } = query;
    if (page * perPage > deepestItem) {
      throw new NotReadable({ page: { key: 'api:problems.tooDeep', values: { max: deepestItem } } });
    }
    const listing = await readListing(query, locale);
    if (listing.unknown.length > 0) {
      const fields = listing.unknown.map(({ name, value }) => [
        name,
        { key: 'api:problems.unknownValue', values: { value: value.slice(0, 60) } },
      ]);
      throw new NotReadable(Object.fromEntries(fields));
    }
    const narrowed = q.trim() !== '' || query.province.length + query.unit.length > 0;
    const facets = filterNames.filter((name) => narrowed || name !== 'unit');
    const results = await searchIdeas({ q, filters: listing.filters, sort, page, size: perPage, facets });
    const named = await nameFacets(results.facets, listing);
    const { total, pages, engine, tookMs, read, corrected, loose, didYouMean } = results;
    return {
      items: results.items.map((idea) => shown(idea, origin)),
      total: total.count,
      totalMeans: total.means,
      page,
      pages,
      facets: Object.fromEntries(
        Object.entries(named).map(([name, values]) => [
          name,
          values.map((value) => labelled(name as FilterName, value, locale)),
        ]),
      ),
      engine,
      tookMs,
      read: { words: read.typed, cut: read.cut, corrected, loose },
      ...(didYouMean === null ? {} : { didYouMean }),
    };
  },
  { volatile: ['tookMs'] },
);

function labelled(name: FilterName, { value, label, count }: ListFacetValue, locale: Locale) {
  if (label !== null) return { value, label, count };
  const { t } = i18nFor(locale);
  const said =
    name === 'stage' ? t(`ideas:stages.${value.toUpperCase()}`) : t(`search:lookingFor.${value.toUpperCase()}`);
  return { value, label: said, count };
}

function shown(idea: IdeaFound, origin: string): Answer['items'][number] {
  return {
    slug: idea.slug,
    url: origin + paths.idea(idea),
    title: idea.title,
    abstract: idea.abstract,
    field: idea.fieldId,
    province: idea.provinceSlug === null ? null : { slug: idea.provinceSlug, name: idea.provinceName ?? '' },
    unit: idea.unitName,
    stage: idea.stage.toLowerCase(),
    lookingFor: idea.lookingFor.map((one) => one.toLowerCase()),
    authors: idea.authorNames,
    awards: idea.awards,
    endorsements: idea.endorsements,
    publishedAt: new Date(idea.publishedAt).toISOString(),
    highlights: { title: idea.marked.title, abstract: idea.marked.abstract, text: idea.marked.body },
  };
}
