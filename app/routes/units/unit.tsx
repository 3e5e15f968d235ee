import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findUnit } from '#app/domain/units/find-unit.server.ts';
import { unitLabel, unitTitle } from '#app/domain/units/unit.ts';
import { maySeeInsideUnit } from '#app/domain/units/unit-access.ts';
import { paths } from '#app/paths.ts';
import { forReaders, insistOn } from '#app/routes/door.server.ts';
import { Badge } from '#app/ui/controls/badge.tsx';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { DefinitionList } from '#app/ui/controls/definition-list.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Tile } from '#app/ui/controls/tile.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { UnitLinks } from '#app/ui/units/unit-links.tsx';
import { formatDay } from '#app/words/format.ts';

export const handle: PageHandle<typeof loader> = {
  title: (_, data) => unitTitle(data.page.unit),
  description: (t, data) =>
    t('units:page.description', { unit: unitLabel({ ...data.page.unit, province: data.page.province }) }),
};

export const loader = forReaders(async ({ part, person }) => {
  const page = insistOn(await findUnit({ slug: part('slug') }));
  return { page, inside: person !== null && maySeeInsideUnit(person, page.unit) === null };
});

export default function Unit() {
  const { t } = useTranslation();
  const { page, inside } = useLoaderData<typeof loader>();
  const { unit, above, below, successors, predecessors, formerNames, formerNamesLeftOut, staff } = page;
  const trail = [
    { to: paths.units(), label: t('units:list.title') },
    ...above.map((one) => ({ to: paths.unit(one), label: one.name })),
  ];
  // The communes of a province are many: what is few comes first.
  const groups = [...new Set(below.map((one) => one.kind))].toSorted(
    (one, other) => Number(one === 'COMMUNE') - Number(other === 'COMMUNE'),
  );
  return (
    <Page
      title={unitTitle(unit)}
      trail={trail}
      badges={
        <>
          <Badge>{t(`units:kinds.${unit.kind}`)}</Badge>
          {!unit.current && <Badge tone="warn">{t('units:page.ended')}</Badge>}
        </>
      }
      actions={
        inside && (
          <ButtonLink to={paths.managedUnit(unit)} tone="secondary" icon="settings">
            {t('units:page.manage')}
          </ButtonLink>
        )
      }
    >
      {successors.map((one) => (
        <Notice key={one.id} tone="warning" title={t('units:page.merged', { day: formatDay(one.on) })}>
          <Link to={paths.unit(one)} className="link">
            {one.name}
          </Link>
        </Notice>
      ))}
      {unit.current && (
        <div className="grid grid-cols-2 gap-3 sm:max-w-md">
          <Tile
            label={t('units:page.ideas')}
            value={page.ideas}
            to={unit.kind === 'PROVINCE' ? paths.ideas({ tinh: unit.slug }) : undefined}
          />
          <Tile label={t('units:page.contests')} value={page.contests} />
        </div>
      )}
      {unit.current && (
        <Section title={t('units:page.staff')}>
          {staff.length === 0 ? (
            <p className="text-muted">{t('units:page.noStaff')}</p>
          ) : (
            <ul className="max-w-reading divide-y divide-line">
              {staff.map((one, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: who is not named has nothing else to be told by
                <li key={index} className="flex flex-wrap justify-between gap-x-6 py-2.5">
                  <span className={one.name === null ? 'text-muted' : 'font-semibold'}>
                    {one.name ?? t('units:page.unnamed')}
                  </span>
                  <span className="text-muted">{t(`people:roles.${one.kind}`)}</span>
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
      {groups.map((kind) => (
        <UnitLinks key={kind} title={t(`units:groups.${kind}`)} units={below.filter((one) => one.kind === kind)} />
      ))}
      {(predecessors.length > 0 || formerNames.length > 0) && (
        <Section title={t('units:page.before')}>
          <DefinitionList
            items={[
              {
                label: t('units:page.predecessors'),
                value: predecessors.length > 0 && (
                  <ul>
                    {predecessors.map((one) => (
                      <li key={one.id}>
                        <Link to={paths.unit(one)} className="link">
                          {one.name}
                        </Link>{' '}
                        <span className="text-muted">{t('units:page.until', { day: formatDay(one.on) })}</span>
                      </li>
                    ))}
                  </ul>
                ),
              },
              {
                label: t('units:page.formerNames'),
                value: formerNames.length > 0 && (
                  <>
                    <ul>
                      {formerNames.map((name) => (
                        <li key={name}>{name}</li>
                      ))}
                    </ul>
                    {formerNamesLeftOut > 0 && (
                      <p className="text-muted">{t('units:page.moreNames', { count: formerNamesLeftOut })}</p>
                    )}
                  </>
                ),
              },
            ]}
          />
        </Section>
      )}
    </Page>
  );
}
