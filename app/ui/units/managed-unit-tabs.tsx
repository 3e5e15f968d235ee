import { useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { Tabs } from '#app/ui/controls/tabs.tsx';

/** What staff look after in one unit. */
export function ManagedUnitTabs({ unit, claims }: { unit: { slug: string }; claims?: number }) {
  const { t } = useTranslation();
  return (
    <Tabs
      label={t('units:managed.tabs')}
      items={[
        { to: paths.managedUnit(unit), label: t('units:managed.tab') },
        { to: paths.unitMembers(unit), label: t('units:members.tab'), count: claims },
        { to: paths.unitRoles(unit), label: t('units:roles.tab') },
        { to: paths.classCodes(unit), label: t('units:codes.tab') },
      ]}
    />
  );
}
