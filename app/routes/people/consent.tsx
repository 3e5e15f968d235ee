import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { consentForm } from '#app/domain/people/consent-form.ts';
import { findConsents } from '#app/domain/people/find-consents.server.ts';
import { giveConsent } from '#app/domain/people/give-consent.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { ConsentCard } from '#app/ui/people/consent-card.tsx';
import { GuardianRequestForm } from '#app/ui/people/guardian-request-form.tsx';
import { OwnTabs } from '#app/ui/people/own-tabs.tsx';

export const handle: PageHandle<typeof loader> = { title: (t) => t('people:consent.title') };

export const loader = forMembers(async ({ person, url }) => ({
  consents: await findConsents({ by: person }),
  asked: url.searchParams.has('da-hoi'),
}));

export const action = forMembers(async ({ person, form }) => {
  await giveConsent({ by: person, ...(await form(consentForm)) });
  return redirect(paths.consent());
});

export default function Consents() {
  const { t } = useTranslation();
  const { consents, asked } = useLoaderData<typeof loader>();
  const unasked = consents.purposes.filter(({ guardian }) => guardian?.state !== 'given').map(({ purpose }) => purpose);
  return (
    <Page title={t('people:mine.title')} width="form">
      <OwnTabs />
      <Section title={t('people:consent.title')} lead={t('people:consent.lead')}>
        <div className="space-y-4">
          {asked && <Notice tone="success">{t('people:consent.asked')}</Notice>}
          {consents.purposes.map((one) => (
            <ConsentCard key={one.purpose} consent={one} needsGuardian={consents.needsGuardian} />
          ))}
        </div>
      </Section>
      {consents.needsGuardian && unasked.length > 0 && (
        <Section title={t('people:guardian.ask.title')} lead={t('people:guardian.ask.lead')}>
          <GuardianRequestForm purposes={unasked} />
        </Section>
      )}
    </Page>
  );
}
