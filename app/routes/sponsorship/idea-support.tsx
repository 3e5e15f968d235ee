import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findOffersOfIdea } from '#app/domain/sponsorship/find-offers-of-idea.server.ts';
import { offerSupport } from '#app/domain/sponsorship/offer-support.server.ts';
import { supportKinds } from '#app/domain/sponsorship/support.ts';
import { offerForm } from '#app/domain/sponsorship/support-form.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { insistOnAddress } from '#app/routes/ideas/present-address.ts';
import { Button } from '#app/ui/controls/button.tsx';
import { Choice } from '#app/ui/controls/choice.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { OfferRow } from '#app/ui/sponsorship/offer-row.tsx';

export const handle: PageHandle<typeof loader> = { title: (t) => t('sponsorship:support.title'), noindex: true };

export const loader = forMembers(async ({ person, part, url }) => {
  const support = await findOffersOfIdea({ by: person, slug: part('slug') });
  insistOnAddress(url, part('slug'), support);
  return { support };
});

export const action = forMembers(async ({ person, part, form }) => {
  const { offerId } = await offerSupport({ by: person, slug: part('slug'), form: await form(offerForm) });
  return redirect(paths.offer({ id: offerId }));
});

export default function IdeaSupport() {
  const { t } = useTranslation();
  const { support } = useLoaderData<typeof loader>();
  const byBusiness = support.side === 'business';
  return (
    <Page
      title={t(byBusiness ? 'sponsorship:support.offer' : 'sponsorship:support.title')}
      lead={t('sponsorship:support.lead')}
      width="form"
      trail={[{ to: paths.idea(support), label: support.title || t('ideas:untitled') }]}
    >
      {(support.offers.length > 0 || !byBusiness) && (
        <Section title={t(byBusiness ? 'sponsorship:support.sent' : 'sponsorship:support.received')}>
          {support.offers.length === 0 ? (
            <EmptyState icon="handshake" title={t('sponsorship:support.none')} />
          ) : (
            <ul className="space-y-3">
              {support.offers.map((offer) => (
                <OfferRow key={offer.id} offer={offer} title={offer.business} />
              ))}
            </ul>
          )}
        </Section>
      )}
      {support.mayOffer && (
        <Section title={t('sponsorship:support.offer')}>
          <Form id="offer">
            <Choice
              name="kind"
              label={t('sponsorship:support.kind')}
              columns={2}
              options={supportKinds.map((kind) => ({ value: kind, label: t(`sponsorship:kinds.${kind}`) }))}
            />
            <TextArea
              name="text"
              label={t('sponsorship:support.text')}
              hint={t('sponsorship:support.textHint')}
              rows={6}
              max={3000}
              required
            />
            <FormActions>
              <Button icon="send">{t('sponsorship:support.send')}</Button>
            </FormActions>
          </Form>
        </Section>
      )}
    </Page>
  );
}
