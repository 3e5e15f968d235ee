import { useTranslation } from 'react-i18next';

export type Outcome = {
  place: number;
  tie: string | null;
  passed: boolean;
  rulePassed: boolean;
  because: readonly string[];
  award: number | null;
  ruleAward: number | null;
  awardBecause: string | null;
};

/**
 * An outcome in words. `awards` are the names of the rules, best first; none in a round that gives none. From the last round (`last`)
 * nobody goes on.
 */
export function useOutcomeWords(awards: readonly { name: string }[], { last }: { last: boolean }) {
  const { t } = useTranslation();
  const result = (passed: boolean, award: number | null, because: readonly string[] = []) => {
    if (award !== null) return awards[award - 1]?.name ?? String(award);
    if (because.includes('outside')) return t('awards:staged.isOutside');
    if (awards.length > 0) return t('awards:staged.noAward');
    if (last) return t(passed ? 'awards:staged.met' : 'awards:staged.notMet');
    return t(passed ? 'awards:staged.passed' : 'awards:staged.notPassed');
  };
  return {
    result: ({ passed, award, because }: Pick<Outcome, 'passed' | 'award' | 'because'>) =>
      result(passed, award, because),
    byRules: ({ rulePassed, ruleAward, because }: Pick<Outcome, 'rulePassed' | 'ruleAward' | 'because'>) =>
      result(rulePassed, ruleAward, because),
    /** What kept it back, by the rules; empty where nothing did. */
    why: ({ because, awardBecause }: Pick<Outcome, 'because' | 'awardBecause'>) =>
      [
        ...because.map((reason) => t(`awards:because.${reason as 'zero'}`)),
        ...(awardBecause === null || (awardBecause === 'not-passed' && because.length > 0)
          ? []
          : [t(`awards:because.${awardBecause as 'below-mark'}`)]),
      ].join('; '),
  };
}
