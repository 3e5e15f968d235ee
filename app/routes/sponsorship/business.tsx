import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findOwnBusiness } from '#app/domain/sponsorship/find-own-business.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { OfferRow } from '#app/ui/sponsorship/offer-row.tsx';

export const handle: PageHandle<typeof loader> = { title: (t) => t('sponsorship:own.title'), noindex: true };

export const loader = forMembers(async ({ person }) => ({ business: await findOwnBusiness({ by: person }) }));

export default function OwnBusiness() {
  const { t } = useTranslation();
  const { business } = useLoaderData<typeof loader>();
  if (business === null) {
    return (
      <Page title={t('sponsorship:own.title')} width="reading">
        <EmptyState
          icon="building"
          title={t('sponsorship:own.none')}
          action={<ButtonLink to={paths.businessRegistration()}>{t('sponsorship:registration.title')}</ButtonLink>}
        >
          {t('sponsorship:own.noneWhy')}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page
      title={business.name}
      lead={`${t('sponsorship:offer.taxCode')} ${business.taxCode}`}
      width="reading"
      actions={
        business.represents && (
          <>
            <ButtonLink to={paths.ideas()} icon="search">
              {t('sponsorship:own.browse')}
            </ButtonLink>
            <ButtonLink to={paths.savedSearches()} tone="secondary" icon="bookmark">
              {t('sponsorship:searches.title')}
            </ButtonLink>
          </>
        )
      }
    >
      {!business.represents && business.declinedAt === null && <Notice>{t('sponsorship:own.waiting')}</Notice>}
      {!business.represents && business.declinedAt !== null && (
        <Notice tone="warning">
          <p>{t('sponsorship:own.declined', { reason: business.declineReason ?? '' })}</p>
          <p className="mt-2">
            <ButtonLink to={paths.businessRegistration()} tone="secondary" size="sm">
              {t('sponsorship:own.again')}
            </ButtonLink>
          </p>
        </Notice>
      )}
      <p className="as-typed wrap-anywhere">{business.about}</p>
      {business.represents && (
        <Section title={t('sponsorship:own.offers')}>
          {business.offers.length === 0 ? (
            <EmptyState icon="handshake" title={t('sponsorship:own.noOffers')}>
              {t('sponsorship:own.noOffersWhy')}
            </EmptyState>
          ) : (
            <ul className="space-y-3">
              {business.offers.map((offer) => (
                <OfferRow key={offer.id} offer={offer} title={offer.idea.title} />
              ))}
            </ul>
          )}
        </Section>
      )}
    </Page>
  );
}
