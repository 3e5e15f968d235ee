import { useTranslation } from 'react-i18next';
import type { WeakCriterion } from '#app/domain/mentoring/weak-criteria.ts';
import { Num } from '#app/ui/controls/num.tsx';
import { Table } from '#app/ui/controls/table.tsx';

/** The criteria on which a team scored low, beside its division. */
export function WeakCriteria({ weak }: { weak: readonly WeakCriterion[] }) {
  const { t } = useTranslation();
  return (
    <Table
      caption={t('mentoring:ask.weak')}
      rows={weak}
      rowKey={({ name }) => name}
      columns={[
        { key: 'name', label: t('mentoring:ask.criterion'), heading: true, cell: ({ name }) => name },
        { key: 'own', label: t('mentoring:ask.own'), number: true, cell: ({ own }) => <Num value={own} digits={1} /> },
        {
          key: 'field',
          label: t('mentoring:ask.others'),
          number: true,
          cell: ({ field }) => <Num value={field} digits={1} />,
        },
      ]}
    />
  );
}
