import { useTranslation } from 'react-i18next';
import type { OfferState, PledgeState } from '#app/domain/sponsorship/support.ts';
import { Badge, type BadgeTone } from '#app/ui/controls/badge.tsx';

const offerTones: Record<OfferState, BadgeTone> = {
  open: 'info',
  accepted: 'ok',
  declined: 'neutral',
  withdrawn: 'neutral',
};
const pledgeTones: Record<PledgeState, BadgeTone> = {
  made: 'info',
  overdue: 'warn',
  delivered: 'info',
  disputed: 'warn',
  kept: 'joy',
  withdrawn: 'neutral',
};

/** Where an offer stands, or the promise that came of it. */
export function OfferBadge({ state, pledge }: { state: OfferState; pledge: { state: PledgeState } | null }) {
  const { t } = useTranslation();
  return pledge === null ? (
    <Badge tone={offerTones[state]}>{t(`sponsorship:offerStates.${state}`)}</Badge>
  ) : (
    <Badge tone={pledgeTones[pledge.state]}>{t(`sponsorship:pledgeStates.${pledge.state}`)}</Badge>
  );
}
