import { useTranslation } from 'react-i18next';
import type { ContestPhase } from '#app/domain/contests/contest.ts';
import { Badge, type BadgeTone } from '#app/ui/controls/badge.tsx';

const tones: Record<ContestPhase, BadgeTone> = {
  draft: 'neutral',
  announced: 'info',
  open: 'joy',
  suspended: 'warn',
  judging: 'info',
  published: 'ok',
  cancelled: 'danger',
};

/** Where a contest stands, in a word or two. */
export function PhaseBadge({ phase }: { phase: ContestPhase }) {
  const { t } = useTranslation();
  return <Badge tone={tones[phase]}>{t(`site:contestPhases.${phase}`)}</Badge>;
}
