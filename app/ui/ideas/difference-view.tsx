import { useTranslation } from 'react-i18next';
import type { Section } from '#app/domain/ideas/idea-text.ts';

type Change = { kind: 'same' | 'in' | 'out'; text: string };

/** What was put in and taken out, section by section; not by colour alone. */
export function DifferenceView({ changes }: { changes: readonly { section: Section; parts: readonly Change[] }[] }) {
  const { t } = useTranslation();
  return (
    <div className="space-y-5">
      {changes.map(({ section, parts }) => (
        <section key={section}>
          <h3 className="mb-1 font-semibold">{t(`ideas:sections.${section}`)}</h3>
          <p className="as-typed wrap-anywhere">
            {parts.map((part, index) => {
              const key = `${index}-${part.kind}`;
              if (part.kind === 'in') {
                return (
                  <ins key={key} className="bg-ok-soft text-ok-ink underline decoration-2">
                    <span className="sr-only">{t('ideas:versions.added')} </span>
                    {part.text}
                  </ins>
                );
              }
              if (part.kind === 'out') {
                return (
                  <del key={key} className="bg-danger-soft text-danger-ink line-through">
                    <span className="sr-only">{t('ideas:versions.removed')} </span>
                    {part.text}
                  </del>
                );
              }
              return <span key={key}>{part.text}</span>;
            })}
          </p>
        </section>
      ))}
    </div>
  );
}
