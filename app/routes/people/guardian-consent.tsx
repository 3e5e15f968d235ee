import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { answerAsGuardian } from '#app/domain/people/answer-as-guardian.server.ts';
import { guardianAnswerForm } from '#app/domain/people/consent-form.ts';
import { findGuardianRequest } from '#app/domain/people/find-guardian-request.server.ts';
import { paths } from '#app/paths.ts';
import { forAnyone } from '#app/routes/door.server.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Button } from '#app/ui/controls/button.tsx';
import { Card } from '#app/ui/controls/card.tsx';
import { Checkbox } from '#app/ui/controls/checkbox.tsx';
import { Checkboxes } from '#app/ui/controls/checkboxes.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { ClosedLink } from '#app/ui/people/closed-link.tsx';

export const handle: PageHandle<typeof loader> = { title: (t) => t('people:guardian.title'), noindex: true };

export const loader = forAnyone(async ({ url }) => {
  const token = url.searchParams.get('ma') ?? '';
  return { token, asked: await findGuardianRequest({ token }), saved: url.searchParams.has('da-luu') };
});

export const action = forAnyone(async ({ form }) => {
  const { token, purposes } = await form(guardianAnswerForm);
  await answerAsGuardian({ token, purposes });
  return redirect(`${paths.guardianConsent({ token })}&da-luu=1`);
});

export default function GuardianConsent() {
  const { t } = useTranslation();
  const { token, asked, saved } = useLoaderData<typeof loader>();
  if (asked === null) {
    return <ClosedLink title={t('people:guardian.title')} because={{ key: 'people:refusals.linkUnknown' }} />;
  }
  const { child, purposes, needed, guardianName } = asked;
  const open = purposes.filter(({ state }) => state === 'asked' || state === 'refused');
  const given = purposes.some(({ state }) => state === 'given');
  return (
    <Page
      title={t('people:guardian.title')}
      lead={t('people:guardian.lead', { guardian: guardianName, child: child.fullName, age: child.age })}
      width="form"
    >
      {saved && <Notice tone="success">{t('people:guardian.saved')}</Notice>}
      {!needed && <Notice>{t('people:guardian.grownUp')}</Notice>}
      <Section title={t('people:guardian.what')}>
        <div className="space-y-3">
          {purposes.map(({ purpose, state, since, nomination }) => (
            <Card key={purpose} as="article">
              <div className="flex flex-wrap items-center justify-between gap-2">
                <h3 className="text-lg">{t(`people:consents.${purpose}.child`, nomination ?? {})}</h3>
                <Badge tone={state === 'given' ? 'ok' : state === 'asked' ? 'info' : 'neutral'}>
                  {t(`people:guardian.answer.${state}`)}
                </Badge>
              </div>
              <p className="mt-2 text-muted">{t(`people:consents.${purpose}.childText`, nomination ?? {})}</p>
              {since && (
                <p className="mt-2 text-sm text-muted">
                  <Time at={since} />
                </p>
              )}
            </Card>
          ))}
          <p>{t('people:guardian.without')}</p>
        </div>
      </Section>
      {open.length > 0 && (
        <Form>
          <HiddenField name="token" value={token} />
          <Checkboxes
            name="purposes"
            label={t('people:guardian.agreeTo', { child: child.fullName })}
            hint={t('people:guardian.agreeHint')}
            options={open.map(({ purpose, nomination }) => ({
              value: purpose,
              label: t(`people:consents.${purpose}.child`, nomination ?? {}),
            }))}
          />
          <Checkbox name="guardian" label={t('people:guardian.iAm', { child: child.fullName })} />
          <FormActions>
            <Button>{t('people:guardian.send')}</Button>
          </FormActions>
        </Form>
      )}
      {given && (
        <Section title={t('people:guardian.withdrawTitle')}>
          <ActButton
            action={paths.guardianConsentWithdrawal()}
            fields={{ token }}
            label={t('people:guardian.withdraw')}
            tone="danger"
            confirm={t('people:guardian.withdrawConfirm', { child: child.fullName })}
            confirmLabel={t('people:guardian.withdraw')}
          />
        </Section>
      )}
    </Page>
  );
}
