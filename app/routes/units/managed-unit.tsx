import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findManagedUnit } from '#app/domain/units/find-managed-unit.server.ts';
import { findUnit } from '#app/domain/units/find-unit.server.ts';
import { findUnitStanding } from '#app/domain/units/find-unit-standing.server.ts';
import { unitTitle } from '#app/domain/units/unit.ts';
import { paths } from '#app/paths.ts';
import { forStaff, insistOn } from '#app/routes/door.server.ts';
import { TargetBar } from '#app/ui/charts/target-bar.tsx';
import { Button, ButtonLink } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { ManagedUnitTabs } from '#app/ui/units/managed-unit-tabs.tsx';
import { formatDay } from '#app/words/format.ts';

export const handle: PageHandle<typeof loader> = { title: (_, data) => unitTitle(data.unit) };

export const loader = forStaff(async ({ person, part }) => {
  const unit = await findManagedUnit({ by: person, slug: part('slug') });
  const [page, standing] = await Promise.all([findUnit({ slug: unit.slug }).then(insistOn), findUnitStanding(unit)]);
  return { unit, below: page.below, successors: page.successors, target: standing.target };
});

export default function ManagedUnit() {
  const { t } = useTranslation();
  const { unit, below, successors, target } = useLoaderData<typeof loader>();
  const bodies = below.filter((one) => one.kind !== 'COMMUNE' && one.kind !== 'PROVINCE');
  return (
    <Page
      title={unitTitle(unit)}
      trail={[{ to: paths.administration(), label: t('admin:title') }]}
      actions={
        <>
          <ButtonLink to={paths.unit(unit)} tone="quiet" icon="external">
            {t('staff:managed.public')}
          </ButtonLink>
          {unit.mayMakeBelow && (
            <ButtonLink to={paths.newUnit(unit)} tone="secondary" icon="plus">
              {t('staff:managed.makeBelow')}
            </ButtonLink>
          )}
        </>
      }
    >
      <ManagedUnitTabs unit={unit} />
      {successors.map((one) => (
        <Notice key={one.id} tone="warning" title={t('units:page.merged', { day: formatDay(one.on) })}>
          <Link to={paths.unit(one)} className="link">
            {one.name}
          </Link>
        </Notice>
      ))}
      {bodies.length > 0 && (
        <Section title={t('staff:managed.below')}>
          <ul className="grid gap-x-6 sm:grid-cols-2">
            {bodies.map((one) => (
              <li key={one.id}>
                <Link to={paths.managedUnit(one)} className="link inline-flex min-h-9 items-center">
                  {one.name}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <div className="max-w-form space-y-8">
        {unit.mayRename && (
          <Section title={t('staff:managed.rename')} lead={t('staff:managed.renameLead')}>
            <Form action={paths.unitRenaming(unit)}>
              <TextField name="name" label={t('staff:new.name')} defaultValue={unit.name} max={150} required />
              <FormActions>
                <Button tone="secondary">{t('staff:managed.renameSend')}</Button>
              </FormActions>
            </Form>
          </Section>
        )}
        {(unit.maySetTarget || target !== null) && (
          <Section title={t('staff:target.title')} lead={unit.maySetTarget ? t('staff:target.lead') : undefined}>
            {target !== null && (
              <div className="mb-4">
                <TargetBar label={target.drive} value={target.brought} target={target.ideas} />
              </div>
            )}
            {unit.maySetTarget && (
              <Form action={paths.unitTarget(unit)}>
                <TextField
                  name="ideas"
                  label={t('staff:target.ideas')}
                  hint={t('staff:target.hint')}
                  defaultValue={target?.ideas}
                  inputMode="numeric"
                  autoComplete="off"
                  max={20}
                />
                <FormActions>
                  <Button tone="secondary">{t('staff:target.send')}</Button>
                </FormActions>
              </Form>
            )}
          </Section>
        )}
        {unit.mayMerge && (
          <Section title={t('staff:merger.title')} lead={t('staff:merger.short')}>
            <ButtonLink to={paths.unitMerger(unit)} tone="secondary">
              {t('staff:merger.begin')}
            </ButtonLink>
          </Section>
        )}
      </div>
    </Page>
  );
}
