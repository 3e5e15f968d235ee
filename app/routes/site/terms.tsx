import { useTranslation } from 'react-i18next';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle = {
  title: (t) => t('site:terms.title'),
  description: (t) => t('site:terms.lead'),
};

export default function Terms() {
  const { t } = useTranslation();
  return (
    <Page title={t('site:terms.title')} lead={t('site:terms.lead')} width="reading">
      <div className="prose">
        {(['yours', 'honest', 'kind', 'contests', 'today'] as const).map((part) => (
          <section key={part}>
            <h2>{t(`site:terms.${part}.title`)}</h2>
            <p>{t(`site:terms.${part}.text`)}</p>
          </section>
        ))}
      </div>
    </Page>
  );
}
