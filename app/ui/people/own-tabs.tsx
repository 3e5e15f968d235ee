import { useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { Tabs } from '#app/ui/controls/tabs.tsx';

/** Everything that is mine, one step apart. */
export function OwnTabs() {
  const { t } = useTranslation();
  return (
    <Tabs
      label={t('people:mine.title')}
      items={[
        { to: paths.mine(), label: t('people:mine.tab'), end: true },
        { to: paths.membership(), label: t('people:membership.tab') },
        { to: paths.consent(), label: t('people:consent.tab') },
        { to: paths.profile(), label: t('people:profile.tab') },
        { to: paths.account(), label: t('people:account.tab') },
      ]}
    />
  );
}
