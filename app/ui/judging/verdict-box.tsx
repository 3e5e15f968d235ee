import { useTranslation } from 'react-i18next';
import type { Edition } from '#app/domain/judging/record/edition.ts';
import type { Verdict } from '#app/domain/judging/record/verify-bundle.ts';
import { Notice } from '#app/ui/controls/notice.tsx';
import { EditionName } from './edition-name.tsx';

export type Checked =
  | { state: 'no-file' | 'no-root' | 'no-bundle' | 'checking' }
  | {
      state: 'checked';
      verdict: Verdict;
      /** Which edition the file is, and which one the root that was given is of. */
      edition: Edition | null;
      held: Edition | null;
    };

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
  const { verdict, edition, held } = checked;
  if (verdict.status === 'changed') {
    if (edition !== null && held !== null) return <NewerEdition edition={edition} held={held} />;
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
        {edition !== null && (
          <p className="mt-1 font-semibold">
            <EditionName edition={edition} />
          </p>
        )}
        <p className="mt-1">{t(verdict.ballots ? 'awards:verifying.ballots' : 'awards:verifying.noBallots')}</p>
        <p className="mt-1 text-sm">
          {t('awards:verifying.rootFound')}: <span className="figures break-all">{verdict.root}</span>
        </p>
      </Notice>
    </div>
  );
}

/** Whole in itself, and grown since the root was given out: what was held is in it, and the newer root is wanted for the rest. */
function NewerEdition({ edition, held }: { edition: Edition; held: Edition }) {
  const { t } = useTranslation();
  return (
    <div data-verdict="changed">
      <Notice tone="warning" alert title={t('awards:verifying.newer')}>
        <p>
          {t('awards:verifying.newerFile')} <EditionName edition={edition} />
        </p>
        <p className="mt-1">
          {t('awards:verifying.newerHeld')} <EditionName edition={held} />
        </p>
        <p className="mt-1">{t('awards:verifying.newerNext', { number: held.number })}</p>
      </Notice>
    </div>
  );
}
