import { useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { Tabs } from '#app/ui/controls/tabs.tsx';

/** The parts of one round. */
export function RoundTabs({ contest, round }: { contest: { slug: string }; round: { number: number } }) {
  const { t } = useTranslation();
  return (
    <Tabs
      label={t('judging:round.tabs')}
      items={[
        { to: paths.managedRound(contest, round), label: t('judging:round.board') },
        { to: paths.assignment(contest, round), label: t('judging:round.assignment') },
        { to: paths.conflicts(contest, round), label: t('judging:round.conflicts') },
        { to: paths.ranking(contest, round), label: t('judging:round.ranking') },
        { to: paths.roundOutcomes(contest, round), label: t('awards:staged.tab') },
        { to: paths.appeals(contest, round), label: t('awards:appeal.title') },
        { to: paths.certificates(contest, round), label: t('awards:certificates.title') },
        { to: paths.rubric(contest, round), label: t('judging:round.rubric') },
        { to: paths.roundSettings(contest, round), label: t('judging:round.settings') },
      ]}
    />
  );
}
