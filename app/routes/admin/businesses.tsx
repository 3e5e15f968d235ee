import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { businessForm } from '#app/domain/sponsorship/business-form.ts';
import { findBusinesses } from '#app/domain/sponsorship/find-businesses.server.ts';
import { registerBusiness } from '#app/domain/sponsorship/register-business.server.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Button } from '#app/ui/controls/button.tsx';
import { Card } from '#app/ui/controls/card.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { ReasonForm } from '#app/ui/controls/reason-form.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { EndRole } from '#app/ui/people/end-role.tsx';

export const handle: PageHandle<typeof loader> = { title: (t) => t('sponsorship:businesses.title') };

export const loader = forStaff(async ({ person }) => ({ businesses: await findBusinesses({ by: person }) }));

export const action = forStaff(async ({ person, form }) => {
  await registerBusiness({ by: person, form: await form(businessForm) });
  return redirect(paths.businesses());
});

export default function Businesses() {
  const { t } = useTranslation();
  const { businesses } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('sponsorship:businesses.title')}
      lead={t('sponsorship:businesses.lead')}
      trail={[{ to: paths.administration(), label: t('admin:title') }]}
    >
      {businesses.length === 0 ? (
        <EmptyState icon="building" title={t('sponsorship:businesses.none')} />
      ) : (
        <ul className="space-y-4">
          {businesses.map((business) => (
            <Card key={business.id} as="li">
              <div className="flex flex-wrap items-start justify-between gap-3">
                <div className="min-w-0">
                  <h2 className="text-lg wrap-anywhere">{business.name}</h2>
                  <p className="figures text-muted">
                    {t('sponsorship:businesses.taxCode')} {business.taxCode}
                  </p>
                </div>
                {business.verifiedAt ? (
                  <Badge tone="ok" icon="check">
                    {t('sponsorship:businesses.verified')} <Time at={business.verifiedAt} form="date" />
                  </Badge>
                ) : (
                  <div className="flex flex-wrap items-start gap-3">
                    {business.declinedAt !== null && (
                      <Badge tone="danger">{t('sponsorship:businesses.declined')}</Badge>
                    )}
                    <ActButton
                      action={paths.businessVerification(business)}
                      label={t('sponsorship:businesses.verify')}
                      describe={t('sponsorship:businesses.verifyOne', { name: business.name })}
                      tone="primary"
                      size="sm"
                      confirm={t('sponsorship:businesses.verifyConfirm')}
                      confirmLabel={t('sponsorship:businesses.verify')}
                    />
                    {business.declinedAt === null && (
                      <ReasonForm
                        id={`decline-${business.slug}`}
                        action={paths.businessDecline(business)}
                        label={t('sponsorship:businesses.decline')}
                        describe={t('sponsorship:businesses.declineOne', { name: business.name })}
                        reasonLabel={t('sponsorship:businesses.declineReason')}
                        send={t('sponsorship:businesses.decline')}
                        size="sm"
                      />
                    )}
                  </div>
                )}
              </div>
              {business.registrar !== null && (
                <p className="mt-2 text-muted wrap-anywhere">
                  {t('sponsorship:businesses.registrar', business.registrar)}
                </p>
              )}
              {business.about !== '' && <p className="as-typed mt-2 wrap-anywhere">{business.about}</p>}
              {business.website !== null && (
                <p className="mt-1">
                  <a href={business.website} rel="noreferrer nofollow" className="link wrap-anywhere">
                    {business.website}
                  </a>
                </p>
              )}
              {business.declineReason !== null && (
                <p className="mt-2 text-muted wrap-anywhere">{business.declineReason}</p>
              )}
              {business.representatives.length > 0 && (
                <ul className="mt-3 divide-y divide-line">
                  {business.representatives.map((one) => (
                    <li key={one.roleId} className="flex flex-wrap items-start justify-between gap-3 py-2">
                      <span>
                        {one.fullName}{' '}
                        <span className="text-muted">
                          {t('sponsorship:businesses.since')} <Time at={one.since} form="date" />
                        </span>
                      </span>
                      <EndRole role={{ id: one.roleId, name: one.fullName }} />
                    </li>
                  ))}
                </ul>
              )}
              {business.verifiedAt && (
                <details className="mt-3">
                  <summary className="link">{t('sponsorship:businesses.appoint')}</summary>
                  <div className="mt-3 max-w-form">
                    <Form id={`rep-${business.slug}`} action={paths.representation(business)} className="space-y-3">
                      <TextField
                        name="whom"
                        label={t('staff:roles.whom')}
                        autoComplete="off"
                        autoCapitalize="none"
                        spellCheck={false}
                        required
                      />
                      <FormActions>
                        <Button tone="secondary">{t('sponsorship:businesses.appointSend')}</Button>
                      </FormActions>
                    </Form>
                  </div>
                </details>
              )}
            </Card>
          ))}
        </ul>
      )}
      <Section title={t('sponsorship:businesses.register')}>
        <div className="max-w-form">
          <Form>
            <TextField
              name="name"
              label={t('sponsorship:businesses.name')}
              autoComplete="organization"
              max={200}
              required
            />
            <TextField
              name="taxCode"
              label={t('sponsorship:businesses.taxCode')}
              hint={t('sponsorship:businesses.taxCodeHint')}
              inputMode="numeric"
              autoComplete="off"
              required
            />
            <FormActions>
              <Button>{t('sponsorship:businesses.send')}</Button>
            </FormActions>
          </Form>
        </div>
      </Section>
    </Page>
  );
}
