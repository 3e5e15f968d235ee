import { useTranslation } from 'react-i18next';
import { formatClock } from '#app/words/format.ts';
import { Icon, type IconName } from './icon.tsx';

export type Saving = 'idle' | 'saving' | 'saved' | 'failed' | 'offline';

const icons: Record<Saving, IconName> = {
  idle: 'check',
  saving: 'clock',
  saved: 'check',
  failed: 'warning',
  offline: 'warning',
};

/** "Đã lưu 10:42": quiet, always in the same place, and loud only when something is not safe yet. */
export function SaveState({ state, at }: { state: Saving; at?: Date | string | null }) {
  const { t } = useTranslation();
  const words = {
    idle: () => t('controls:save.idle'),
    saving: () => t('controls:save.saving'),
    saved: () => (at ? t('controls:save.saved', { at: formatClock(at) }) : t('controls:save.savedOnce')),
    failed: () => t('controls:save.failed'),
    offline: () => t('controls:save.offline'),
  }[state]();
  const loud = state === 'failed' || state === 'offline';
  return (
    <p
      role="status"
      className={`inline-flex items-center gap-1.5 text-sm ${loud ? 'font-semibold text-danger-ink' : 'text-muted'}`}
    >
      <Icon name={icons[state]} className="size-4" />
      {words}
    </p>
  );
}
