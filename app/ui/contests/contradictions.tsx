import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { Contradiction, Place } from '#app/domain/contests/contradictions.ts';
import { paths } from '#app/paths.ts';
import { useBecause } from '#app/ui/controls/form.tsx';
import { Icon } from '#app/ui/controls/icon.tsx';

/**
 * What in the rules contradicts itself: what cannot be first, then what may be meant. With `at` only what is mended on that
 * page; without, each leads to its page.
 */
export function Contradictions({
  contest,
  contradictions,
  at,
}: {
  contest: { slug: string };
  contradictions: readonly Contradiction[];
  at?: Place;
}) {
  const { t } = useTranslation();
  const say = useBecause();
  const shown = contradictions
    .filter((one) => at === undefined || one.at === at)
    .toSorted((a, b) => Number(b.grave) - Number(a.grave));
  if (shown.length === 0) return null;
  const page = (place: Place) =>
    typeof place === 'number'
      ? paths.roundSettings(contest, { number: place })
      : { rules: paths.contestSettings, awards: paths.awardRules, divisions: paths.divisions }[place](contest);
  return (
    <ul className="space-y-1.5" aria-label={t('organising:contradictions.title')}>
      {shown.map((one) => (
        <li key={`${one.key}-${JSON.stringify(one.values ?? {})}`} className="flex gap-2">
          <Icon
            name={one.grave ? 'warning' : 'info'}
            className={`mt-1 size-4.5 shrink-0 ${one.grave ? 'text-danger-ink' : 'text-warn-ink'}`}
          />
          <span>
            <strong>{t(one.grave ? 'organising:contradictions.grave' : 'organising:contradictions.doubt')}:</strong>{' '}
            {say(one)}{' '}
            {at === undefined && (
              <Link to={page(one.at)} className="link">
                {t('organising:contradictions.mend')}
              </Link>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
