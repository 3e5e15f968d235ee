import { Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { auditNouns, type Happening, mostExported } from '#app/domain/audit/audit.ts';
import { findHappenings } from '#app/domain/audit/find-happenings.server.ts';
import { findNamesOfFilter } from '#app/domain/audit/find-names-of-filter.server.ts';
import { findManagedContests } from '#app/domain/contests/find-managed-contests.server.ts';
import { isOfficer } from '#app/domain/people/actor.ts';
import { findStaffUnits } from '#app/domain/units/find-staff-units.server.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';
import { HappeningWords } from '#app/ui/audit/happening-words.tsx';
import { Button, ButtonLink } from '#app/ui/controls/button.tsx';
import { DateField } from '#app/ui/controls/date-field.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { FieldRow } from '#app/ui/controls/field-row.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { Num } from '#app/ui/controls/num.tsx';
import { Select } from '#app/ui/controls/select.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { auditFilterOf } from './audit-filter.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('admin:audit.title'), noindex: true };

export const loader = forStaff(async ({ person, url }) => {
  const { filter, chosen } = auditFilterOf(url.searchParams);
  const [{ happenings, older }, units, contests, named] = await Promise.all([
    findHappenings({ by: person, filter, before: url.searchParams.get('truoc') ?? undefined }),
    findStaffUnits({ by: person }),
    isOfficer(person) ? findManagedContests({ by: person, page: 1 }) : null,
    findNamesOfFilter({ filter }),
  ]);
  return {
    happenings,
    older,
    chosen,
    named,
    first: !url.searchParams.has('truoc'),
    units: units.map(({ slug, name }) => ({ slug, name })),
    contests: contests?.contests.map(({ slug, name }) => ({ slug, name })) ?? [],
  };
});

export default function Audit() {
  const { t } = useTranslation();
  const { happenings, older, chosen, named, first, units, contests } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const filtered = Object.values(chosen).some((value) => value !== undefined);
  const addressWith = (name: string, value: string | null) => {
    const next = new URLSearchParams(search);
    next.delete('truoc');
    if (value === null) next.delete(name);
    else next.set(name, value);
    return `?${next}`;
  };
  const place = (list: { slug: string; name: string }[], one: { slug: string; name: string } | null) =>
    one === null || list.some(({ slug }) => slug === one.slug) ? list : [...list, one];
  return (
    <Page
      title={t('admin:audit.title')}
      lead={t('admin:audit.lead')}
      trail={[{ to: paths.administration(), label: t('site:nav.administration') }]}
    >
      <Form method="get" label={t('admin:audit.filters')} className="space-y-3">
        <FieldRow>
          <TextField
            name="nguoi"
            label={t('admin:audit.person')}
            hint={t('admin:audit.personHint')}
            defaultValue={chosen.nguoi}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
          <Select
            name="don-vi"
            label={t('admin:audit.unit')}
            placeholder={t('admin:audit.allUnits')}
            options={place(units, named.unit).map((unit) => ({ value: unit.slug, label: unit.name }))}
            defaultValue={chosen['don-vi']}
          />
          <Select
            name="loai"
            label={t('admin:audit.kind')}
            placeholder={t('admin:audit.allKinds')}
            options={[...auditNouns, ...(chosen.loai?.includes('.') ? [chosen.loai] : [])].map((noun) => ({
              value: noun,
              label: noun.includes('.') ? t(`admin:events.${noun}`) : t(`admin:eventNouns.${noun}`),
            }))}
            defaultValue={chosen.loai}
          />
        </FieldRow>
        <FieldRow>
          {(contests.length > 0 || named.contest !== null) && (
            <Select
              name="cuoc-thi"
              label={t('admin:audit.contest')}
              placeholder={t('admin:audit.allContests')}
              options={place(contests, named.contest).map((contest) => ({ value: contest.slug, label: contest.name }))}
              defaultValue={chosen['cuoc-thi']}
            />
          )}
          <DateField name="tu" label={t('admin:audit.from')} defaultValue={chosen.tu} autoComplete="off" />
          <DateField name="den" label={t('admin:audit.to')} defaultValue={chosen.den} autoComplete="off" />
        </FieldRow>
        <div className="flex flex-wrap gap-3">
          <Button tone="secondary" size="sm" icon="filter">
            {t('admin:audit.apply')}
          </Button>
          {filtered && (
            <ButtonLink to={paths.audit()} tone="quiet" size="sm">
              {t('admin:audit.clear')}
            </ButtonLink>
          )}
        </div>
      </Form>
      <Table
        caption={t('admin:audit.table')}
        captionHidden
        cards
        rows={happenings}
        rowKey={(row) => row.id}
        empty={
          <EmptyState icon={filtered ? 'filter' : 'clock'} title={t('admin:audit.none')}>
            {t('admin:audit.noneWhy')}
          </EmptyState>
        }
        columns={[
          { key: 'at', label: t('admin:audit.at'), cell: (row) => <Time at={row.at} /> },
          {
            key: 'by',
            label: t('admin:audit.by'),
            cell: (row) =>
              row.by ? (
                <Link to={addressWith('nguoi', row.by.id)} className="link">
                  {row.by.name}
                </Link>
              ) : (
                <span className="text-muted">{t('admin:audit.clock')}</span>
              ),
          },
          {
            key: 'what',
            label: t('admin:audit.what'),
            heading: true,
            cell: (row) => (
              <>
                {t(`admin:events.${row.kind}`)}
                {row.role && <span className="text-muted"> ({t(`notifications:roles.${row.role}`)})</span>}
              </>
            ),
          },
          {
            key: 'to',
            label: t('admin:audit.subject'),
            cell: (row) => <HappeningWords happening={row as Happening} personTo={(id) => addressWith('nguoi', id)} />,
          },
        ]}
      />
      <nav aria-label={t('admin:audit.pages')} className="flex flex-wrap justify-center gap-3">
        {!first && (
          <ButtonLink to={addressWith('truoc', null)} tone="quiet" size="sm" icon="chevronLeft">
            {t('admin:audit.newest')}
          </ButtonLink>
        )}
        {older !== null && (
          <ButtonLink to={addressWith('truoc', older)} tone="secondary" size="sm">
            {t('admin:audit.older')}
          </ButtonLink>
        )}
      </nav>
      {happenings.length > 0 && (
        <form method="post" action={paths.auditExport()} className="max-w-reading space-y-3">
          {Object.entries(chosen).map(([name, value]) => value && <HiddenField key={name} name={name} value={value} />)}
          <p className="text-muted">
            {t('admin:audit.exportLead')} <Num value={mostExported} />.
          </p>
          <Button tone="secondary" icon="download">
            {t('admin:audit.export')}
          </Button>
        </form>
      )}
    </Page>
  );
}
