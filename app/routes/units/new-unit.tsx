import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { NotAllowed } from '#app/domain/refusal.ts';
import { findManagedUnit } from '#app/domain/units/find-managed-unit.server.ts';
import { makeUnit } from '#app/domain/units/make-unit.server.ts';
import { unitTitle } from '#app/domain/units/unit.ts';
import { newUnitForm } from '#app/domain/units/unit-form.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';
import { Button } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Select } from '#app/ui/controls/select.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('staff:new.title') };

export const loader = forStaff(async ({ person, part }) => {
  const unit = await findManagedUnit({ by: person, slug: part('slug') });
  if (!unit.mayMakeBelow) throw new NotAllowed({ key: 'staff:refusals.organisersOnly' });
  return { unit };
});

export const action = forStaff(async ({ person, part, form }) => {
  const made = await makeUnit({ by: person, parent: part('slug'), form: await form(newUnitForm) });
  return redirect(paths.managedUnit(made));
});

export default function NewUnit() {
  const { t } = useTranslation();
  const { unit } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('staff:new.title')}
      lead={t('staff:new.lead', { unit: unitTitle(unit) })}
      trail={[
        { to: paths.administration(), label: t('admin:title') },
        { to: paths.managedUnit(unit), label: unit.name },
      ]}
      width="form"
    >
      <Form>
        <TextField name="name" label={t('staff:new.name')} max={150} required />
        <Select
          name="kind"
          label={t('staff:new.kind')}
          placeholder={t('controls:choose')}
          options={unit.kindsBelow.map((kind) => ({ value: kind, label: t(`units:kinds.${kind}`) }))}
          required
        />
        <FormActions>
          <Button>{t('staff:new.send')}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}
