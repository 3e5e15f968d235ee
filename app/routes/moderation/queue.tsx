import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findQueue } from '#app/domain/moderation/find-queue.server.ts';
import { findQueueChoices } from '#app/domain/moderation/find-queue-choices.server.ts';
import { isModerator } from '#app/domain/moderation/moderation-access.ts';
import { NotAllowed } from '#app/domain/refusal.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Button, ButtonLink } from '#app/ui/controls/button.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { FieldRow } from '#app/ui/controls/field-row.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { Pagination } from '#app/ui/controls/pagination.tsx';
import { Select } from '#app/ui/controls/select.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { useFieldName } from '#app/ui/ideas/field-name.ts';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { filterOf, withFilter } from './queue-filter.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('moderation:title'), noindex: true };

export const loader = forStaff(async ({ person, url }) => {
  if (!isModerator(person)) throw new NotAllowed({ key: 'people:refusals.staffOnly' });
  const { filter, chosen, page } = filterOf(url);
  const [queue, choices] = await Promise.all([
    findQueue({ by: person, filter, page }),
    findQueueChoices({ by: person }),
  ]);
  return { queue, choices, chosen };
});

export default function Queue() {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  const { queue, choices, chosen } = useLoaderData<typeof loader>();
  const filtered = Object.values(chosen).some((value) => value !== undefined);
  const first = queue.rows[0];
  return (
    <Page
      title={t('moderation:title')}
      lead={t('moderation:queue.lead', { count: queue.total })}
      trail={[{ to: paths.administration(), label: t('site:nav.administration') }]}
      actions={
        first &&
        queue.page === 1 && (
          <ButtonLink to={withFilter(paths.submissionReview(first), chosen)} icon="shield">
            {t('moderation:queue.start')}
          </ButtonLink>
        )
      }
    >
      <Form method="get" label={t('moderation:queue.filters')} className="space-y-3">
        <FieldRow>
          <Select
            name="linh-vuc"
            label={t('moderation:queue.field')}
            placeholder={t('moderation:queue.all')}
            options={choices.fields.map((field) => ({ value: field.id, label: fieldName(field) }))}
            defaultValue={chosen['linh-vuc']}
          />
          {choices.provinces.length > 1 && (
            <Select
              name="tinh"
              label={t('moderation:queue.province')}
              placeholder={t('moderation:queue.all')}
              options={choices.provinces.map((unit) => ({ value: String(unit.id), label: unit.name }))}
              defaultValue={chosen.tinh}
            />
          )}
          <Select
            name="loai"
            label={t('moderation:queue.kind')}
            placeholder={t('moderation:queue.all')}
            options={[
              { value: 'moi', label: t('moderation:queue.first') },
              { value: 'cap-nhat', label: t('moderation:queue.renewed') },
            ]}
            defaultValue={chosen.loai}
          />
        </FieldRow>
        <div className="flex flex-wrap gap-3">
          <Button tone="secondary" size="sm" icon="filter">
            {t('moderation:queue.apply')}
          </Button>
          {filtered && (
            <ButtonLink to={paths.moderation()} tone="quiet" size="sm">
              {t('moderation:queue.clear')}
            </ButtonLink>
          )}
        </div>
      </Form>
      <Table
        caption={t('moderation:queue.table')}
        captionHidden
        cards
        rows={queue.rows}
        rowKey={(row) => row.id}
        empty={
          filtered ? (
            <EmptyState icon="filter" title={t('moderation:queue.noneFiltered')} />
          ) : (
            <EmptyState icon="check" title={t('moderation:queue.none')}>
              {t('moderation:queue.noneWhy')}
            </EmptyState>
          )
        }
        columns={[
          {
            key: 'title',
            label: t('moderation:queue.columns.title'),
            heading: true,
            wide: true,
            cell: (row) => (
              <>
                <Link to={withFilter(paths.submissionReview(row), chosen)} className="link font-semibold wrap-anywhere">
                  {row.title}
                </Link>{' '}
                {row.number > 1 && (
                  <Badge tone={row.renewed ? 'info' : 'neutral'}>
                    {t('moderation:queue.version', { number: row.number })}
                  </Badge>
                )}
                <p className="text-sm font-normal text-muted">{row.lead}</p>
              </>
            ),
          },
          {
            key: 'from',
            label: t('moderation:queue.columns.from'),
            cell: (row) => [row.unit, row.province !== row.unit && row.province].filter(Boolean).join(', '),
          },
          {
            key: 'field',
            label: t('moderation:queue.columns.field'),
            cell: (row) => row.field && fieldName(row.field),
          },
          { key: 'at', label: t('moderation:queue.columns.at'), cell: (row) => <Time at={row.at} /> },
          {
            key: 'waited',
            label: t('moderation:queue.columns.waited'),
            cell: (row) => <Time at={row.at} form="ago" />,
          },
        ]}
      />
      <Pagination page={queue.page} pages={queue.pages} />
    </Page>
  );
}
