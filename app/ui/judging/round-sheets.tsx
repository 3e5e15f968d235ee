import { useTranslation } from 'react-i18next';
import type { SheetState } from '#app/domain/judging/scoresheet.ts';
import type { Because } from '#app/domain/refusal.ts';
import { Badge } from '#app/ui/controls/badge.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { useBecause } from '#app/ui/controls/form.tsx';
import { Num } from '#app/ui/controls/num.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Written } from '#app/ui/ideas/written.tsx';

export type SheetRow = {
  id: string;
  entry: { number: number; title: string; division: string };
  judge: { number: number; name: string };
  state: SheetState;
  reading: number;
  submittedAt: Date | null;
  late: number;
  recusal: { reason: string } | null;
  total: number | null;
  marks: Record<string, number>;
  noteToTeam: string;
  noteToPanel: string;
  conflicts: Because[];
};

/** Sheets mark by mark, with what judges wrote and with whatever stands against a sheet. */
export function RoundSheets({
  caption,
  by,
  sheets,
  criteria,
}: {
  caption: string;
  /** What tells the rows apart. */
  by: 'judge' | 'entry';
  sheets: readonly SheetRow[];
  criteria: readonly { id: string; name: string; max: number }[];
}) {
  const { t } = useTranslation();
  const say = useBecause();
  return (
    <div className="space-y-6">
      <Table
        caption={caption}
        captionHidden
        rows={sheets}
        rowKey={(sheet) => sheet.id}
        empty={<EmptyState icon="clipboard" title={t('judging:noSheets')} />}
        columns={[
          {
            key: 'who',
            label: t(by === 'judge' ? 'judging:fields.judge' : 'judging:fields.entry'),
            heading: true,
            cell: (sheet) => (
              <>
                {by === 'judge'
                  ? `${sheet.judge.number}. ${sheet.judge.name}`
                  : `${sheet.entry.number}. ${sheet.entry.title}`}
                {sheet.reading > 1 && (
                  <span className="text-muted"> ({t('judging:reading', { number: sheet.reading })})</span>
                )}
              </>
            ),
          },
          {
            key: 'state',
            label: t('judging:fields.state'),
            cell: (sheet) => (
              <>
                <Badge tone={sheet.state === 'submitted' ? 'ok' : sheet.state === 'blocked' ? 'warn' : 'neutral'}>
                  {t(`judging:sheetStates.${sheet.state}`)}
                </Badge>
                {sheet.submittedAt && (
                  <span className="block text-muted">
                    <Time at={sheet.submittedAt} />
                  </span>
                )}
                {sheet.late > 0 && (
                  <span className="block text-warn-ink">{t('judging:sheet.lateCount', { count: sheet.late })}</span>
                )}
              </>
            ),
          },
          ...criteria.map((criterion) => ({
            key: criterion.id,
            label: (
              <span className="inline-block max-w-28 whitespace-normal">
                {criterion.name} <span className="font-normal text-muted">/{criterion.max}</span>
              </span>
            ),
            number: true,
            cell: (sheet: SheetRow) => {
              const mark = sheet.marks[criterion.id];
              return mark === undefined ? '–' : <Num value={mark} />;
            },
          })),
          {
            key: 'total',
            label: t('judging:fields.total'),
            number: true,
            cell: (sheet) => (sheet.total === null ? '–' : <Num value={sheet.total} digits={2} />),
          },
        ]}
      />
      {sheets
        .filter(
          ({ noteToTeam, noteToPanel, recusal, conflicts }) =>
            noteToTeam !== '' || noteToPanel !== '' || recusal !== null || conflicts.length > 0,
        )
        .map((sheet) => (
          <section key={sheet.id} className="max-w-reading rounded-card border border-line bg-surface p-4">
            <h3 className="text-lg">{by === 'judge' ? sheet.judge.name : sheet.entry.title}</h3>
            {sheet.conflicts.map((path) => (
              <p key={`${path.key}-${JSON.stringify(path.values ?? {})}`} className="text-warn-ink">
                {say(path)}
              </p>
            ))}
            {sheet.recusal && (
              <p>
                <span className="font-semibold">{t('judging:sheetStates.recused')}:</span> {sheet.recusal.reason}
              </p>
            )}
            {sheet.noteToTeam !== '' && (
              <div className="mt-2">
                <p className="text-sm text-muted">{t('judging:notes.toTeam')}</p>
                <Written text={sheet.noteToTeam} />
              </div>
            )}
            {sheet.noteToPanel !== '' && (
              <div className="mt-2">
                <p className="text-sm text-muted">{t('judging:notes.toPanel')}</p>
                <Written text={sheet.noteToPanel} />
              </div>
            )}
          </section>
        ))}
    </div>
  );
}
