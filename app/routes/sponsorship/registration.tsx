import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { applyAsBusiness } from '#app/domain/sponsorship/apply-as-business.server.ts';
import { findOwnBusiness } from '#app/domain/sponsorship/find-own-business.server.ts';
import { registrationForm } from '#app/domain/sponsorship/support-form.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { Button } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('sponsorship:registration.title'), noindex: true };

export const loader = forMembers(async ({ person }) => {
  const business = await findOwnBusiness({ by: person });
  return { declined: business !== null && business.declinedAt !== null ? business : null };
});

export const action = forMembers(async ({ person, form }) => {
  await applyAsBusiness({ by: person, form: await form(registrationForm) });
  return redirect(paths.business());
});

export default function Registration() {
  const { t } = useTranslation();
  const { declined } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('sponsorship:registration.title')}
      lead={t('sponsorship:registration.lead')}
      width="form"
      trail={[{ to: paths.business(), label: t('sponsorship:own.title') }]}
    >
      <Form>
        <TextField
          name="name"
          label={t('sponsorship:businesses.name')}
          defaultValue={declined?.name}
          autoComplete="organization"
          max={200}
          required
        />
        <TextField
          name="taxCode"
          label={t('sponsorship:businesses.taxCode')}
          hint={t('sponsorship:businesses.taxCodeHint')}
          defaultValue={declined?.taxCode}
          inputMode="numeric"
          autoComplete="off"
          required
        />
        <TextField
          name="position"
          label={t('sponsorship:registration.position')}
          defaultValue={declined?.position}
          autoComplete="organization-title"
          max={100}
          required
        />
        <TextArea
          name="about"
          label={t('sponsorship:registration.about')}
          hint={t('sponsorship:registration.aboutHint')}
          defaultValue={declined?.about}
          rows={5}
          max={3000}
          required
        />
        <TextField
          name="website"
          label={t('sponsorship:registration.website')}
          defaultValue={declined?.website}
          inputMode="url"
          autoComplete="url"
          optional
        />
        <FormActions>
          <Button>{t('sponsorship:registration.send')}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}
