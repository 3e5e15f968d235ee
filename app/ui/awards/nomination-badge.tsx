import { useTranslation } from 'react-i18next';
import type { NominationState } from '#app/domain/awards/nomination.ts';
import { Badge } from '#app/ui/controls/badge.tsx';

const tones = { waiting: 'info', sent: 'info', accepted: 'ok', declined: 'warn', withdrawn: 'neutral' } as const;

/** Where a nomination stands, in a word. */
export function NominationBadge({ state }: { state: NominationState }) {
  const { t } = useTranslation();
  return <Badge tone={tones[state]}>{t(`awards:nominations.${state}`)}</Badge>;
}
