import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findRolesOfUnit } from '#app/domain/people/find-roles.server.ts';
import { grantRole } from '#app/domain/people/grant-role.server.ts';
import { roleForm } from '#app/domain/people/role-form.ts';
import { mergedReason } from '#app/domain/units/merged-reason.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';
import { Button } from '#app/ui/controls/button.tsx';
import { Choice } from '#app/ui/controls/choice.tsx';
import { DateField } from '#app/ui/controls/date-field.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { EndRole } from '#app/ui/people/end-role.tsx';
import { ManagedUnitTabs } from '#app/ui/units/managed-unit-tabs.tsx';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => t('staff:roles.windowTitle', { unit: data.unit.name }),
};

export const loader = forStaff(async ({ person, part }) => findRolesOfUnit({ by: person, slug: part('slug') }));

export const action = forStaff(async ({ person, part, form }) => {
  const slug = part('slug');
  await grantRole({ by: person, unit: slug, form: await form(roleForm) });
  return redirect(paths.unitRoles({ slug }));
});

export default function UnitRoles() {
  const { t } = useTranslation();
  const { unit, roles, past, grantable } = useLoaderData<typeof loader>();
  return (
    <Page title={unit.name} trail={[{ to: paths.administration(), label: t('admin:title') }]}>
      <ManagedUnitTabs unit={unit} />
      <Section title={t('staff:roles.title')} lead={t('staff:roles.lead')}>
        <Table
          caption={t('staff:roles.title')}
          captionHidden
          cards
          rows={roles}
          rowKey={(role) => role.id}
          empty={<EmptyState icon="shield" title={t('staff:roles.none')} />}
          columns={[
            { key: 'name', label: t('people:fields.fullName'), heading: true, cell: (role) => role.person.fullName },
            { key: 'kind', label: t('staff:roles.kind'), cell: (role) => t(`site:roles.${role.kind}`) },
            {
              key: 'from',
              label: t('staff:roles.from'),
              cell: (role) => (
                <>
                  <Time at={role.grantedAt} form="date" />
                  {role.grantedBy && (
                    <span className="block text-muted">{t('staff:roles.by', { name: role.grantedBy })}</span>
                  )}
                  {role.carriedFrom && (
                    <span className="block text-muted">{t('staff:roles.carriedFrom', { unit: role.carriedFrom })}</span>
                  )}
                </>
              ),
            },
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
            {
              key: 'act',
              label: t('staff:roles.ending'),
              cell: (role) =>
                role.mayEnd ? (
                  <EndRole role={{ id: role.id, name: role.person.fullName }} />
                ) : (
                  <span className="text-muted">–</span>
                ),
            },
          ]}
        />
      </Section>
      {grantable.length > 0 && (
        <Section title={t('staff:roles.grant')}>
          <div className="max-w-form">
            <Form>
              <TextField
                name="whom"
                label={t('staff:roles.whom')}
                hint={t('staff:roles.whomHint')}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                required
              />
              <Choice
                name="kind"
                label={t('staff:roles.kind')}
                options={grantable.map((kind) => ({
                  value: kind,
                  label: t(`site:roles.${kind}`),
                  hint: t(`people:roleHints.${kind}`),
                }))}
              />
              <DateField
                name="until"
                label={t('staff:roles.until')}
                hint={t('staff:roles.untilHint')}
                autoComplete="off"
                optional
              />
              <FormActions>
                <Button>{t('staff:roles.send')}</Button>
              </FormActions>
            </Form>
          </div>
        </Section>
      )}
      {past.length > 0 && (
        <Section title={t('staff:roles.past')} level={3}>
          <ul className="divide-y divide-line text-sm">
            {past.map((role) => (
              <li key={role.id} className="py-2.5">
                {role.name} · {t(`site:roles.${role.kind}`)} · <Time at={role.from} form="date" /> –{' '}
                <Time at={role.to} form="date" />
                <span className="block text-muted">
                  {role.reason === mergedReason
                    ? t('staff:roles.merged')
                    : (role.reason ?? t('staff:roles.endedByClock'))}
                  {role.endedBy && ` · ${t('staff:roles.endedBy', { name: role.endedBy })}`}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
