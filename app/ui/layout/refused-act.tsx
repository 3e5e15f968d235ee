import { Navigate, useActionData, useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { Refused } from '#app/domain/refusal.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { isRefused } from '#app/ui/controls/form.tsx';
import { RefusalNotice } from '#app/ui/controls/refusal-notice.tsx';
import { KeptWords } from './kept-words.tsx';
import { Page } from './page.tsx';

/** The noun an act belongs to stands one step up in the address. */
function useStepUp(): string {
  const { pathname } = useLocation();
  return pathname.split('/').slice(0, -1).join('/') || paths.home();
}

/** A form that could not be taken and has no page to be shown on: why, what was typed, and the way back. */
export function RefusedForm({ refused }: { refused: Refused }) {
  const { t } = useTranslation();
  const up = useStepUp();
  return (
    <Page title={t('site:refusedAct.title')} width="form">
      <RefusalNotice refused={refused} />
      <KeptWords typed={refused.typed} />
      <p className="text-muted">{t('site:refusedAct.next')}</p>
      <ButtonLink to={up} icon="chevronLeft" reloadDocument>
        {t('controls:back')}
      </ButtonLink>
    </Page>
  );
}

/** The page of an act, for a browser without script. It exists only to say why the act was refused. */
export function RefusedAct() {
  const answer = useActionData<unknown>();
  const up = useStepUp();
  return isRefused(answer) ? <RefusedForm refused={answer} /> : <Navigate to={up} replace />;
}
