import { useTranslation } from 'react-i18next';
import type { PanelStanding } from '#app/domain/judging/panels.ts';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Num } from '#app/ui/controls/num.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { Section } from '#app/ui/layout/page.tsx';

/** The panels of a round: what each has to read, who reads it, and where there are too few. Nothing where entries are not parted. */
export function PanelStandings({
  panels,
  apart,
}: {
  panels: readonly PanelStanding[];
  apart: readonly { number: number; title: string }[];
}) {
  const { t } = useTranslation();
  if (panels.length === 0 && apart.length === 0) return null;
  const short = panels.filter((panel) => panel.short !== null);
  return (
    <Section title={t('judging:panels.title')} lead={t('judging:panels.lead')} small>
      <div className="space-y-4">
        {short.length > 0 && (
          <Notice tone="warning" title={t('judging:panels.short', { count: short.length })}>
            <ul className="list-disc space-y-1 pl-5">
              {short.map((panel) => (
                <li key={panel.key}>{t(`judging:panels.why.${panel.short}`, { ...panel, panel: panel.name })}</li>
              ))}
            </ul>
          </Notice>
        )}
        {apart.length > 0 && (
          <Notice tone="warning" title={t('judging:panels.apart', { count: apart.length })}>
            <p>{t('judging:panels.apartMeaning')}</p>
            <ul className="mt-2 list-disc pl-5">
              {apart.map(({ number, title }) => (
                <li key={number}>
                  {number}. {title}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <Table
          caption={t('judging:panels.title')}
          captionHidden
          cards
          rows={panels}
          rowKey={(panel) => panel.key}
          columns={[
            {
              key: 'name',
              label: t('judging:panels.panel'),
              heading: true,
              cell: (panel) => (
                <>
                  {panel.name} {panel.short && <Badge tone="warn">{t(`judging:panels.shortOf.${panel.short}`)}</Badge>}
                </>
              ),
            },
            {
              key: 'entries',
              label: t('judging:panels.entries'),
              number: true,
              cell: (panel) => <Num value={panel.entries} />,
            },
            {
              key: 'assigned',
              label: t('judging:panels.assigned'),
              number: true,
              cell: (panel) => (
                <>
                  <Num value={panel.assigned} />/<Num value={panel.wanted} />
                </>
              ),
            },
            {
              key: 'submitted',
              label: t('judging:panels.submitted'),
              number: true,
              cell: (panel) => <Num value={panel.submitted} />,
            },
            {
              key: 'unread',
              label: t('judging:panels.unread'),
              number: true,
              cell: (panel) => <Num value={panel.unread} />,
            },
            {
              key: 'judges',
              label: t('judging:panels.judges'),
              number: true,
              cell: (panel) => <Num value={panel.judges} />,
            },
            {
              key: 'capacity',
              label: t('judging:panels.capacity'),
              number: true,
              cell: (panel) => <Num value={panel.capacity} />,
            },
          ]}
        />
      </div>
    </Section>
  );
}
