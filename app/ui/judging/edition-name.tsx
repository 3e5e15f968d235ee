import { useTranslation } from 'react-i18next';
import type { Edition } from '#app/domain/judging/record/edition.ts';
import { Time } from '#app/ui/controls/time.tsx';

/** Which edition of the results, what made it, and when. */
export function EditionName({ edition: { number, by, round, at } }: { edition: Omit<Edition, 'record' | 'root'> }) {
  const { t } = useTranslation();
  return (
    <span>
      {t(`awards:verifying.editions.${by}`, { number, round })} · <Time at={at} />
    </span>
  );
}
