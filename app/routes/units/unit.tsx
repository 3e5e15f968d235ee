import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findContestsOfUnit } from '#app/domain/contests/find-contests-of-unit.server.ts';
import { findIdeasOfUnit } from '#app/domain/ideas/find-ideas-of-unit.server.ts';
import { findUnit } from '#app/domain/units/find-unit.server.ts';
import { findUnitStanding } from '#app/domain/units/find-unit-standing.server.ts';
import { unitLabel, unitTitle } from '#app/domain/units/unit.ts';
import { maySeeInsideUnit } from '#app/domain/units/unit-access.ts';
import { paths } from '#app/paths.ts';
import { forReaders, insistOn } from '#app/routes/door.server.ts';
import { TargetBar } from '#app/ui/charts/target-bar.tsx';
import { PhaseBadge } from '#app/ui/contests/phase-badge.tsx';
import { Badge } from '#app/ui/controls/badge.tsx';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { DefinitionList } from '#app/ui/controls/definition-list.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Tile } from '#app/ui/controls/tile.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { NewIdeaRow } from '#app/ui/site/idea-row.tsx';
import { PlaceAmongSisters } from '#app/ui/units/place-among-sisters.tsx';
import { UnitLinks } from '#app/ui/units/unit-links.tsx';
import { formatDay } from '#app/words/format.ts';

export const handle: PageHandle<typeof loader> = {
  title: (_, data) => unitTitle(data.page.unit),
  description: (t, data) =>
    t('units:page.description', { unit: unitLabel({ ...data.page.unit, province: data.page.province }) }),
};

export const loader = forReaders(async ({ part, person }) => {
  const page = insistOn(await findUnit({ slug: part('slug') }));
  const { unit } = page;
  const [newest, contests, standing] = unit.current
    ? await Promise.all([
        findIdeasOfUnit({ path: unit.path, limit: 5 }),
        findContestsOfUnit({ path: unit.path, limit: 5 }),
        findUnitStanding(unit),
      ])
    : [[], [], null];
  return {
    page,
    standing,
    contests,
    newest: newest.map(({ slug, title, abstract, publishedAt }) => ({
      slug,
      title,
      abstract,
      province: null,
      publishedAt,
    })),
    inside: person !== null && maySeeInsideUnit(person, page.unit) === null,
  };
});

export default function Unit() {
  const { t } = useTranslation();
  const { page, inside, newest, contests, standing } = useLoaderData<typeof loader>();
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
        <div className="grid grid-cols-2 gap-3 sm:max-w-2xl sm:grid-cols-3">
          <Tile
            label={t('units:page.ideas')}
            value={page.ideas}
            to={unit.kind === 'PROVINCE' ? paths.ideas({ tinh: unit.slug }) : undefined}
          />
          {standing && <Tile label={t('units:page.applied')} value={standing.applied} />}
          <Tile label={t('units:page.contests')} value={page.contests} />
        </div>
      )}
      {standing?.target && (
        <Section title={t('units:page.target')}>
          <div className="max-w-2xl">
            <TargetBar label={standing.target.drive} value={standing.target.brought} target={standing.target.ideas} />
          </div>
        </Section>
      )}
      {standing && standing.sisters.length > 0 && (
        <Section title={t('units:page.place')}>
          <PlaceAmongSisters sisters={standing.sisters} above={above.at(-1)?.name ?? ''} />
        </Section>
      )}
      {unit.current && (
        <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <Section
            title={t('units:page.newest')}
            actions={
              unit.kind === 'PROVINCE' &&
              newest.length > 0 && (
                <Link to={paths.ideas({ tinh: unit.slug })} className="link font-semibold">
                  {t('units:page.allIdeas')}
                </Link>
              )
            }
          >
            {newest.length === 0 ? (
              <EmptyState title={t('units:page.noIdeas')}>{t('units:page.noIdeasWhy')}</EmptyState>
            ) : (
              <ul className="rounded-card border border-line bg-surface p-2">
                {newest.map((idea) => (
                  <NewIdeaRow key={idea.slug} idea={idea} />
                ))}
              </ul>
            )}
          </Section>
          <Section title={t('units:page.hosted')}>
            {contests.length === 0 ? (
              <p className="text-muted">{t('units:page.noContests')}</p>
            ) : (
              <ul className="divide-y divide-line">
                {contests.map((contest) => (
                  <li key={contest.slug} className="py-2.5">
                    <Link to={paths.contest(contest)} className="link font-semibold">
                      {contest.name}
                    </Link>
                    <span className="mt-1 flex flex-wrap items-center gap-2 text-sm text-muted">
                      <PhaseBadge phase={contest.phase} />
                      <Time at={contest.closesAt} form="date" />
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </Section>
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
                  <span className="text-muted">{t(`site:roles.${one.kind}`)}</span>
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
