import { useTranslation } from 'react-i18next';
import type { IdeaText } from '#app/domain/ideas/idea-text.ts';
import { Written } from './written.tsx';

const told = ['problem', 'solution', 'novelty', 'method', 'beneficiaries', 'progress', 'needs'] as const;

/** An idea as a brief of one page: what is empty is left out. */
export function IdeaBrief({ text, level = 2 }: { text: IdeaText; level?: 2 | 3 }) {
  const { t } = useTranslation();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="space-y-7">
      {told
        .filter((section) => text[section].trim() !== '')
        .map((section) => (
          <section key={section}>
            <Heading className={level === 2 ? 'mb-2 text-2xl' : 'mb-1 text-lg'}>{t(`ideas:shown.${section}`)}</Heading>
            <Written text={text[section]} />
          </section>
        ))}
    </div>
  );
}
