import { useTranslation } from 'react-i18next';
import { Badge } from '#app/ui/controls/badge.tsx';

/** How far an idea has come in the world. Applied is where every idea wants to be, and looks like it. */
export function StageBadge({ stage }: { stage: string }) {
  const { t } = useTranslation();
  return (
    <Badge tone={stage === 'APPLIED' ? 'joy' : 'info'} icon={stage === 'APPLIED' ? 'spark' : undefined}>
      {t(`ideas:stages.${stage}`)}
    </Badge>
  );
}
