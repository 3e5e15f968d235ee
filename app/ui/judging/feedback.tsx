import { useTranslation } from 'react-i18next';
import { Card } from '#app/ui/controls/card.tsx';
import { Num } from '#app/ui/controls/num.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { Written } from '#app/ui/ideas/written.tsx';

type FeedbackData = {
  round: string;
  rank: number;
  mean: number;
  adjusted: number | null;
  sheets: number;
  criteria: { name: string; min: number; max: number; own: number; field: number }[];
  notes: string[];
};

/** What a team gets back from a round: its place, each criterion against the field, and what judges wrote. */
export function Feedback({ feedback }: { feedback: FeedbackData }) {
  const { t } = useTranslation();
  return (
    <Card as="section">
      <h2 className="text-xl">{t('results:feedback.title', { round: feedback.round })}</h2>
      <p className="mt-1">
        {t('results:feedback.place', { rank: feedback.rank, sheets: feedback.sheets })} {t('results:fields.mean')}{' '}
        <strong>
          <Num value={feedback.mean} digits={2} />
        </strong>
        {feedback.adjusted !== null && (
          <>
            {' · '}
            {t('results:fields.adjusted')}{' '}
            <strong>
              <Num value={feedback.adjusted} digits={2} />
            </strong>
          </>
        )}
      </p>
      <div className="mt-4">
        <Table
          caption={t('results:feedback.criteria')}
          captionHidden
          rows={feedback.criteria}
          rowKey={(criterion) => criterion.name}
          columns={[
            { key: 'name', label: t('results:fields.criterion'), heading: true, cell: (criterion) => criterion.name },
            {
              key: 'own',
              label: t('results:feedback.own'),
              number: true,
              cell: (criterion) => <Num value={criterion.own} digits={2} />,
            },
            {
              key: 'field',
              label: t('results:feedback.field'),
              number: true,
              cell: (criterion) => <Num value={criterion.field} digits={2} />,
            },
            {
              key: 'max',
              label: t('results:fields.most'),
              number: true,
              cell: (criterion) => <Num value={criterion.max} />,
            },
          ]}
        />
      </div>
      {feedback.notes.length > 0 && (
        <div className="mt-4">
          <h3 className="text-lg">{t('results:feedback.notes')}</h3>
          <ul className="mt-2 space-y-3">
            {feedback.notes.map((note, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: notes have no names on purpose
              <li key={index} className="border-l-4 border-line-strong pl-4">
                <Written text={note} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}
