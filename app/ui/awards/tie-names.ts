import { useTranslation } from 'react-i18next';

/** How equal marks were set apart, or that nothing did. */
export function useTieWords(): (tie: string) => string {
  const { t } = useTranslation();
  const tieName = useTieNames();
  return (tie) =>
    tie === 'shared' ? t('awards:staged.shared') : t('awards:staged.tie', { tie: tieName(tie).toLocaleLowerCase() });
}

/** What breaks a tie, in words: `criterion-2` is “Tiêu chí 2 cao hơn”. */
export function useTieNames(): (tie: string) => string {
  const { t } = useTranslation();
  return (tie) =>
    tie.startsWith('criterion-')
      ? t('awards:ties.criterion', { number: tie.slice('criterion-'.length) })
      : t(`awards:ties.${tie as 'mean'}`);
}
