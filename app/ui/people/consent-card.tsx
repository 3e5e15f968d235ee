import { useTranslation } from 'react-i18next';
import type { GeneralPurpose } from '#app/domain/people/consent.ts';
import type { GuardianState } from '#app/domain/people/guardian.ts';
import { paths } from '#app/paths.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Card } from '#app/ui/controls/card.tsx';
import { Time } from '#app/ui/controls/time.tsx';

type OneConsent = {
  purpose: GeneralPurpose;
  since: Date | null;
  guardian: { state: GuardianState; name: string; mail: string; askedAt: Date | null } | null;
  shown: boolean;
};

/** One purpose: what it means, how it stands, and the button that changes it. */
export function ConsentCard({ consent, needsGuardian }: { consent: OneConsent; needsGuardian: boolean }) {
  const { t } = useTranslation();
  const { purpose, since, guardian, shown } = consent;
  const label = t(`people:consents.${purpose}.label`);
  return (
    <Card as="article">
      <div className="space-y-3">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h3 className="text-lg">{label}</h3>
          <Badge tone={shown ? 'ok' : 'neutral'}>{t(shown ? 'people:consent.shown' : 'people:consent.hidden')}</Badge>
        </div>
        <p className="text-muted">{t(`people:consents.${purpose}.text`)}</p>
        <p>
          {since === null ? (
            t('people:consent.notGiven')
          ) : (
            <>
              {t('people:consent.givenSince')} <Time at={since} form="date" />
            </>
          )}
        </p>
        {needsGuardian && (
          <p>
            {guardian === null
              ? t('people:guardian.state.none')
              : t(`people:guardian.state.${guardian.state}`, { name: guardian.name, mail: guardian.mail })}
          </p>
        )}
        {since === null ? (
          <ActButton
            action={paths.consent()}
            fields={{ purpose }}
            label={t('people:consent.give')}
            describe={t('people:consent.giveOne', { purpose: label })}
          />
        ) : (
          <ActButton
            action={paths.consentWithdrawal()}
            fields={{ purpose }}
            label={t('people:consent.withdraw')}
            describe={t('people:consent.withdrawOne', { purpose: label })}
            confirm={t('people:consent.withdrawConfirm')}
            confirmLabel={t('people:consent.withdraw')}
          />
        )}
      </div>
    </Card>
  );
}
