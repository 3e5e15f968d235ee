import { Link, useSearchParams } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { useLocale } from '#app/ui/controls/use-locale.ts';
import { formatNumber } from '#app/words/format.ts';

export type SearchTold = {
  typed: string;
  empty: boolean;
  cut: boolean;
  repairs: { from: string; to: string }[];
  corrected: string | null;
  apart: number;
  loose: boolean;
  didYouMean: string | null;
  unknown: string[];
  moved: { from: string; to: string }[];
  page: number;
  pages: number;
  beyond: boolean;
  total: Total;
  standIn: boolean;
  filtered: boolean;
};

type Total = { count: number; means: 'exact' | 'over' | 'candidates' };

/** The same list with other words, or without its filters; from the first page. */
function useOtherSearch() {
  const [search] = useSearchParams();
  return (change: { q?: string; filters?: false; sort?: string; page?: number; toTheLetter?: true }) => {
    const next = change.filters === false ? new URLSearchParams() : new URLSearchParams(search);
    if (change.filters === false && search.get('q')) next.set('q', search.get('q')!);
    if (change.q !== undefined) next.set('q', change.q);
    if (change.sort === '') next.delete('xep');
    else if (change.sort !== undefined) next.set('xep', change.sort);
    for (const name of ['trang', 'go', 'dung']) next.delete(name);
    if (change.toTheLetter) next.set('dung', '1');
    if (change.page !== undefined && change.page > 1) next.set('trang', String(change.page));
    const query = next.toString();
    return query === '' ? paths.ideas() : `?${query}`;
  };
}

/** How many there are, and what that number means. Read out when it changes. */
export function TotalLine({ total, words }: { total: Total; words: boolean }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { count, means } = total;
  // The page says at length that there is nothing; this is for those who only hear it.
  if (count === 0)
    return (
      <p role="status" className="sr-only">
        {t('search:total.none')}
      </p>
    );
  const key = means === 'over' ? 'over' : means === 'candidates' ? 'nearest' : words ? 'found' : 'all';
  return (
    <p role="status" className="text-lg font-semibold">
      {t(`search:total.${key}`, { count, formatted: formatNumber(count, locale) })}
    </p>
  );
}

export function SortLinks({ order, words }: { order: string; words: boolean }) {
  const { t } = useTranslation();
  const other = useOtherSearch();
  // Without words there is nothing to be near to: the newest come first.
  const choices = words ? ['', 'moi', 'cu', 'tan-thanh'] : ['', 'cu', 'tan-thanh'];
  const name = (choice: string) => (choice === '' ? (words ? 'near' : 'moi') : choice);
  return (
    <nav aria-label={t('search:sort.label')} className="not-on-paper">
      <ul className="flex flex-wrap gap-x-4 text-sm">
        {choices.map((choice) => (
          <li key={choice}>
            <Link
              to={other({ sort: choice })}
              preventScrollReset
              rel="nofollow"
              aria-current={choice === order || (!words && choice === '' && order === 'moi') ? 'true' : undefined}
              className="inline-flex min-h-9 items-center text-muted hover:text-ink aria-[current=true]:font-semibold aria-[current=true]:text-ink aria-[current=true]:underline aria-[current=true]:decoration-2 aria-[current=true]:underline-offset-6"
            >
              {t(`search:sort.${name(choice)}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** How the words were read where that is not as they stand; each in one sentence, with a way back. */
export function SearchNotices({ search }: { search: SearchTold }) {
  const { t } = useTranslation();
  const other = useOtherSearch();
  const said: ReactNode[] = [];
  if (search.empty && search.typed !== '') said.push(t('search:said.noWords'));
  if (search.cut) said.push(t('search:said.cut'));
  for (const { from, to } of search.repairs.slice(0, 4)) said.push(t('search:said.repaired', { from, to }));
  if (search.unknown.length > 0) said.push(t('search:said.unknown', { values: search.unknown.join(', ') }));
  for (const { from, to } of search.moved) said.push(t('search:said.moved', { from, to }));
  if (search.corrected !== null)
    said.push(
      <>
        {t('search:said.corrected', { typed: search.typed, corrected: search.corrected })}
        {search.apart > 0 && (
          <>
            {' '}
            <Link to={other({ toTheLetter: true })} rel="nofollow" className="link">
              {t('search:said.apart', { count: search.apart })}
            </Link>
          </>
        )}
      </>,
    );
  if (search.loose && search.total.count > 0) said.push(t('search:said.loose'));
  if (search.didYouMean !== null) {
    said.push(
      <>
        {t('search:said.didYouMean')}{' '}
        <Link to={other({ q: search.didYouMean })} className="link font-semibold">
          {search.didYouMean}
        </Link>
      </>,
    );
  }
  if (search.beyond) {
    said.push(
      <>
        {t('search:said.beyond', { count: search.pages, pages: search.pages })}{' '}
        <Link to={other({ page: search.pages })} className="link font-semibold">
          {t('search:said.toLast')}
        </Link>
      </>,
    );
  }
  if (search.standIn) said.push(t('search:said.standIn'));
  if (said.length === 0) return null;
  return (
    <Notice tone={search.beyond ? 'warning' : 'info'}>
      {said.map((sentence, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no other name
        <p key={index}>{sentence}</p>
      ))}
    </Notice>
  );
}

/** Nothing there: why that may be, and what to do. */
export function NothingFound({ search }: { search: SearchTold }) {
  const { t } = useTranslation();
  const other = useOtherSearch();
  if (search.empty && !search.filtered) {
    return (
      <EmptyState
        title={t('search:none.yet')}
        action={
          <ButtonLink to={paths.newIdea()} icon="plus">
            {t('site:nav.newIdea')}
          </ButtonLink>
        }
      >
        {t('search:none.yetWhy')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="search"
      title={search.empty ? t('search:none.filtered') : t('search:none.title', { q: search.typed })}
      action={
        <span className="flex flex-wrap justify-center gap-3">
          {search.filtered && (
            <ButtonLink to={other({ filters: false })} tone="secondary" icon="filter">
              {t('search:none.withoutFilters')}
            </ButtonLink>
          )}
          <ButtonLink to={paths.ideas()} tone="secondary">
            {t('search:none.all')}
          </ButtonLink>
          <ButtonLink to={paths.newIdea()} icon="plus">
            {t('site:nav.newIdea')}
          </ButtonLink>
        </span>
      }
    >
      {!search.empty && (
        <ul className="mx-auto inline-block list-disc pl-5 text-left">
          <li>{t('search:none.fewer')}</li>
          <li>{t('search:none.tones')}</li>
          <li>{t('search:none.nobody')}</li>
        </ul>
      )}
    </EmptyState>
  );
}
