import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { Bar } from '#app/ui/charts/bar.tsx';
import { Num } from '#app/ui/controls/num.tsx';
import { Table } from '#app/ui/controls/table.tsx';

type Sister = { slug: string; name: string; ideas: number; rank: number; isThis: boolean };

/** The first, those around this unit, and the last, as bars of one scale; the whole order stands in a table beneath. */
export function PlaceAmongSisters({ sisters, above }: { sisters: readonly Sister[]; above: string }) {
  const { t } = useTranslation();
  const here = sisters.findIndex(({ isThis }) => isThis);
  const own = sisters[here];
  if (own === undefined) return null;
  const most = Math.max(0, ...sisters.map(({ ideas }) => ideas));
  if (most === 0) return <p className="text-muted">{t('units:page.noneYet')}</p>;
  const near = [0, here - 1, here, here + 1].filter((at) => at >= 0 && at < sisters.length);
  const shown = [...new Set(near)].sort((one, other) => one - other);
  return (
    <div className="max-w-2xl">
      <p className="mb-3">{t('units:page.placeOf', { rank: own.rank, count: sisters.length, above })}</p>
      <ol className="space-y-2.5">
        {shown.map((at) => {
          const { slug, name, ideas, rank, isThis } = sisters[at]!;
          return (
            <li key={slug}>
              <p className={`flex items-baseline justify-between gap-4 ${isThis ? 'font-semibold' : ''}`}>
                <span>
                  <span className="figures text-muted">{rank}.</span>{' '}
                  {isThis ? (
                    name
                  ) : (
                    <Link to={paths.unit({ slug })} className="link">
                      {name}
                    </Link>
                  )}
                </span>
                <span className="figures">
                  <Num value={ideas} />
                </span>
              </p>
              <div className="overflow-hidden rounded-full bg-sunken">
                <Bar value={ideas} max={most} fill={isThis ? 'fill-joy-strong' : 'fill-action'} />
              </div>
            </li>
          );
        })}
      </ol>
      <details className="mt-3">
        <summary className="link inline-block">{t('units:page.sistersTable')}</summary>
        <div className="mt-3">
          <Table
            caption={t('units:page.sistersCaption')}
            captionHidden
            rows={sisters}
            rowKey={(sister) => sister.slug}
            columns={[
              { key: 'rank', label: t('units:page.rank'), number: true, cell: (sister) => sister.rank },
              {
                key: 'name',
                label: t('units:page.sister'),
                heading: true,
                cell: (sister) => (sister.isThis ? sister.name : <Link to={paths.unit(sister)}>{sister.name}</Link>),
              },
              {
                key: 'ideas',
                label: t('units:page.ideas'),
                number: true,
                cell: (sister) => <Num value={sister.ideas} />,
              },
            ]}
          />
        </div>
      </details>
    </div>
  );
}
