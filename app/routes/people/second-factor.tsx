import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ownPasswordForm } from '#app/domain/people/account-form.ts';
import { beginSecondFactor } from '#app/domain/people/begin-second-factor.server.ts';
import { findSecondFactor } from '#app/domain/people/find-second-factor.server.ts';
import { rolesThatAskForTwo } from '#app/domain/people/second-factor.ts';
import { isSecondFactorAsked } from '#app/domain/people/second-factor-duty.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Button, ButtonLink } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PasswordField } from '#app/ui/controls/password-field.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('people:secondFactor.title'), noindex: true };

export const loader = forMembers(async ({ person, url }) => {
  const held = [...person.roles.map(({ kind }) => kind), ...(person.asleep ?? [])];
  return {
    ...(await findSecondFactor({ by: person })),
    /** Roles that ask for it, whether they sleep or not. */
    roles: [...new Set(held.filter((kind) => rolesThatAskForTwo.includes(kind)))],
    asleep: (person.asleep ?? []).length > 0,
    fixed: isSecondFactorAsked() && held.some((kind) => rolesThatAskForTwo.includes(kind)),
    ended: url.searchParams.has('da-tat'),
  };
});

export const action = forMembers(async ({ person, form, url }) => {
  const { password } = await form(ownPasswordForm);
  await beginSecondFactor({ by: person, password });
  return redirect(paths.secondFactorSetUp({ next: url.searchParams.get('tiep') ?? undefined }));
});

export default function SecondFactor() {
  const { t } = useTranslation();
  const { since, codesLeft, roles, asleep, fixed, ended } = useLoaderData<typeof loader>();
  const names = roles.map((role) => t(`site:roles.${role}`)).join(', ');
  return (
    <Page
      title={t('people:secondFactor.title')}
      lead={t('people:secondFactor.lead')}
      width="form"
      trail={[{ to: paths.account(), label: t('people:account.title') }]}
      badges={
        since ? (
          <Badge tone="ok" icon="check">
            {t('people:secondFactor.on')}
          </Badge>
        ) : (
          <Badge>{t('people:secondFactor.off')}</Badge>
        )
      }
    >
      {ended && <Notice tone="success">{t('people:secondFactor.ended')}</Notice>}
      {asleep && (
        <Notice tone="warning" title={t('people:secondFactor.asleep', { roles: names })}>
          {t('people:secondFactor.asleepWhy')}
        </Notice>
      )}
      {since === null ? (
        <Section title={t('people:secondFactor.begin')}>
          <p className="mb-5">{t('people:secondFactor.how')}</p>
          <Form id="begin">
            <PasswordField
              name="password"
              label={t('people:account.ownPassword')}
              autoComplete="current-password"
              required
            />
            <FormActions>
              <Button icon="lock">{t('people:secondFactor.beginSend')}</Button>
            </FormActions>
          </Form>
        </Section>
      ) : (
        <>
          <p>
            {t('people:secondFactor.since')} <Time at={since} form="date" />
          </p>
          <Section title={t('people:recoveryCodes.title')}>
            <p className="mb-3">{t('people:recoveryCodes.left', { count: codesLeft })}</p>
            <ButtonLink to={paths.recoveryCodes()} tone="secondary" size="sm">
              {t('people:recoveryCodes.renew')}
            </ButtonLink>
          </Section>
          <Section title={t('people:secondFactor.device')}>
            <details>
              <summary className="link inline-block">{t('people:secondFactor.another')}</summary>
              <div className="mt-4">
                <Form id="begin">
                  <PasswordField
                    name="password"
                    label={t('people:account.ownPassword')}
                    hint={t('people:secondFactor.anotherHint')}
                    autoComplete="current-password"
                    required
                  />
                  <FormActions>
                    <Button tone="secondary">{t('people:secondFactor.beginSend')}</Button>
                  </FormActions>
                </Form>
              </div>
            </details>
            {fixed ? (
              <p className="mt-3 text-muted">{t('people:secondFactor.fixed', { roles: names })}</p>
            ) : (
              <details>
                <summary className="link inline-block">{t('people:secondFactor.end')}</summary>
                <div className="mt-4">
                  <Form id="end" action={paths.secondFactorEnding()}>
                    <PasswordField
                      name="password"
                      label={t('people:account.ownPassword')}
                      hint={t('people:secondFactor.endHint')}
                      autoComplete="current-password"
                      required
                    />
                    <FormActions>
                      <Button tone="danger">{t('people:secondFactor.end')}</Button>
                    </FormActions>
                  </Form>
                </div>
              </details>
            )}
          </Section>
        </>
      )}
    </Page>
  );
}
