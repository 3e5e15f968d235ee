import { useTranslation } from 'react-i18next';
import type { PledgeState } from '#app/domain/sponsorship/support.ts';
import { paths } from '#app/paths.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Button } from '#app/ui/controls/button.tsx';
import { DateField } from '#app/ui/controls/date-field.tsx';
import { DefinitionList } from '#app/ui/controls/definition-list.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { ReasonForm } from '#app/ui/controls/reason-form.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { formatDay } from '#app/words/format.ts';

type Offer = {
  id: string;
  side: 'business' | 'lead' | 'member';
  pledge: {
    text: string;
    dueOn: string;
    deliveredAt: Date | null;
    deliveryNote: string | null;
    confirmedAt: Date | null;
    withdrawReason: string | null;
    disputes: { id: string; at: Date; reason: string }[];
    state: PledgeState;
  } | null;
};

/** The promise of an accepted offer, from its words to its being kept, with what each side can do now. */
export function PledgeView({ offer }: { offer: Offer }) {
  const { t } = useTranslation();
  const { pledge, side } = offer;
  if (pledge === null) {
    if (side !== 'business') return <p className="text-muted">{t('sponsorship:offer.noPledge')}</p>;
    return (
      <Form id="pledge" action={paths.pledge(offer)}>
        <TextArea
          name="text"
          label={t('sponsorship:offer.pledgeText')}
          hint={t('sponsorship:offer.pledgeTextHint')}
          rows={4}
          max={2000}
          required
        />
        <DateField name="dueOn" label={t('sponsorship:offer.dueOn')} required />
        <FormActions>
          <Button>{t('sponsorship:offer.makePledge')}</Button>
        </FormActions>
      </Form>
    );
  }
  const owed = ['made', 'overdue', 'disputed'].includes(pledge.state);
  return (
    <div className="space-y-4">
      <p className="as-typed text-lg wrap-anywhere">{pledge.text}</p>
      <DefinitionList
        items={[
          { label: t('sponsorship:offer.dueOn'), value: formatDay(pledge.dueOn) },
          {
            label: t('sponsorship:offer.delivered'),
            value: pledge.deliveredAt && (
              <>
                <Time at={pledge.deliveredAt} />
                {pledge.deliveryNote && <span className="as-typed block wrap-anywhere">{pledge.deliveryNote}</span>}
              </>
            ),
          },
          { label: t('sponsorship:offer.confirmed'), value: pledge.confirmedAt && <Time at={pledge.confirmedAt} /> },
        ]}
      />
      {pledge.state === 'withdrawn' && (
        <Notice tone="warning">{t('sponsorship:offer.withdrawn', { reason: pledge.withdrawReason ?? '' })}</Notice>
      )}
      {pledge.disputes.map((dispute) => (
        <p key={dispute.id} className="text-muted wrap-anywhere">
          <Time at={dispute.at} form="date" />: {t('sponsorship:offer.disputed', { reason: dispute.reason })}
        </p>
      ))}
      {side === 'business' && owed && (
        <Form id="delivery" action={paths.pledgeDelivery(offer)} className="space-y-3">
          <TextArea name="note" label={t('sponsorship:offer.deliveryNote')} rows={3} max={2000} optional />
          <FormActions>
            <Button>{t('sponsorship:offer.deliver')}</Button>
          </FormActions>
        </Form>
      )}
      {side === 'lead' && pledge.state === 'delivered' && (
        <div className="flex flex-wrap items-start gap-3">
          <ActButton
            action={paths.pledgeConfirmation(offer)}
            label={t('sponsorship:offer.confirm')}
            tone="joy"
            icon="check"
            confirm={t('sponsorship:offer.confirmConfirm')}
            confirmLabel={t('sponsorship:offer.confirm')}
          />
          <ReasonForm
            id="dispute"
            action={paths.pledgeDispute(offer)}
            label={t('sponsorship:offer.dispute')}
            reasonLabel={t('sponsorship:offer.disputeReason')}
            send={t('sponsorship:offer.dispute')}
          />
        </div>
      )}
      {side === 'business' && pledge.state !== 'kept' && pledge.state !== 'withdrawn' && (
        <ReasonForm
          id="withdraw-pledge"
          action={paths.pledgeWithdrawal(offer)}
          label={t('sponsorship:offer.withdrawPledge')}
          reasonLabel={t('sponsorship:offer.withdrawReason')}
          send={t('sponsorship:offer.withdrawPledge')}
          size="sm"
        />
      )}
    </div>
  );
}
