import { useTranslation } from 'react-i18next';
import { type ContestRules, placesIn } from '#app/domain/contests/contest-rules.ts';
import { useTieNames } from './tie-names.ts';

type Rules = Pick<ContestRules, 'awards' | 'ties' | 'thresholds' | 'divisions'>;

/** What the rules say of awards and ties, a line each. */
export function AwardsInRules({
  rules,
  divisions = [],
  empty,
}: {
  rules: Rules;
  divisions?: readonly { slug: string; name: string }[];
  empty?: string;
}) {
  const { t } = useTranslation();
  const tieName = useTieNames();
  const { awards, ties, thresholds } = rules;
  const lines = [
    ...awards.map(({ name, from, places }) =>
      t(
        from === null
          ? places === null
            ? 'awards:inRules.award'
            : 'awards:inRules.awardPlaces'
          : places === null
            ? 'awards:inRules.awardFrom'
            : 'awards:inRules.awardFromPlaces',
        { name, from, places },
      ),
    ),
    ...differing(rules, divisions).map(({ name, places }) =>
      t('awards:inRules.divisionPlaces', {
        division: name,
        places: places.map((count, at) => `${awards[at]?.name} ${count ?? t('awards:inRules.anyNumber')}`).join(', '),
      }),
    ),
    ...(awards.some(({ from }) => from !== null) ? [t('awards:inRules.empty')] : []),
    ...(awards.length > 0 && thresholds === 'ADJUSTED' ? [t('awards:inRules.thresholdsAdjusted')] : []),
    ...(ties.length > 0 ? [t('awards:inRules.ties', { ties: ties.map(tieName).join('; ') })] : []),
  ];
  if (lines.length === 0) return empty ? <p className="text-muted">{empty}</p> : null;
  return (
    <ul className="list-disc space-y-1.5 pl-5">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** Divisions that give other numbers of the awards than the rest. */
function differing(rules: Rules, divisions: readonly { slug: string; name: string }[]) {
  return rules.divisions
    .filter(({ places }) => places.some((count) => count !== null))
    .map(({ division }) => ({
      name: divisions.find(({ slug }) => slug === division)?.name ?? division,
      places: placesIn(rules, division),
    }));
}
