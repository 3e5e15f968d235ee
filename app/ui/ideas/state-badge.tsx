import { useTranslation } from 'react-i18next';
import type { IdeaState } from '#app/domain/ideas/idea.ts';
import { Badge, type BadgeTone } from '#app/ui/controls/badge.tsx';

const tones: Record<IdeaState, BadgeTone> = {
  DRAFT: 'neutral',
  SUBMITTED: 'info',
  RETURNED: 'warn',
  PUBLISHED: 'ok',
  DECLINED: 'danger',
  WITHDRAWN: 'neutral',
};

export function StateBadge({ state }: { state: IdeaState }) {
  const { t } = useTranslation();
  return <Badge tone={tones[state]}>{t(`ideas:states.${state}`)}</Badge>;
}
