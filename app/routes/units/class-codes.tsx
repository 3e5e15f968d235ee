import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '#app/domain/people/day.ts';
import { findClassCodes } from '#app/domain/units/find-class-codes.server.ts';
import { findManagedUnit } from '#app/domain/units/find-managed-unit.server.ts';
import { makeClassCode } from '#app/domain/units/make-class-code.server.ts';
import { classCodeForm } from '#app/domain/units/unit-form.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Button, ButtonLink } from '#app/ui/controls/button.tsx';
import { DateField } from '#app/ui/controls/date-field.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Num } from '#app/ui/controls/num.tsx';
import { NumberField } from '#app/ui/controls/number-field.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { ManagedUnitTabs } from '#app/ui/units/managed-unit-tabs.tsx';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => t('staff:codes.windowTitle', { unit: data.unit.name }),
};

export const loader = forStaff(async ({ person, part, now }) => {
  const slug = part('slug');
  const [unit, codes] = await Promise.all([
    findManagedUnit({ by: person, slug }),
    findClassCodes({ by: person, slug }),
  ]);
  return { unit, codes, inTwoWeeks: dayOf(new Date(now.getTime() + 14 * 86_400_000)) };
});

export const action = forStaff(async ({ person, part, form }) => {
  const made = await makeClassCode({ by: person, slug: part('slug'), form: await form(classCodeForm) });
  return redirect(paths.classCodeSlip(made));
});

const tones = { open: 'ok', full: 'info', expired: 'neutral', withdrawn: 'danger' } as const;

export default function ClassCodes() {
  const { t } = useTranslation();
  const { unit, codes, inTwoWeeks } = useLoaderData<typeof loader>();
  return (
    <Page title={unit.name} trail={[{ to: paths.administration(), label: t('admin:title') }]}>
      <ManagedUnitTabs unit={unit} />
      <Section title={t('staff:codes.title')} lead={t('staff:codes.lead')}>
        <Table
          caption={t('staff:codes.title')}
          captionHidden
          cards
          rows={codes}
          rowKey={(code) => code.id}
          empty={<EmptyState icon="users" title={t('staff:codes.none')} />}
          columns={[
            { key: 'label', label: t('staff:codes.label'), heading: true, cell: (code) => code.label },
            {
              key: 'code',
              label: t('staff:codes.code'),
              cell: (code) => (
                <Link to={paths.classCodeSlip(code)} className="link figures">
                  {code.code}
                </Link>
              ),
            },
            {
              key: 'seats',
              label: t('staff:codes.seats'),
              number: true,
              cell: (code) => (
                <>
                  <Num value={code.taken} />/<Num value={code.seats} />
                </>
              ),
            },
            {
              key: 'until',
              label: t('staff:codes.until'),
              cell: (code) => <Time at={new Date(new Date(code.expiresAt).getTime() - 1)} form="date" />,
            },
            {
              key: 'state',
              label: t('staff:codes.state'),
              cell: (code) => <Badge tone={tones[code.state]}>{t(`staff:codes.states.${code.state}`)}</Badge>,
            },
            {
              key: 'act',
              label: t('staff:codes.acts'),
              cell: (code) => (
                <span className="flex flex-wrap gap-2 max-sm:justify-end">
                  <ButtonLink to={paths.classCodeSlip(code)} tone="secondary" size="sm" icon="print">
                    {t('staff:codes.slip')}
                  </ButtonLink>
                  {code.state !== 'withdrawn' && code.state !== 'expired' && (
                    <ActButton
                      action={paths.classCodeWithdrawal(code)}
                      label={t('staff:codes.withdraw')}
                      describe={t('staff:codes.withdrawOne', { label: code.label })}
                      size="sm"
                      confirm={t('staff:codes.withdrawConfirm')}
                      confirmLabel={t('staff:codes.withdraw')}
                    />
                  )}
                </span>
              ),
            },
          ]}
        />
      </Section>
      {unit.current && (
        <Section title={t('staff:codes.make')}>
          <div className="max-w-form">
            <Form>
              <TextField
                name="label"
                label={t('staff:codes.label')}
                hint={t('staff:codes.labelHint')}
                max={80}
                autoComplete="off"
                required
              />
              <NumberField
                name="seats"
                label={t('staff:codes.seatsField')}
                hint={t('staff:codes.seatsHint')}
                defaultValue={45}
                required
              />
              <DateField
                name="lastDay"
                label={t('staff:codes.lastDay')}
                defaultValue={inTwoWeeks}
                autoComplete="off"
                required
              />
              <FormActions>
                <Button>{t('staff:codes.send')}</Button>
              </FormActions>
            </Form>
          </div>
        </Section>
      )}
    </Page>
  );
}
