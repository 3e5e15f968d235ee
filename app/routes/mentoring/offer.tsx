import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findFields } from '#app/domain/ideas/find-fields.server.ts';
import { findOwnMentoring } from '#app/domain/mentoring/find-own-mentoring.server.ts';
import { mentorOfferForm } from '#app/domain/mentoring/mentor-form.ts';
import { offerMentoring } from '#app/domain/mentoring/offer-mentoring.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { Button } from '#app/ui/controls/button.tsx';
import { Checkbox } from '#app/ui/controls/checkbox.tsx';
import { Checkboxes } from '#app/ui/controls/checkboxes.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { NumberField } from '#app/ui/controls/number-field.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { UnitFinder } from '#app/ui/controls/unit-finder.tsx';
import { useFieldName } from '#app/ui/ideas/field-name.ts';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { useAspectOptions } from '#app/ui/mentoring/aspects.tsx';

export const handle: PageHandle<typeof loader> = { title: (t) => t('mentoring:offer.title'), noindex: true };

export const loader = forMembers(async ({ person }) => {
  const [own, fields] = await Promise.all([findOwnMentoring({ by: person }), findFields()]);
  return { own, fields };
});

export const action = forMembers(async ({ person, form }) => {
  await offerMentoring({ by: person, form: await form(mentorOfferForm) });
  return redirect(paths.ownMentoring());
});

export default function MentorOffer() {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  const aspectOptions = useAspectOptions();
  const { own, fields } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('mentoring:offer.title')}
      lead={t('mentoring:offer.lead')}
      width="form"
      trail={[{ to: paths.mentors(), label: t('mentoring:title') }]}
    >
      <Form>
        <TextArea
          name="about"
          label={t('mentoring:offer.about')}
          hint={t('mentoring:offer.aboutHint')}
          defaultValue={own?.about}
          rows={6}
          max={3000}
          required
        />
        <Checkboxes
          name="fieldIds"
          label={t('mentoring:offer.fields')}
          columns={2}
          defaultValue={own?.fieldIds}
          options={fields.map((field) => ({ value: field.id, label: fieldName(field) }))}
        />
        <Checkboxes
          name="aspects"
          label={t('mentoring:offer.aspects')}
          columns={2}
          defaultValue={own?.aspects}
          options={aspectOptions}
        />
        <Checkboxes
          name="languages"
          label={t('mentoring:offer.languages')}
          columns={2}
          defaultValue={own?.languages ?? ['vi']}
          options={[
            { value: 'vi', label: t('mentoring:languages.vi') },
            { value: 'en', label: t('mentoring:languages.en') },
          ]}
        />
        <Checkbox name="online" label={t('mentoring:offer.online')} defaultChecked={own?.online ?? true} />
        <Checkbox
          name="inPerson"
          label={t('mentoring:offer.inPerson')}
          defaultChecked={own !== null && own.provinceId !== null}
        />
        <NumberField
          name="capacity"
          label={t('mentoring:offer.capacity')}
          unit={t('mentoring:offer.capacityUnit')}
          defaultValue={own?.capacity ?? 1}
          required
        />
        <NumberField
          name="hoursPerMonth"
          label={t('mentoring:offer.hours')}
          hint={t('mentoring:offer.hoursHint')}
          unit={t('mentoring:offer.hoursUnit')}
          defaultValue={own?.hoursPerMonth}
          required
        />
        <UnitFinder
          label={t('mentoring:offer.unit')}
          hint={t('mentoring:offer.unitHint')}
          current={own === null ? null : { id: own.unit.id, label: own.unit.name }}
        />
        <p className="text-sm text-muted">{t('mentoring:offer.nameShown')}</p>
        <FormActions>
          <Button>{t(own === null ? 'mentoring:offer.send' : 'mentoring:offer.change')}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}
