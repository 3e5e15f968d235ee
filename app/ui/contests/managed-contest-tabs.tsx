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
      label={t('organising:managed.tabs')}
      items={[
        { to: paths.managedContest(contest), label: t('organising:managed.overview') },
        { to: paths.contestSettings(contest), label: t('organising:managed.rules') },
        { to: paths.awardRules(contest), label: t('awards:rules.tab') },
        { to: paths.divisions(contest), label: t('organising:managed.divisions') },
        { to: paths.panel(contest), label: t('organising:managed.panel') },
        { to: paths.managedEntries(contest), label: t('organising:managed.entries') },
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
    { to: paths.managedContests(), label: t('organising:managed.title') },
  ];
}

/** The way to a page about one contest that is run. */
export function useManagedTrail(contest: { slug: string; name: string }, ...rest: { to: string; label: string }[]) {
  return [...useContestsTrail(), { to: paths.managedContest(contest), label: contest.name }, ...rest];
}
