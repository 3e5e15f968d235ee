import { useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { Tabs } from '#app/ui/controls/tabs.tsx';

/** What staff look after in one unit. */
export function ManagedUnitTabs({ unit, claims }: { unit: { slug: string }; claims?: number }) {
  const { t } = useTranslation();
  return (
    <Tabs
      label={t('staff:managed.tabs')}
      items={[
        { to: paths.managedUnit(unit), label: t('staff:managed.tab') },
        { to: paths.unitMembers(unit), label: t('staff:members.tab'), count: claims },
        { to: paths.unitRoles(unit), label: t('staff:roles.tab') },
        { to: paths.classCodes(unit), label: t('staff:codes.tab') },
      ]}
    />
  );
}
