import { useTranslation } from 'react-i18next';
import type { Verdict } from '#app/domain/judging/record/verify-bundle.ts';
import { Notice } from '#app/ui/controls/notice.tsx';

export type Checked =
  | { state: 'no-file' | 'no-root' | 'no-bundle' | 'checking' }
  | { state: 'checked'; verdict: Verdict };

/** What a check of a bundle found, in words; the same verdict as the command line gives. */
export function VerdictBox({ checked }: { checked: Checked }) {
  const { t } = useTranslation();
  if (checked.state === 'checking') return <p role="status">{t('awards:verifying.checking')}</p>;
  if (checked.state !== 'checked') {
    const said = { 'no-file': 'noFile', 'no-root': 'rootForm', 'no-bundle': 'notBundle' } as const;
    return (
      <Notice tone="danger" alert>
        {t(`awards:verifying.${said[checked.state]}`)}
      </Notice>
    );
  }
  const { verdict } = checked;
  if (verdict.status === 'changed') {
    return (
      <div data-verdict="changed">
        <Notice tone="danger" alert title={t('awards:verifying.changed')}>
          <p>{t('awards:verifying.changedAt', { record: verdict.record })}</p>
          <p className="mt-1 text-sm text-muted" lang="en">
            {t('awards:verifying.why')}: {verdict.why}
          </p>
        </Notice>
      </div>
    );
  }
  return (
    <div data-verdict="valid">
      <Notice tone={verdict.held ? 'success' : 'info'} title={t('awards:verifying.valid')}>
        <p>{t(verdict.held ? 'awards:verifying.validHeld' : 'awards:verifying.validUnheld')}</p>
        <p className="mt-1">{t(verdict.ballots ? 'awards:verifying.ballots' : 'awards:verifying.noBallots')}</p>
        <p className="mt-1 text-sm">
          {t('awards:verifying.rootFound')}: <span className="figures break-all">{verdict.root}</span>
        </p>
      </Notice>
    </div>
  );
}
