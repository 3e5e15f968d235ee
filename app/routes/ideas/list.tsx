import { data } from '@remix-run/node';
import { Form, Link, useLoaderData, useLocation, useNavigation, useSubmit } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ideaStages, lookingFors } from '#app/domain/ideas/idea.ts';
import { paths } from '#app/paths.ts';
import { forReaders } from '#app/routes/door.server.ts';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { Icon } from '#app/ui/controls/icon.tsx';
import { Pagination } from '#app/ui/controls/pagination.tsx';
import { SearchField } from '#app/ui/controls/search-field.tsx';
import { AlsoFound } from '#app/ui/ideas/also-found.tsx';
import { FoundIdea } from '#app/ui/ideas/found-idea.tsx';
import { type Facet, IdeaFacets } from '#app/ui/ideas/idea-facets.tsx';
import { NothingFound, SearchNotices, SortLinks, TotalLine } from '#app/ui/ideas/search-answer.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { useShell } from '#app/ui/layout/viewer.ts';
import type { FilterName } from '#search/engine.ts';
import { type IdeaSearch, searchIdeas } from '#search/search-ideas.server.ts';
import { type ListFacetValue, listParams, nameFacets, readListing, valuesIn } from './listing.server.ts';
import { findNeighbours } from './neighbours.server.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, { search }) => (search.typed === '' ? t('search:title') : t('search:titleFor', { q: search.typed })),
  description: (t) => t('search:lead'),
};

const pageSize = 20;
const sorts = { moi: 'newest', cu: 'oldest', 'tan-thanh': 'endorsed' } as const;
/** How facets stand on the page. Units are told apart once a province or words have narrowed the list. */
const facetOrder = ['field', 'province', 'unit', 'stage', 'lookingFor', 'contest', 'award', 'year'] as const;
const inTheirOwnOrder = new Set<FilterName>(['stage', 'lookingFor', 'year']);

export const loader = forReaders(async ({ url, locale, person }) => {
  const q = url.searchParams.get('q') ?? '';
  const listing = await readListing(valuesIn(url.searchParams, listParams), locale);
  const { picked, names } = listing;
  const narrowed = q.trim() !== '' || picked.province.length + picked.unit.length > 0;
  const order = url.searchParams.get('xep') ?? '';
  const page = /^\d+$/.test(url.searchParams.get('trang') ?? '') ? Number(url.searchParams.get('trang')) : 1;
  const asked: IdeaSearch = {
    q,
    filters: listing.filters,
    sort: order in sorts ? sorts[order as keyof typeof sorts] : undefined,
    page,
    size: pageSize,
    facets: facetOrder.filter((name) => narrowed || name !== 'unit'),
    typing: url.searchParams.has('go'),
    toTheLetter: url.searchParams.has('dung'),
  };
  const [found, also] = await Promise.all([
    searchIdeas(asked),
    page === 1 ? findNeighbours({ text: q, signedIn: person !== null }) : null,
  ]);
  // The name of a place without ideas is no slip of some other words.
  const isName = (also?.units.length ?? 0) + (also?.contests.length ?? 0) > 0;
  const results =
    isName && (found.corrected !== null || found.loose) ? await searchIdeas({ ...asked, toTheLetter: true }) : found;
  const facets = await nameFacets(results.facets, listing);
  const { read, items, total, pages, corrected, apart, loose, didYouMean, engine, standIn } = results;
  const beyond = page < 1 || page > pages;
  return data(
    {
      search: {
        typed: read.typed,
        empty: read.empty,
        cut: read.cut,
        repairs: read.repairs,
        corrected,
        apart,
        loose,
        didYouMean,
        unknown: listing.unknown.slice(0, 5).map(({ value }) => value.slice(0, 40)),
        moved: listing.moved,
        order: order in sorts ? order : '',
        page,
        pages,
        beyond,
        total,
        engine,
        standIn,
        filtered: Object.values(picked).some((values) => values.length > 0),
      },
      facets: facetOrder.flatMap((name): Facet[] => {
        const values = facets[name];
        if (values === undefined) return [];
        const sorted = inTheirOwnOrder.has(name) ? inOrder(name, values) : values;
        return [{ param: listParams[name], values: sorted }];
      }),
      also: also !== null && !read.empty ? also : { units: [], contests: [], mentors: [] },
      items: items.map(
        ({ slug, marked, fieldId, provinceName, unitName, stage, lookingFor, authorNames, publishedAt }) => ({
          slug,
          marked,
          field: names.field.find(({ value }) => value === fieldId)?.label ?? null,
          place: unitName ?? provinceName,
          stage,
          lookingFor,
          authorNames,
          publishedAt,
        }),
      ),
    },
    { status: beyond ? 404 : 200 },
  );
});

