import { Navigate, useActionData, useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { isRefused } from '#app/ui/controls/form.tsx';
import { RefusalNotice } from '#app/ui/controls/refusal-notice.tsx';
import { KeptWords } from './kept-words.tsx';
import { Page } from './page.tsx';

/**
 * The page of an act that was refused, for a browser without script: why, what was typed, and the way back. The noun an act
 * belongs to stands one step up in the address.
 */
export function RefusedAct() {
  const { t } = useTranslation();
  const answer = useActionData<unknown>();
  const { pathname } = useLocation();
  const up = pathname.split('/').slice(0, -1).join('/') || paths.home();
  if (!isRefused(answer)) return <Navigate to={up} replace />;
  return (
    <Page title={t('site:refusedAct.title')} width="form">
      <RefusalNotice refused={answer} />
      <KeptWords typed={answer.typed} />
      <p className="text-muted">{t('site:refusedAct.next')}</p>
      <ButtonLink to={up} icon="chevronLeft">
        {t('controls:back')}
      </ButtonLink>
    </Page>
  );
}
