import { useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Section } from '#app/ui/layout/page.tsx';

type Wish = {
  id: string;
  askedAt: Date | string;
  reason: string;
  decidedAt: Date | string | null;
  decidedBy: string | null;
  granted: boolean | null;
  afterSeeing: boolean;
  entry: { number: number; title: string };
  judge: { number: number; name: string };
  changes: { criterion: string; was: number; is: number }[];
};

/** Wishes to change sheets that were handed in: decided here, with both values where marks changed since. */
export function Reopenings({
  contest,
  round,
  wishes,
}: {
  contest: { slug: string };
  round: { number: number };
  wishes: readonly Wish[];
}) {
  const { t } = useTranslation();
  if (wishes.length === 0) return null;
  return (
    <Section title={t('judging:reopening.title')}>
      <ul className="divide-y divide-line">
        {wishes.map((wish) => (
          <li key={wish.id} className="space-y-2 py-3">
            <p>
              <span className="font-semibold">
                {wish.entry.number}. {wish.entry.title} – {wish.judge.name}
              </span>{' '}
              <Badge tone={wish.decidedAt === null ? 'warn' : wish.granted ? 'ok' : 'neutral'}>
                {t(
                  wish.decidedAt === null
                    ? 'judging:reopening.waiting'
                    : wish.granted
                      ? 'judging:reopening.granted'
                      : 'judging:reopening.declined',
                )}
              </Badge>{' '}
              {wish.afterSeeing && (
                <Badge tone="warn" icon="eye">
                  {t('judging:reopening.afterSeeing')}
                </Badge>
              )}
            </p>
            <p>
              {wish.reason}{' '}
              <span className="text-sm text-muted">
                <Time at={wish.askedAt} />
                {wish.decidedBy && wish.decidedAt && (
                  <>
                    {' → '}
                    {wish.decidedBy}, <Time at={wish.decidedAt} />
                  </>
                )}
              </span>
            </p>
            {wish.changes.length > 0 && (
              <ul className="figures list-disc pl-5 text-sm">
                {wish.changes.map((change) => (
                  <li key={change.criterion}>{t('judging:reopening.change', change)}</li>
                ))}
              </ul>
            )}
            {wish.decidedAt === null && (
              <div className="flex flex-wrap gap-2">
                {(['yes', 'no'] as const).map((granted) => (
                  <ActButton
                    key={granted}
                    action={paths.reopeningDecision(contest, round)}
                    fields={{ reopening: wish.id, granted }}
                    label={t(granted === 'yes' ? 'judging:reopening.grant' : 'judging:reopening.decline')}
                    describe={`${t(granted === 'yes' ? 'judging:reopening.grant' : 'judging:reopening.decline')}: ${wish.entry.number}, ${wish.judge.name}`}
                    size="sm"
                    tone={granted === 'yes' ? 'secondary' : 'quiet'}
                  />
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
