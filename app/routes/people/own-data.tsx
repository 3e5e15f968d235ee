import { useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle = { title: (t) => t('people:ownData.title'), noindex: true };

export const loader = forMembers(async () => null);

export default function OwnData() {
  const { t } = useTranslation();
  return (
    <Page
      title={t('people:ownData.title')}
      lead={t('people:ownData.lead')}
      width="form"
      trail={[{ to: paths.account(), label: t('people:account.title') }]}
    >
      <div className="prose">
        <ul>
          {(['who', 'ideas', 'contests', 'promises', 'acts'] as const).map((what) => (
            <li key={what}>{t(`people:ownData.in.${what}`)}</li>
          ))}
        </ul>
        <p>{t('people:ownData.out')}</p>
      </div>
      <ButtonLink to={paths.ownDataFile()} icon="download" reloadDocument>
        {t('people:ownData.take')}
      </ButtonLink>
    </Page>
  );
}
