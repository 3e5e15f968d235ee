import { useTranslation } from 'react-i18next';
import { Time } from '#app/ui/controls/time.tsx';

type Postponement = {
  id: string;
  /** Null until further notice. */
  days: number | null;
  reason: string;
  letter: string;
  at: Date | string;
  resumedAt: Date | string | null;
  resumeReason: string | null;
  resumeLetter: string | null;
};

/** How often a contest was put off, by how long, why and by which letter. */
export function PostponementList({ postponements }: { postponements: readonly Postponement[] }) {
  const { t } = useTranslation();
  return (
    <ul className="divide-y divide-line">
      {postponements.map((one) => (
        <li key={one.id} className="py-3">
          <p className="font-semibold">
            {one.days === null ? t('contests:postponing.suspended') : t('contests:postponing.by', { count: one.days })}{' '}
            · <Time at={one.at} />
          </p>
          <p>
            {one.reason} ({t('contests:rules.letter')}: {one.letter})
          </p>
          {one.resumedAt && (
            <p className="text-muted">
              {t('contests:postponing.resumed')} <Time at={one.resumedAt} />: {one.resumeReason} (
              {t('contests:rules.letter')}: {one.resumeLetter})
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
