import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findLink } from '#app/domain/people/one-use-link.server.ts';
import { secondStepForm } from '#app/domain/people/second-factor.ts';
import { passSecondStep } from '#app/domain/people/second-step.server.ts';
import { paths } from '#app/paths.ts';
import { forAnyone } from '#app/routes/door.server.ts';
import { ownAddress } from '#app/routes/own-address.ts';
import { Button, ButtonLink } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { ClosedLink } from '#app/ui/people/closed-link.tsx';

export const handle: PageHandle<typeof loader> = { title: (t) => t('people:secondStep.title'), noindex: true };

export const loader = forAnyone(async ({ person, url }) => {
  const next = url.searchParams.get('tiep');
  if (person !== null) throw redirect(ownAddress(next, paths.mine()));
  const token = url.searchParams.get('ma') ?? '';
  const link = await findLink({ purpose: 'SECOND_STEP', token });
  return { open: link.open, token, next: next ?? undefined };
});

export const action = forAnyone(async ({ form, url, beginSession }) => {
  const { id } = await passSecondStep(await form(secondStepForm));
  const headers = await beginSession({ id, secondFactor: true });
  return redirect(ownAddress(url.searchParams.get('tiep'), paths.mine()), { headers });
});

export default function SecondStep() {
  const { t } = useTranslation();
  const { open, token, next } = useLoaderData<typeof loader>();
  if (!open) {
    return (
      <ClosedLink title={t('people:secondStep.title')} because={{ key: 'people:refusals.stepOver' }}>
        <ButtonLink to={paths.signIn({ next })}>{t('people:signIn.title')}</ButtonLink>
      </ClosedLink>
    );
  }
  return (
    <Page title={t('people:secondStep.title')} lead={t('people:secondStep.lead')} width="form">
      <Form>
        <HiddenField name="token" value={token} />
        <TextField
          name="code"
          label={t('people:secondStep.code')}
          hint={t('people:secondStep.codeHint')}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <FormActions>
          <Button>{t('people:secondStep.send')}</Button>
          <ButtonLink to={paths.signIn({ next })} tone="quiet">
            {t('people:secondStep.other')}
          </ButtonLink>
        </FormActions>
      </Form>
      <details>
        <summary className="link inline-block">{t('people:secondStep.lost')}</summary>
        <p className="mt-3 text-muted">{t('people:secondStep.lostHow')}</p>
      </details>
    </Page>
  );
}
