import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayKept } from '#app/domain/people/day.ts';
import { findMembers, membersPerPage } from '#app/domain/units/find-members.server.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Pagination } from '#app/ui/controls/pagination.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { ClaimCard } from '#app/ui/units/claim-card.tsx';
import { ManagedUnitTabs } from '#app/ui/units/managed-unit-tabs.tsx';
import { formatDay } from '#app/words/format.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => t('staff:members.windowTitle', { unit: data.unit.name }),
};

export const loader = forStaff(async ({ person, part, url }) => {
  const asked = Number(url.searchParams.get('trang') ?? 1);
  const page = Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : 1;
  const { unit, claims, members } = await findMembers({ by: person, slug: part('slug'), page });
  const withDay = <Row extends { person: { birthDate: Date } }>(row: Row) => ({
    ...row,
    person: { ...row.person, birthDate: dayKept(row.person.birthDate) },
  });
  return {
    unit,
    page,
    pages: Math.max(1, Math.ceil(members.total / membersPerPage)),
    claims: { total: claims.total, rows: claims.rows.map(withDay) },
    members: { total: members.total, rows: members.rows.map(withDay) },
  };
});

export default function UnitMembers() {
  const { t } = useTranslation();
  const { unit, claims, members, page, pages } = useLoaderData<typeof loader>();
  return (
    <Page title={unit.name} trail={[{ to: paths.administration(), label: t('admin:title') }]}>
      <ManagedUnitTabs unit={unit} claims={claims.total} />
      <Section
        title={t('staff:members.waiting', { count: claims.total })}
        lead={
          claims.total > claims.rows.length ? t('staff:members.someShown', { count: claims.rows.length }) : undefined
        }
      >
        {claims.rows.length === 0 ? (
          <EmptyState icon="check" title={t('staff:members.noneWaiting')} />
        ) : (
          <ul className="space-y-3">
            {claims.rows.map((claim) => (
              <ClaimCard key={claim.id} claim={claim} below={claim.unit.slug !== unit.slug} />
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('staff:members.members', { count: members.total })} lead={t('staff:members.order')}>
        <Table
          caption={t('staff:members.tab')}
          captionHidden
          cards
          rows={members.rows}
          rowKey={(row) => row.id}
          empty={<EmptyState icon="users" title={t('staff:members.none')} />}
          columns={[
            { key: 'name', label: t('people:fields.fullName'), heading: true, cell: (row) => row.person.fullName },
            {
              key: 'birth',
              label: t('people:fields.birthDate'),
              number: true,
              cell: (row) => formatDay(row.person.birthDate),
            },
            {
              key: 'login',
              label: t('staff:members.login'),
              cell: (row) => <span className="wrap-anywhere">{row.person.login}</span>,
            },
            { key: 'since', label: t('staff:members.since'), cell: (row) => <Time at={row.confirmedAt} form="date" /> },
            {
              key: 'act',
              label: t('staff:members.help'),
              cell: (row) => (
                <span className="flex flex-wrap gap-2">
                  <ButtonLink
                    to={paths.member(row)}
                    tone="secondary"
                    size="sm"
                    icon="settings"
                    aria-label={t('staff:members.changeOne', { name: row.person.fullName })}
                  >
                    {t('staff:members.change')}
                  </ButtonLink>
                  {row.mayGiveSlip && (
                    <ButtonLink to={paths.slipPassword(row)} tone="secondary" size="sm" icon="lock">
                      {t('staff:slip.short')}
                    </ButtonLink>
                  )}
                </span>
              ),
            },
          ]}
        />
        <div className="mt-4">
          <Pagination page={page} pages={pages} />
        </div>
      </Section>
    </Page>
  );
}
