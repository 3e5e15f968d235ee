import { useTranslation } from 'react-i18next';

/** What was typed into a form that could not be taken, to copy from, so that nothing is lost. */
export function KeptWords({ typed }: { typed?: Record<string, string | string[]> }) {
  const { t } = useTranslation();
  const words = Object.entries(typed ?? {}).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((text) => /\s/.test(text.trim()) || text.length > 40)
      .map((text, index) => ({ key: `${name}-${index}`, text })),
  );
  if (words.length === 0) return null;
  return (
    <section aria-label={t('site:kept.title')} className="space-y-3">
      <p className="font-semibold">{t('site:kept.title')}</p>
      {words.map(({ key, text }) => (
        <textarea
          key={key}
          readOnly
          aria-label={t('site:kept.one')}
          defaultValue={text}
          rows={3}
          className="block max-h-80 w-full rounded-field border border-line-strong bg-sunken px-3.5 py-2.5"
        />
      ))}
    </section>
  );
}
