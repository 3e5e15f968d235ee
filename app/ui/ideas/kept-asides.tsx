import { useTranslation } from 'react-i18next';
import { type IdeaDraftText, type Section, sections } from '#app/domain/ideas/idea-text.ts';
import { paths } from '#app/paths.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Written } from './written.tsx';

export type Aside = {
  id: string;
  at: Date;
  by: string;
  mine: boolean;
  text: IdeaDraftText;
  differs: (keyof IdeaDraftText)[];
};

/** Texts that were typed while the draft moved on elsewhere: read them, then choose. Nothing is lost either way. */
export function KeptAsides({ idea, asides }: { idea: { slug: string }; asides: readonly Aside[] }) {
  const { t } = useTranslation();
  return asides.map((aside) => (
    <Notice key={aside.id} tone="warning" title={t('ideas:editor.asideTitle')}>
      <p>
        {aside.mine ? t('ideas:editor.asideMine') : t('ideas:editor.asideTheirs', { name: aside.by })}{' '}
        <Time at={aside.at} />. {t('ideas:editor.asideDiffers')}{' '}
        {aside.differs.map((part) => t(`ideas:sections.${part}`)).join(', ')}.
      </p>
      <details className="mt-2">
        <summary className="font-semibold text-action-ink">{t('ideas:editor.asideShow')}</summary>
        <div className="mt-2 space-y-3 rounded-field bg-surface p-4">
          {sections
            .filter((section: Section) => aside.differs.includes(section))
            .map((section) => (
              <div key={section}>
                <p className="font-semibold">{t(`ideas:sections.${section}`)}</p>
                <Written text={aside.text[section]} />
              </div>
            ))}
        </div>
      </details>
      <div className="mt-3 flex flex-wrap gap-3">
        <ActButton
          action={paths.ideaDraftChoice(idea)}
          label={t('ideas:editor.asideTake')}
          size="sm"
          fields={{ aside: aside.id, keep: 'aside' }}
        />
        <ActButton
          action={paths.ideaDraftChoice(idea)}
          label={t('ideas:editor.asideKeep')}
          size="sm"
          tone="quiet"
          fields={{ aside: aside.id, keep: 'present' }}
        />
      </div>
      <p className="mt-2 text-sm">{t('ideas:editor.asideSafe')}</p>
    </Notice>
  ));
}
