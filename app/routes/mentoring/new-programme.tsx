import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { makeProgramme } from '#app/domain/mentoring/make-programme.server.ts';
import { programmeForm } from '#app/domain/mentoring/mentor-form.ts';
import { findStaffUnits } from '#app/domain/units/find-staff-units.server.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';
import { Button } from '#app/ui/controls/button.tsx';
import { DateTimeField } from '#app/ui/controls/date-time-field.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { NumberField } from '#app/ui/controls/number-field.tsx';
import { Select } from '#app/ui/controls/select.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('mentoring:programme.new') };

export const loader = forStaff(async ({ person, now }) => ({ units: await findStaffUnits({ by: person }), now }));

export const action = forStaff(async ({ person, form }) =>
  redirect(paths.managedProgramme(await makeProgramme({ by: person, form: await form(programmeForm) }))),
);

export default function NewProgramme() {
  const { t } = useTranslation();
  const { units, now } = useLoaderData<typeof loader>();
  const runnable = units.filter(({ roles }) => roles.some(({ kind }) => kind !== 'MODERATOR'));
  return (
    <Page
      title={t('mentoring:programme.new')}
      width="form"
      trail={[{ to: paths.managedMentoring(), label: t('mentoring:staff.title') }]}
    >
      <Form>
        <TextField name="name" label={t('mentoring:programme.name')} max={200} required />
        <TextArea name="summary" label={t('mentoring:programme.summary')} rows={5} max={3000} required />
        <Select
          name="unit"
          label={t('mentoring:programme.unit')}
          options={runnable.map((unit) => ({ value: unit.slug, label: unit.name }))}
          required
        />
        <DateTimeField name="opensAt" label={t('mentoring:programme.opensAt')} defaultValue={now} required />
        <DateTimeField name="closesAt" label={t('mentoring:programme.closesAt')} required />
        <NumberField
          name="daysToAccept"
          label={t('mentoring:programme.daysToAccept')}
          unit={t('mentoring:programme.days')}
          defaultValue={7}
          required
        />
        <FormActions>
          <Button>{t('mentoring:programme.make')}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}
