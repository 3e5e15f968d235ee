import { useTranslation } from 'react-i18next';
import type { ContestRules } from '#app/domain/contests/contest-rules.ts';
import { useTieNames } from './tie-names.ts';

type Rules = Pick<ContestRules, 'awards' | 'ties' | 'thresholds'>;

/** What the rules say of awards and ties, a line each. */
export function AwardsInRules({ rules, empty }: { rules: Rules; empty?: string }) {
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
