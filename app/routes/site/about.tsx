import { useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle = {
  title: (t) => t('site:about.title'),
  description: (t) => t('site:about.lead'),
};

export default function About() {
  const { t } = useTranslation();
  return (
    <Page title={t('site:about.title')} lead={t('site:about.lead')} width="reading">
      <div className="prose">
        <h2>{t('site:about.sections.why.title')}</h2>
        <p>{t('site:about.sections.why.text')}</p>
        <h2>{t('site:about.sections.who.title')}</h2>
        <ul>
          {(['young', 'judges', 'staff', 'everyone'] as const).map((who) => (
            <li key={who}>{t(`site:about.sections.who.${who}`)}</li>
          ))}
        </ul>
        <h2>{t('site:about.sections.fair.title')}</h2>
        <ul>
          {(['blind', 'conflict', 'lenient', 'open'] as const).map((what) => (
            <li key={what}>{t(`site:about.sections.fair.${what}`)}</li>
          ))}
        </ul>
        <h2>{t('site:about.sections.name.title')}</h2>
        <p>{t('site:about.sections.name.text')}</p>
      </div>
      <ButtonLink to={paths.newIdea()} icon="spark">
        {t('site:about.start')}
      </ButtonLink>
    </Page>
  );
}
