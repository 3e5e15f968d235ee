import { useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { Tabs } from '#app/ui/controls/tabs.tsx';

type Managed = {
  slug: string;
  rounds: readonly { number: number; name: string }[];
  may: { nominate: boolean };
};

/** The parts of a contest that those who run it look after. */
export function ManagedContestTabs({ contest }: { contest: Managed }) {
  const { t } = useTranslation();
  return (
    <Tabs
      label={t('contests:managed.tabs')}
      items={[
        { to: paths.managedContest(contest), label: t('contests:managed.overview') },
        { to: paths.contestSettings(contest), label: t('contests:managed.rules') },
        { to: paths.awardRules(contest), label: t('awards:rules.tab') },
        { to: paths.divisions(contest), label: t('contests:managed.divisions') },
        { to: paths.panel(contest), label: t('contests:managed.panel') },
        { to: paths.managedEntries(contest), label: t('contests:managed.entries') },
        { to: paths.managedQuestions(contest), label: t('contests:questions.title') },
        { to: paths.managedAnnouncements(contest), label: t('contests:announcements.title') },
        ...contest.rounds.map((round) => ({
          to: paths.managedRound(contest, round),
          label: round.name,
          end: false,
        })),
        ...(contest.may.nominate ? [{ to: paths.nominations(contest), label: t('awards:nominations.tab') }] : []),
      ]}
    />
  );
}

/** The way to a tab of a contest that is run, whose name is the title already. */
export function useContestsTrail() {
  const { t } = useTranslation();
  return [
    { to: paths.administration(), label: t('admin:title') },
    { to: paths.managedContests(), label: t('contests:managed.title') },
  ];
}

/** The way to a page about one contest that is run. */
export function useManagedTrail(contest: { slug: string; name: string }, ...rest: { to: string; label: string }[]) {
  return [...useContestsTrail(), { to: paths.managedContest(contest), label: contest.name }, ...rest];
}
