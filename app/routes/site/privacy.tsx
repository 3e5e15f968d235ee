import { useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle = {
  title: (t) => t('site:privacy.title'),
  description: (t) => t('site:privacy.lead'),
};

export default function Privacy() {
  const { t } = useTranslation();
  return (
    <Page title={t('site:privacy.title')} lead={t('site:privacy.lead')} width="reading">
      <Notice title={t('site:privacy.consent.title')}>{t('site:privacy.consent.text')}</Notice>
      <div className="prose">
        <h2>{t('site:privacy.minors.title')}</h2>
        <p>{t('site:privacy.minors.text')}</p>
        <h2>{t('site:privacy.kept.title')}</h2>
        <ul>
          {(['account', 'ideas', 'contests', 'record', 'guardian'] as const).map((what) => (
            <li key={what}>{t(`site:privacy.kept.${what}`)}</li>
          ))}
        </ul>
        <h2>{t('site:privacy.seen.title')}</h2>
        <ul>
          {(['public', 'team', 'staff', 'judges', 'sides', 'nobody'] as const).map((who) => (
            <li key={who}>{t(`site:privacy.seen.${who}`)}</li>
          ))}
        </ul>
        <h2>{t('site:privacy.rights.title')}</h2>
        <ul>
          {(['withdraw', 'idea', 'request'] as const).map((right) => (
            <li key={right}>{t(`site:privacy.rights.${right}`)}</li>
          ))}
        </ul>
        <h2>{t('site:privacy.cookies.title')}</h2>
        <p>{t('site:privacy.cookies.text')}</p>
        <p className="text-muted">{t('site:privacy.law')}</p>
      </div>
      <ButtonLink to={paths.consent()} tone="secondary" icon="shield">
        {t('site:privacy.manage')}
      </ButtonLink>
    </Page>
  );
}
