import { useTranslation } from 'react-i18next';
import type { OthersSheet } from '#app/domain/judging/others-marks.ts';
import { Num } from '#app/ui/controls/num.tsx';
import { Table } from '#app/ui/controls/table.tsx';

/** What the other judges gave the same entry, by their numbers, beside one's own. */
export function OthersMarks({
  criteria,
  total,
  others,
}: {
  criteria: readonly { id: string; name: string; value: number | null }[];
  total: number | null;
  others: readonly OthersSheet[];
}) {
  const { t } = useTranslation();
  if (others.length === 0) return <p className="text-sm text-muted">{t('judging:others.none')}</p>;
  const seats = [
    { key: 'own', label: t('judging:others.own') },
    ...others.map(({ judge }) => ({ key: `judge-${judge}`, label: t('judging:others.judge', { number: judge }) })),
  ];
  const rows = [
    ...criteria.map(({ id, name, value }, at) => ({
      id,
      name,
      digits: undefined,
      marks: [value, ...others.map(({ marks }) => marks[at])],
    })),
    { id: 'total', name: t('judging:sheet.total'), digits: 2, marks: [total, ...others.map((other) => other.total)] },
  ];
  return (
    <Table
      caption={t('judging:others.title')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'criterion', label: t('judging:others.criterion'), heading: true, cell: (row) => row.name },
        ...seats.map((seat, at) => ({
          ...seat,
          number: true,
          cell: (row: (typeof rows)[number]) => {
            const mark = row.marks[at] ?? null;
            return mark === null ? '–' : <Num value={mark} digits={row.digits} />;
          },
        })),
      ]}
    />
  );
}
