import { useTranslation } from 'react-i18next';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Num } from '#app/ui/controls/num.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Written } from '#app/ui/ideas/written.tsx';

type Marks = { mean: number; adjusted: number | null; rank: number };
type Appeal = {
  at: Date | string;
  text: string;
  recount: { same: boolean; published: Marks; again: Marks | null } | null;
  decision: 'UPHELD' | 'REJECTED' | null;
  reason: string | null;
};

/** An appeal: what was asked, what the machine found, what was decided. */
export function AppealView({ appeal }: { appeal: Appeal }) {
  const { t } = useTranslation();
  const { recount, decision, reason } = appeal;
  return (
    <div className="space-y-4">
      <p className="text-sm text-muted">
        {t('awards:appeal.sent')} <Time at={appeal.at} />
      </p>
      <Written text={appeal.text} />
      {recount !== null && (
        <div className="space-y-2">
          <p className="font-semibold">{t(recount.same ? 'awards:appeal.same' : 'awards:appeal.different')}</p>
          <Table
            caption={t('awards:appeal.recount')}
            captionHidden
            cards
            rows={[
              { name: t('awards:appeal.published'), ...recount.published },
              ...(recount.again === null ? [] : [{ name: t('awards:appeal.again'), ...recount.again }]),
            ]}
            rowKey={(row) => row.name}
            columns={[
              { key: 'name', label: t('awards:appeal.recount'), heading: true, cell: (row) => row.name },
              { key: 'rank', label: t('results:fields.rank'), number: true, cell: (row) => <Num value={row.rank} /> },
              {
                key: 'mean',
                label: t('results:fields.mean'),
                number: true,
                cell: (row) => <Num value={row.mean} digits={2} />,
              },
              {
                key: 'adjusted',
                label: t('results:fields.adjusted'),
                number: true,
                cell: (row) => (row.adjusted === null ? '–' : <Num value={row.adjusted} digits={2} />),
              },
            ]}
          />
        </div>
      )}
      {decision === null ? (
        <Badge tone="info">{t('awards:appeal.waiting')}</Badge>
      ) : (
        <div className="space-y-1">
          <Badge tone={decision === 'UPHELD' ? 'ok' : 'neutral'}>{t(`awards:appeal.${decision}`)}</Badge>
          <Written text={reason ?? ''} />
        </div>
      )}
    </div>
  );
}
