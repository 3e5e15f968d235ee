import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { confirmSecondFactor } from '#app/domain/people/confirm-second-factor.server.ts';
import { findSetUp } from '#app/domain/people/find-second-factor.server.ts';
import { factorCodeForm } from '#app/domain/people/second-factor.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { ownAddress } from '#app/routes/own-address.ts';
import { Button, ButtonLink } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { QrCode } from '#app/ui/controls/qr-code.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { ClosedLink } from '#app/ui/people/closed-link.tsx';
import { RecoveryCodes } from '#app/ui/people/recovery-codes.tsx';

export const handle: PageHandle<typeof loader> = { title: (t) => t('people:secondFactor.setUp'), noindex: true };

/** After the last step there is nothing to set up any more; the page stays for the codes that the step gave. */
export const loader = forMembers(async ({ person, url }) => ({
  setUp: await findSetUp({ by: person }),
  next: ownAddress(url.searchParams.get('tiep'), paths.account()),
}));

export const action = forMembers(async ({ person, session, form }) => {
  const { code } = await form(factorCodeForm);
  const { codes } = await confirmSecondFactor({ by: person, code, session: session?.id ?? null });
  return data({ codes }, { headers: { 'cache-control': 'no-store' } });
});

export default function SecondFactorSetUp() {
  const { t } = useTranslation();
  const { setUp, next } = useLoaderData<typeof loader>();
  const done = useActionData<unknown>() as { codes?: string[] } | undefined;
  const trail = [
    { to: paths.account(), label: t('people:account.title') },
    { to: paths.secondFactor(), label: t('people:secondFactor.title') },
  ];
  if (done?.codes) {
    return (
      <Page title={t('people:secondFactor.done')} width="form" trail={trail}>
        <Notice tone="success">{t('people:secondFactor.doneText')}</Notice>
        <RecoveryCodes codes={done.codes} />
        <ButtonLink to={next}>{t('people:recoveryCodes.kept')}</ButtonLink>
      </Page>
    );
  }
  if (setUp === null) {
    return (
      <ClosedLink title={t('people:secondFactor.setUp')} because={{ key: 'people:refusals.setUpOver' }}>
        <ButtonLink to={paths.secondFactor()}>{t('people:secondFactor.title')}</ButtonLink>
      </ClosedLink>
    );
  }
  return (
    <Page title={t('people:secondFactor.setUp')} lead={t('people:secondFactor.setUpLead')} width="form" trail={trail}>
      <ol className="list-decimal space-y-6 pl-6">
        <li>{t('people:secondFactor.stepApp')}</li>
        <li>
          <p>{t('people:secondFactor.stepScan')}</p>
          <div className="mt-3 inline-block rounded-card border border-line bg-surface p-2">
            <QrCode text={setUp.address} label={t('people:secondFactor.qr')} className="size-56" />
          </div>
          <p className="mt-3">
            <a href={setUp.address} className="link inline-flex min-h-11 items-center">
              {t('people:secondFactor.sameDevice')}
            </a>
          </p>
          <details className="mt-1">
            <summary className="link inline-block">{t('people:secondFactor.byHand')}</summary>
            <p className="mt-2 font-semibold tracking-wide wrap-anywhere">
              <code>{setUp.secret.match(/.{1,4}/g)?.join(' ')}</code>
            </p>
          </details>
        </li>
        <li>{t('people:secondFactor.stepCode')}</li>
      </ol>
      <Form>
        <TextField
          name="code"
          label={t('people:secondFactor.code')}
          autoComplete="one-time-code"
          inputMode="numeric"
          required
        />
        <FormActions>
          <Button>{t('people:secondFactor.confirm')}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}
