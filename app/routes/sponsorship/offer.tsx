import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findOffer } from '#app/domain/sponsorship/find-offer.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { DefinitionList } from '#app/ui/controls/definition-list.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { ReasonForm } from '#app/ui/controls/reason-form.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { ContactBox } from '#app/ui/people/contact-box.tsx';
import { OfferBadge } from '#app/ui/sponsorship/offer-badges.tsx';
import { PledgeView } from '#app/ui/sponsorship/pledge-view.tsx';

export const handle: PageHandle<typeof loader> = {
  title: (t, { offer }) => t('sponsorship:offer.title', { business: offer.business.name }),
  noindex: true,
};

export const loader = forMembers(async ({ person, part }) => ({
  offer: await findOffer({ by: person, id: part('id') }),
}));

export default function Offer() {
  const { t } = useTranslation();
  const { offer } = useLoaderData<typeof loader>();
  const { side, state, business, idea } = offer;
  return (
    <Page
      title={t('sponsorship:offer.title', { business: business.name })}
      width="reading"
      trail={[
        side === 'business'
          ? { to: paths.business(), label: t('sponsorship:own.title') }
          : { to: paths.ideaSupport(idea), label: t('sponsorship:support.title') },
      ]}
      badges={<OfferBadge state={state} pledge={offer.pledge} />}
    >
      {!offer.represented && <Notice tone="warning">{t('sponsorship:offer.unrepresented')}</Notice>}
      {state === 'declined' && (
        <Notice>{t('sponsorship:offer.declined', { reason: offer.declineReason ?? '' })}</Notice>
      )}
      <p className="as-typed wrap-anywhere">{offer.text}</p>
      <DefinitionList
        items={[
          {
            label: t('sponsorship:offer.forIdea'),
            value: (
              <Link to={paths.idea(idea)} className="link wrap-anywhere">
                {idea.title}
              </Link>
            ),
          },
          { label: t('sponsorship:support.kind'), value: t(`sponsorship:kinds.${offer.kind}`) },
          {
            label: t('sponsorship:offer.business'),
            value: (
              <>
                <span className="block font-semibold wrap-anywhere">{business.name}</span>
                <span className="figures block text-sm text-muted">
                  {t('sponsorship:offer.taxCode')} {business.taxCode}
                </span>
                {business.about !== '' && <span className="as-typed mt-1 block wrap-anywhere">{business.about}</span>}
                {business.website && (
                  <a href={business.website} rel="noreferrer nofollow" className="link wrap-anywhere">
                    {business.website}
                  </a>
                )}
              </>
            ),
          },
          { label: t('sponsorship:offer.at'), value: <Time at={offer.at} /> },
        ]}
      />
      {state === 'open' && side === 'member' && <Notice>{t('sponsorship:offer.leadAnswers')}</Notice>}
      {state === 'open' && side === 'lead' && (
        <div className="flex flex-wrap items-start gap-3">
          <ActButton
            action={paths.offerAcceptance(offer)}
            label={t('sponsorship:offer.accept')}
            tone="primary"
            icon="check"
            confirm={t('sponsorship:offer.acceptConfirm')}
            confirmLabel={t('sponsorship:offer.accept')}
          />
          <ReasonForm
            id="decline"
            action={paths.offerDecline(offer)}
            label={t('sponsorship:offer.decline')}
            reasonLabel={t('sponsorship:offer.declineReason')}
            send={t('sponsorship:offer.decline')}
          />
        </div>
      )}
      {state === 'open' && side === 'business' && (
        <ActButton action={paths.offerWithdrawal(offer)} label={t('sponsorship:offer.withdraw')} />
      )}
      {state === 'accepted' && (
        <>
          <Section title={t('sponsorship:offer.pledge')}>
            <PledgeView offer={offer} />
          </Section>
          <ContactBox
            others={offer.others}
            mine={offer.mine}
            sharing={paths.offerContact(offer)}
            withdrawal={paths.offerContactWithdrawal(offer)}
          />
        </>
      )}
    </Page>
  );
}
