import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { insistMayReset, resetSecondFactor } from '#app/domain/people/reset-second-factor.server.ts';
import { resetFactorForm } from '#app/domain/people/second-factor.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';
import { Button } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('people:factorReset.title'), noindex: true };

export const loader = forStaff(async ({ person, url }) => {
  insistMayReset(person);
  return { done: url.searchParams.has('xong') };
});

export const action = forStaff(async ({ person, form }) => {
  await resetSecondFactor({ by: person, ...(await form(resetFactorForm)) });
  return redirect(`${paths.secondFactorReset()}?xong=1`);
});

export default function SecondFactorReset() {
  const { t } = useTranslation();
  const { done } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('people:factorReset.title')}
      lead={t('people:factorReset.lead')}
      width="form"
      trail={[{ to: paths.administration(), label: t('admin:title') }]}
    >
      {done && <Notice tone="success">{t('people:factorReset.done')}</Notice>}
      <Form>
        <TextField
          name="whom"
          label={t('people:fields.login')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <TextField
          name="reason"
          label={t('people:endRole.reason')}
          hint={t('people:factorReset.reasonHint')}
          autoComplete="off"
          max={500}
          required
        />
        <FormActions>
          <Button tone="danger">{t('people:factorReset.send')}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}
