import { useTranslation } from 'react-i18next';
import type { NominationState } from '#app/domain/awards/nomination.ts';
import type { GuardianState } from '#app/domain/people/guardian.ts';
import { paths } from '#app/paths.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Button } from '#app/ui/controls/button.tsx';
import { Card } from '#app/ui/controls/card.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { NominationBadge } from './nomination-badge.tsx';

type Nomination = {
  id: string;
  unit: string;
  state: NominationState;
  reason: string | null;
  since: Date | string | null;
  guardian: { state: GuardianState | null; name: string } | null;
  given: number;
  people: number;
};

/** The question whether an entry may go to the unit above, to one member of it, with what they answered. */
export function NominationAsked({ nomination }: { nomination: Nomination }) {
  const { t } = useTranslation();
  const { unit, state, reason, since, guardian, given, people } = nomination;
  return (
    <Card as="section">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-xl">{t('awards:nominations.consentTitle', { unit })}</h2>
        <NominationBadge state={state} />
      </div>
      {state === 'declined' ? (
        <p className="mt-2">{reason}</p>
      ) : (
        <div className="mt-2 space-y-4">
          <p>
            {t(state === 'accepted' ? 'awards:nominations.acceptedLead' : 'awards:nominations.consentLead', { unit })}
          </p>
          <p className="text-sm text-muted">
            {t('awards:nominations.consents')} {t('awards:nominations.ofMembers', { given, count: people })}
          </p>
          {since === null ? (
            <ActButton
              action={paths.nominationConsent(nomination)}
              label={t('awards:nominations.consent')}
              tone="primary"
              icon="check"
            />
          ) : (
            <div className="space-y-2">
              <p>
                {t('awards:nominations.given')} <Time at={since} />
              </p>
              <ActButton
                action={paths.nominationConsentWithdrawal(nomination)}
                label={t('awards:nominations.withdraw')}
                size="sm"
              />
            </div>
          )}
          {guardian !== null && <AskedGuardian nomination={nomination} guardian={guardian} />}
        </div>
      )}
    </Card>
  );
}

function AskedGuardian({
  nomination,
  guardian,
}: {
  nomination: { id: string };
  guardian: { state: GuardianState | null; name: string };
}) {
  const { t } = useTranslation();
  return (
    <div className="space-y-3 border-t border-line pt-4">
      <p>{t('awards:nominations.guardian')}</p>
      {guardian.state !== null && (
        <p className="font-semibold">
          {guardian.name}: {t(`people:guardian.answer.${guardian.state}`)}
        </p>
      )}
      {guardian.state !== 'given' && (
        <Form id={`guardian-${nomination.id}`} action={paths.nominationGuardian(nomination)} className="space-y-3">
          <TextField name="guardianName" label={t('people:guardian.ask.name')} max={100} autoComplete="off" required />
          <TextField
            name="guardianMail"
            type="email"
            label={t('people:guardian.ask.mail')}
            inputMode="email"
            autoComplete="off"
            required
          />
          <FormActions>
            <Button tone="secondary" icon="mail">
              {t('people:guardian.ask.send')}
            </Button>
          </FormActions>
        </Form>
      )}
    </div>
  );
}
