import { useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Button, buttonLook } from '#app/ui/controls/button.tsx';
import { Card } from '#app/ui/controls/card.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { formatDay } from '#app/words/format.ts';

type Claim = {
  id: string;
  person: { fullName: string; birthDate: string; login: string };
  unit: { name: string };
  claimedAt: Date;
  mayDecide: boolean;
};

/** One person who says they belong: who they are, and the two answers. */
export function ClaimCard({ claim, below }: { claim: Claim; below: boolean }) {
  const { t } = useTranslation();
  const { id, person, unit, claimedAt, mayDecide } = claim;
  return (
    <Card as="li">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <p className="text-lg font-semibold">{person.fullName}</p>
          <p className="text-muted">{formatDay(person.birthDate)}</p>
          <p className="text-muted wrap-anywhere">{person.login}</p>
          <p className="text-sm text-muted">
            {below && <>{unit.name} · </>}
            {t('staff:members.claimed')} <Time at={claimedAt} form="ago" />
          </p>
        </div>
        {mayDecide ? (
          <div className="flex flex-wrap items-start gap-2">
            <ActButton
              action={paths.membershipConfirmation({ id })}
              label={t('staff:members.confirm')}
              describe={t('staff:members.confirmOne', { name: person.fullName })}
              tone="primary"
              size="sm"
              icon="check"
            />
            <details>
              <summary
                className={buttonLook('secondary', 'sm')}
                aria-label={t('staff:members.declineOne', { name: person.fullName })}
              >
                {t('staff:members.decline')}
              </summary>
              <div className="mt-3 w-full max-w-md">
                <Form id={`decline-${id}`} action={paths.membershipDecline({ id })} className="space-y-3">
                  <TextArea
                    name="reason"
                    label={t('staff:members.reason')}
                    hint={t('staff:members.reasonHint')}
                    rows={2}
                    max={500}
                    required
                  />
                  <FormActions>
                    <Button tone="danger" size="sm">
                      {t('staff:members.declineSend')}
                    </Button>
                  </FormActions>
                </Form>
              </div>
            </details>
          </div>
        ) : (
          <p className="text-sm text-muted">{t('staff:members.own')}</p>
        )}
      </div>
    </Card>
  );
}
