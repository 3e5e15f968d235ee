import { Form, Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findProvinces } from '#app/domain/units/find-provinces.server.ts';
import { findUnits, type UnitFound } from '#app/domain/units/find-units.server.ts';
import { findUnitsUnderCentre } from '#app/domain/units/find-units-under-centre.server.ts';
import { unitLabel } from '#app/domain/units/unit.ts';
import { paths } from '#app/paths.ts';
import { forReaders } from '#app/routes/door.server.ts';
import { ProvinceTiles } from '#app/ui/charts/province-tiles.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Num } from '#app/ui/controls/num.tsx';
import { SearchField } from '#app/ui/controls/search-field.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { UnitLinks } from '#app/ui/units/unit-links.tsx';

export const handle: PageHandle<typeof loader> = {
  title: (t) => t('units:list.title'),
  description: (t) => t('units:list.lead'),
};

export const loader = forReaders(async ({ url }) => {
  const q = url.searchParams.get('q')?.slice(0, 200).trim() ?? '';
  if (q !== '') return { q, found: await findUnits({ text: q, limit: 60 }), provinces: [], centre: [] };
  const [provinces, centre] = await Promise.all([findProvinces(), findUnitsUnderCentre()]);
  return { q, found: [], provinces, centre };
});

export default function Units() {
  const { t } = useTranslation();
  const { q, found, provinces, centre } = useLoaderData<typeof loader>();
  return (
    <Page title={t('units:list.title')} lead={t('units:list.lead')}>
      <Form method="get" role="search" className="max-w-reading">
        <SearchField
          name="q"
          label={t('units:list.search')}
          placeholder={t('units:list.placeholder')}
          defaultValue={q}
          describedBy="q-hint"
        />
        <p id="q-hint" className="mt-2 text-sm text-muted">
          {t('units:list.searchHint')}
        </p>
      </Form>
      {q !== '' ? (
        <Found q={q} found={found} />
      ) : (
        <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
          <Section title={t('units:list.provinces', { count: provinces.length })}>
            <ul className="grid gap-x-6 sm:grid-cols-2">
              {provinces.map((province) => (
                <li key={province.id} className="border-b border-line py-2.5">
                  <Link to={paths.unit(province)} className="link font-semibold">
                    {province.name}
                  </Link>
                  <span className="block text-sm text-muted">
                    {t('units:list.communes', { count: province.communes })}
                    {province.ideas > 0 && (
                      <>
                        {' · '}
                        <Num value={province.ideas} /> {t('units:list.ideas', { count: province.ideas })}
                      </>
                    )}
                  </span>
                </li>
              ))}
            </ul>
            {centre.length > 0 && (
              <div className="mt-8">
                <UnitLinks title={t('units:list.underCentre')} units={centre} />
              </div>
            )}
          </Section>
          <Section title={t('units:list.map')}>
            <ProvinceTiles
              label={t('units:list.mapCaption')}
              provinces={provinces.map((province) => ({
                code: province.code,
                name: province.name,
                value: province.ideas,
                to: paths.unit(province),
              }))}
            />
          </Section>
        </div>
      )}
    </Page>
  );
}

function Found({ q, found }: { q: string; found: UnitFound[] }) {
  const { t } = useTranslation();
  if (found.length === 0) {
    return (
      <EmptyState icon="search" title={t('units:list.nothing', { q })}>
        {t('units:list.nothingWhy')}
      </EmptyState>
    );
  }
  return (
    <Section
      title={
        found.length >= 60 ? t('units:list.foundMany', { count: 60 }) : t('units:list.found', { count: found.length })
      }
    >
      <ul className="divide-y divide-line">
        {found.map((unit) => (
          <li key={unit.id} className="py-3">
            <Link to={paths.unit(unit)} className="link font-semibold">
              {unitLabel(unit)}
            </Link>
            <span className="block text-sm text-muted">
              {t(`units:kinds.${unit.kind}`)}
              {unit.formerly && <> · {t('units:finder.formerly', { name: unit.formerly })}</>}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
