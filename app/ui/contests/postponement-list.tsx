import { useTranslation } from 'react-i18next';
import { Time } from '#app/ui/controls/time.tsx';

type Postponement = { id: string; days: number; reason: string; letter: string; at: Date | string };

/** How often a contest was put off, by how long, why and by which letter. */
export function PostponementList({ postponements }: { postponements: readonly Postponement[] }) {
  const { t } = useTranslation();
  return (
    <ul className="divide-y divide-line">
      {postponements.map((one) => (
        <li key={one.id} className="py-3">
          <p className="font-semibold">
            {t('contests:postponing.by', { count: one.days })} · <Time at={one.at} />
          </p>
          <p>
            {one.reason} ({t('contests:rules.letter')}: {one.letter})
          </p>
        </li>
      ))}
    </ul>
  );
}
