import { Link, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { buttonLook } from './button.tsx';
import { Icon } from './icon.tsx';

/** Links to the neighbours of a page; everything else in the address stays as it is. */
export function Pagination({ page, pages, param = 'trang' }: { page: number; pages: number; param?: string }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  if (pages <= 1) return null;
  const to = (target: number) => {
    const next = new URLSearchParams(search);
    if (target <= 1) next.delete(param);
    else next.set(param, String(target));
    return `?${next}`;
  };
  const near = [...new Set([1, page - 1, page, page + 1, pages])].filter((n) => n >= 1 && n <= pages);
  return (
    <nav aria-label={t('controls:pages.label')} className="flex flex-wrap items-center justify-center gap-1.5">
      {page > 1 && (
        <Link to={to(page - 1)} rel="prev" className={buttonLook('quiet', 'sm')}>
          <Icon name="chevronLeft" className="size-4" />
          {t('controls:pages.previous')}
        </Link>
      )}
      <ul className="flex items-center gap-1.5">
        {near.map((n, index) => (
          <li key={n} className="flex items-center gap-1.5">
            {index > 0 && n - (near[index - 1] ?? n) > 1 && (
              <span aria-hidden="true" className="text-muted">
                …
              </span>
            )}
            <Link
              to={to(n)}
              aria-current={n === page ? 'page' : undefined}
              aria-label={t('controls:pages.page', { page: n })}
              className={`${buttonLook(n === page ? 'primary' : 'quiet', 'sm')} figures min-w-9`}
            >
              {n}
            </Link>
          </li>
        ))}
      </ul>
      {page < pages && (
        <Link to={to(page + 1)} rel="next" className={buttonLook('quiet', 'sm')}>
          {t('controls:pages.next')}
          <Icon name="chevronRight" className="size-4" />
        </Link>
      )}
    </nav>
  );
}
