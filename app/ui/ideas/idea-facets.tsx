import { Link, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { buttonLook } from '#app/ui/controls/button.tsx';
import { Icon } from '#app/ui/controls/icon.tsx';
import { Num } from '#app/ui/controls/num.tsx';

export type FacetValue = { value: string; label: string | null; count: number; picked: boolean };
export type Facet = { param: string; values: FacetValue[] };

/** More than these are folded away; characters of a long list nobody reads. */
const shownAtOnce = 8;

function useFacetWords() {
  const { t } = useTranslation();
  return (param: string, { value, label }: Pick<FacetValue, 'value' | 'label'>) => {
    if (label !== null) return label;
    const key = value.toUpperCase();
    return param === 'chang' ? t(`ideas:stages.${key}`) : t(`search:lookingFor.${key}`);
  };
}

/** The address with a value of a facet picked or let go; always from the first page. */
function useToggle() {
  const [search] = useSearchParams();
  return (param: string, value: string) => {
    const next = new URLSearchParams(search);
    const kept = next.getAll(param).filter((one) => one !== value);
    const had = kept.length < next.getAll(param).length;
    next.delete(param);
    for (const one of had ? kept : [...kept, value]) next.append(param, one);
    next.delete('trang');
    next.delete('go');
    const query = next.toString();
    return query === '' ? '?' : `?${query}`;
  };
}

/** What the list can be narrowed by: chips that open on a phone, a column on a desktop. Links, so that each view has an address. */
export function IdeaFacets({ facets }: { facets: Facet[] }) {
  const { t } = useTranslation();
  const words = useFacetWords();
  const toggle = useToggle();
  const picked = facets.flatMap(({ param, values }) =>
    values.filter((one) => one.picked).map((one) => ({ param, one })),
  );
  const useful = facets.filter(({ values }) => values.length > 0);
  return (
    <div className="not-on-paper min-w-0">
      {picked.length > 0 && (
        <ul aria-label={t('search:picked')} className="mb-3 flex flex-wrap gap-2">
          {picked.map(({ param, one }) => (
            <li key={`${param}-${one.value}`}>
              <Link
                to={toggle(param, one.value)}
                preventScrollReset
                aria-label={t('search:letGo', { name: words(param, one) })}
                className={`${buttonLook('secondary', 'sm')} rounded-full bg-action-soft`}
              >
                {words(param, one)}
                <Icon name="close" className="size-4" />
              </Link>
            </li>
          ))}
        </ul>
      )}
      <ul className="flex flex-wrap gap-2 lg:hidden" aria-label={t('search:filters')}>
        {useful.map((facet) => (
          <li key={facet.param} className="contents">
            <details className="group open:w-full" name="facet">
              <summary className={`${buttonLook('secondary', 'sm')} cursor-pointer list-none rounded-full`}>
                {t(`search:facets.${facet.param}`)}
                <Icon name="chevronDown" className="size-4 transition-transform group-open:rotate-180" />
              </summary>
              <div className="mt-2 rounded-card border border-line bg-surface px-3 py-2">
                <FacetValues facet={facet} />
              </div>
            </details>
          </li>
        ))}
      </ul>
      <div className="space-y-7 max-lg:hidden">
        {useful.map((facet) => (
          <section key={facet.param} aria-labelledby={`facet-${facet.param}`}>
            <h2 id={`facet-${facet.param}`} className="mb-1 text-base font-semibold">
              {t(`search:facets.${facet.param}`)}
            </h2>
            <FacetValues facet={facet} />
          </section>
        ))}
      </div>
    </div>
  );
}

function FacetValues({ facet }: { facet: Facet }) {
  const { t } = useTranslation();
  const first = facet.values.filter((one, index) => one.picked || index < shownAtOnce);
  const rest = facet.values.filter((one) => !first.includes(one));
  return (
    <>
      <FacetLinks param={facet.param} values={first} />
      {rest.length > 0 && (
        <details className="group">
          <summary className="link inline-flex min-h-9 cursor-pointer list-none items-center gap-1 text-sm">
            {t('search:more', { count: rest.length })}
            <Icon name="chevronDown" className="size-4 transition-transform group-open:rotate-180" />
          </summary>
          <FacetLinks param={facet.param} values={rest} />
        </details>
      )}
    </>
  );
}

function FacetLinks({ param, values }: { param: string; values: FacetValue[] }) {
  const words = useFacetWords();
  const toggle = useToggle();
  return (
    <ul>
      {values.map((one) => (
        <li key={one.value}>
          <Link
            to={toggle(param, one.value)}
            preventScrollReset
            rel="nofollow"
            aria-current={one.picked ? 'true' : undefined}
            className="flex min-h-9 items-center gap-2.5 rounded-field py-1 hover:text-action-ink aria-[current=true]:font-semibold"
          >
            <span
              aria-hidden="true"
              className={`inline-flex size-4.5 shrink-0 items-center justify-center rounded-sm border ${one.picked ? 'border-action bg-action text-on-action' : 'border-line-strong bg-surface'}`}
            >
              {one.picked && <Icon name="check" className="size-3.5" />}
            </span>
            <span className="min-w-0 flex-1 leading-snug">{words(param, one)}</span>
            <span className="figures text-sm text-muted">
              <Num value={one.count} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
