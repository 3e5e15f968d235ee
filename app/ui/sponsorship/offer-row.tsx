import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { OfferState, PledgeState, SupportKind } from '#app/domain/sponsorship/support.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { formatDay } from '#app/words/format.ts';
import { OfferBadge } from './offer-badges.tsx';

type Row = {
  id: string;
  kind: SupportKind;
  at: Date;
  state: OfferState;
  pledge: { state: PledgeState; dueOn: string } | null;
};

/** An offer in a list: with whom, of what kind, where it stands. */
export function OfferRow({ offer, title }: { offer: Row; title: string }) {
  const { t } = useTranslation();
  return (
    <Card as="li">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <Link to={paths.offer(offer)} className="link min-w-0 font-semibold wrap-anywhere">
          {title}
        </Link>
        <OfferBadge state={offer.state} pledge={offer.pledge} />
      </div>
      <p className="mt-1 text-sm text-muted">
        {t(`sponsorship:kinds.${offer.kind}`)} · <Time at={offer.at} form="date" />
        {offer.pledge !== null && ` · ${t('sponsorship:own.due', { day: formatDay(offer.pledge.dueOn) })}`}
      </p>
    </Card>
  );
}
