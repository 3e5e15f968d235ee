import { useTranslation } from 'react-i18next';
import type { OthersSheet } from '#app/domain/judging/others-marks.ts';
import { Num } from '#app/ui/controls/num.tsx';
import { Table } from '#app/ui/controls/table.tsx';

/** What the other judges gave the same entry, by their numbers. */
export function OthersMarks({
  criteria,
  others,
}: {
  criteria: readonly { id: string; name: string }[];
  others: readonly OthersSheet[];
}) {
  const { t } = useTranslation();
  if (others.length === 0) return <p className="text-sm text-muted">{t('judging:others.none')}</p>;
  const rows = [
    ...criteria.map(({ id, name }, at) => ({ id, name, marks: others.map(({ marks }) => marks[at]) })),
    { id: 'total', name: t('judging:sheet.total'), marks: others.map(({ total }) => total) },
  ];
  return (
    <Table
      caption={t('judging:others.title')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'criterion', label: t('judging:others.criterion'), heading: true, cell: (row) => row.name },
        ...others.map(({ judge }, at) => ({
          key: `judge-${judge}`,
          label: t('judging:others.judge', { number: judge }),
          number: true,
          cell: (row: (typeof rows)[number]) => {
            const mark = row.marks[at] ?? null;
            return mark === null ? '–' : <Num value={mark} digits={2} />;
          },
        })),
      ]}
    />
  );
}
