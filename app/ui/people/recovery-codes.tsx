import { useTranslation } from 'react-i18next';
import { Notice } from '#app/ui/controls/notice.tsx';

/** The codes, this once: to be printed or written down. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="recovery-codes" className="space-y-4">
      <h2 id="recovery-codes" className="text-xl">
        {t('people:recoveryCodes.title')}
      </h2>
      <Notice tone="warning">{t('people:recoveryCodes.once')}</Notice>
      <ul className="figures grid grid-cols-2 gap-x-6 gap-y-2 rounded-card border border-line bg-surface p-4 text-lg">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