/** Stages as an idea goes through them, years from this one back. */
function inOrder(name: FilterName, values: ListFacetValue[]): ListFacetValue[] {
  if (name === 'year') return values.toSorted((one, other) => (one.value < other.value ? 1 : -1));
  const order: string[] = (name === 'stage' ? ideaStages : lookingFors).map((one) => one.toLowerCase());
  return values.toSorted((one, other) => order.indexOf(one.value) - order.indexOf(other.value));
}

export default function Ideas() {
  const { t } = useTranslation();
  const { search, facets, also, items } = useLoaderData<typeof loader>();
  const query = useLocation().search.slice(1);
  const signedIn = useShell()?.viewer != null;
  const typing = useSearchAsYouType(search.typed);
  const searching = useNavigation().location?.pathname === paths.ideas();
  return (
    <Page title={t('search:title')}>
      <Form method="get" role="search" className="-mt-2 max-w-reading" {...typing}>
        <SearchField
          label={t('search:label')}
          placeholder={t('search:placeholder')}
          defaultValue={search.typed}
          focused={search.typed === '' && !search.filtered}
        />
        {facets.flatMap(({ param, values }) =>
          values
            .filter(({ picked }) => picked)
            .map(({ value }) => <input key={`${param}-${value}`} type="hidden" name={param} value={value} />),
        )}
        {search.order !== '' && <input type="hidden" name="xep" value={search.order} />}
      </Form>
      <div className="mt-6 gap-x-10 lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
        <IdeaFacets facets={facets} />
        <section
          aria-label={t('search:results')}
          aria-busy={searching}
          data-engine={search.engine}
          className="min-w-0 max-w-reading space-y-4 max-lg:mt-5"
        >
          <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
            <TotalLine total={search.total} words={!search.empty} />
            {search.total.count > 1 && <SortLinks order={search.order} words={!search.empty} />}
          </div>
          <SearchNotices search={search} />
          <AlsoFound found={also} />
          {items.length > 0 ? (
            <ul className={`border-t border-line transition-opacity ${searching ? 'opacity-60' : ''}`}>
              {items.map((idea) => (
                <FoundIdea key={idea.slug} idea={idea} />
              ))}
            </ul>
          ) : (
            !search.beyond && <NothingFound search={search} />
          )}
          {signedIn && (items.length > 0 || search.filtered || !search.empty) && (
            <p className="not-on-paper">
              <Link
                to={paths.savedSearches({ tim: query === '' ? '?' : query })}
                className="link inline-flex items-center gap-2"
              >
                <Icon name="bookmark" className="size-5" />
                {t('sponsorship:searches.save')}
              </Link>
            </p>
          )}
          <Pagination page={Math.min(search.page, search.pages)} pages={search.pages} />
          {items.length > 0 && (
            <p className="not-on-paper flex flex-wrap items-center justify-between gap-3 pt-4 text-muted">
              {t('search:notThere')}
              <ButtonLink to={paths.newIdea()} tone="secondary" icon="plus">
                {t('site:nav.newIdea')}
              </ButtonLink>
            </p>
          )}
        </section>
      </div>
    </Page>
  );
}

const pauseAfterKey = 180;

/**
 * Results while one types: a moment after the last key, and never an older answer over a newer one (the router sees to that). What the box
 * holds follows the address when somebody went back or took another link, and is left alone while they type.
 */
function useSearchAsYouType(typed: string) {
  const submit = useSubmit();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const asked = useRef(typed);
  const { key } = useLocation();
  useEffect(() => () => clearTimeout(timer.current), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same words at another entry of the history count too
  useEffect(() => {
    const box = form.current?.elements.namedItem('q');
    if (box instanceof HTMLInputElement && typed !== asked.current.replace(/\s+/g, ' ').trim()) box.value = typed;
    asked.current = typed;
  }, [typed, key]);
  const remember = () => {
    clearTimeout(timer.current);
    const box = form.current?.elements.namedItem('q');
    if (box instanceof HTMLInputElement) asked.current = box.value;
  };
  return {
    ref: form,
    onInput(event: React.FormEvent<HTMLFormElement>) {
      clearTimeout(timer.current);
      if ((event.nativeEvent as InputEvent).isComposing) return;
      timer.current = setTimeout(() => {
        if (form.current === null) return;
        remember();
        const query = new URLSearchParams(new FormData(form.current) as unknown as Record<string, string>);
        query.set('go', '1');
        submit(query, { method: 'get', replace: true, preventScrollReset: true });
      }, pauseAfterKey);
    },
    onSubmit: remember,
  };
}
