import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '#app/domain/people/day.ts';
import { findRolesOfUnit } from '#app/domain/people/find-roles.server.ts';
import { NotAllowed, NotValid } from '#app/domain/refusal.ts';
import { chooseUnit } from '#app/domain/units/choose-unit.server.ts';
import { findManagedUnit } from '#app/domain/units/find-managed-unit.server.ts';
import { mergeUnits } from '#app/domain/units/merge-units.server.ts';
import { unitTitle } from '#app/domain/units/unit.ts';
import { mergerForm } from '#app/domain/units/unit-form.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';
import { Button } from '#app/ui/controls/button.tsx';
import { DateField } from '#app/ui/controls/date-field.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { UnitFinder } from '#app/ui/controls/unit-finder.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('staff:merger.title') };

export const loader = forStaff(async ({ person, part, now }) => {
  const unit = await findManagedUnit({ by: person, slug: part('slug') });
  if (!unit.mayMerge) throw new NotAllowed({ key: 'staff:refusals.organisersOnly' });
  const { roles } = await findRolesOfUnit({ by: person, slug: unit.slug });
  return { unit, today: dayOf(now), roles };
});

export const action = forStaff(async ({ person, part, form }) => {
  const { on, ...asked } = await form(mergerForm);
  const successor = await chooseUnit(asked);
  if (successor === null) throw new NotValid({ unit: [{ key: 'controls:problems.required' }] });
  await mergeUnits({ by: person, slug: part('slug'), successor: successor.slug, on });
  return redirect(paths.managedUnit(successor));
});

export default function UnitMerger() {
  const { t } = useTranslation();
  const { unit, today, roles } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('staff:merger.title')}
      lead={t('staff:merger.lead', { unit: unitTitle(unit) })}
      trail={[
        { to: paths.administration(), label: t('admin:title') },
        { to: paths.managedUnit(unit), label: unit.name },
      ]}
      width="form"
    >
      <Notice tone="warning">{t('staff:merger.warning')}</Notice>
      {roles.length > 0 && (
        <Section title={t('staff:merger.roles')} lead={t('staff:merger.rolesLead')} level={2}>
          <Table
            caption={t('staff:merger.roles')}
            captionHidden
            cards
            rows={roles}
            rowKey={(role) => role.id}
            columns={[
              { key: 'name', label: t('people:fields.fullName'), heading: true, cell: (role) => role.person.fullName },
              { key: 'kind', label: t('staff:roles.kind'), cell: (role) => t(`site:roles.${role.kind}`) },
              {
                key: 'until',
                label: t('staff:roles.until'),
                cell: (role) =>
                  role.until ? (
                    <Time at={new Date(new Date(role.until).getTime() - 1)} form="date" />
                  ) : (
                    <span className="text-muted">{t('staff:roles.noEnd')}</span>
                  ),
              },
            ]}
          />
          <p className="mt-3">
            <Link to={paths.unitRoles(unit)} className="link">
              {t('staff:merger.rolesChange')}
            </Link>
          </p>
        </Section>
      )}
      <Form>
        <UnitFinder label={t('staff:merger.successor')} />
        <DateField name="on" label={t('staff:merger.on')} defaultValue={today} autoComplete="off" required />
        <FormActions>
          <Button tone="danger">{t('staff:merger.send')}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}
