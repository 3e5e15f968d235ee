import { useTranslation } from 'react-i18next';
import { type MentoringAspect, mentoringAspects } from '#app/domain/mentoring/aspect.ts';
import { Badge } from '#app/ui/controls/badge.tsx';

/** What help is about, as small labels. */
export function Aspects({ aspects }: { aspects: readonly MentoringAspect[] }) {
  const { t } = useTranslation();
  return (
    <ul className="flex flex-wrap gap-2">
      {aspects.map((aspect) => (
        <li key={aspect}>
          <Badge tone="info">{t(`mentoring:aspects.${aspect}`)}</Badge>
        </li>
      ))}
    </ul>
  );
}

export function useAspectOptions() {
  const { t } = useTranslation();
  return mentoringAspects.map((aspect) => ({ value: aspect, label: t(`mentoring:aspects.${aspect}`) }));
}
