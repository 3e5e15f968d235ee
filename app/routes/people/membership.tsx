import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { NotValid } from '#app/domain/refusal.ts';
import { chooseUnit } from '#app/domain/units/choose-unit.server.ts';
import { claimUnit } from '#app/domain/units/claim-unit.server.ts';
import { findOwnMemberships } from '#app/domain/units/find-own-memberships.server.ts';
import { unitLabel } from '#app/domain/units/unit.ts';
import { unitChoiceForm } from '#app/domain/units/unit-form.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Button } from '#app/ui/controls/button.tsx';
import { Card } from '#app/ui/controls/card.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { UnitFinder } from '#app/ui/controls/unit-finder.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { OwnTabs } from '#app/ui/people/own-tabs.tsx';

export const handle: PageHandle<typeof loader> = { title: (t) => t('people:membership.title') };

export const loader = forMembers(async ({ person }) => ({ memberships: await findOwnMemberships({ by: person }) }));

export const action = forMembers(async ({ person, form }) => {
  const unit = await chooseUnit(await form(unitChoiceForm));
  if (unit === null) throw new NotValid({ unit: [{ key: 'controls:problems.required' }] });
  await claimUnit({ by: person, unitId: unit.id });
  return redirect(paths.membership());
});

const tones = { confirmed: 'ok', claimed: 'info', declined: 'danger', ended: 'neutral' } as const;

export default function Membership() {
  const { t } = useTranslation();
  const { memberships } = useLoaderData<typeof loader>();
  const now = memberships.filter(({ state }) => state === 'confirmed' || state === 'claimed');
  const past = memberships.filter(({ state }) => state === 'declined' || state === 'ended');
  return (
    <Page title={t('people:mine.title')} width="form">
      <OwnTabs />
      <Section title={t('people:membership.title')} lead={t('people:membership.lead')}>
        {now.length === 0 ? (
          <EmptyState icon="building" title={t('people:membership.none')}>
            {t('people:membership.noneWhy')}
          </EmptyState>
        ) : (
          <ul className="space-y-3">
            {now.map(({ id, state, unit, since }) => (
              <Card key={id} as="li">
                <div className="flex flex-wrap items-center justify-between gap-2">
                  <Link to={paths.unit(unit)} className="link text-lg font-semibold">
                    {unitLabel(unit)}
                  </Link>
                  <Badge tone={tones[state]}>{t(`people:membership.state.${state}`)}</Badge>
                </div>
                <p className="mt-1 text-muted">
                  {t(`people:membership.since.${state}`)} <Time at={since} form="date" />
                </p>
                <div className="mt-3">
                  <ActButton
                    action={paths.membershipLeaving()}
                    fields={{ membership: id }}
                    label={t(state === 'claimed' ? 'people:membership.takeBack' : 'people:membership.leave')}
                    describe={t('people:membership.leaveOne', { unit: unit.name })}
                    size="sm"
                    confirm={t('people:membership.leaveConfirm', { unit: unit.name })}
                    confirmLabel={t(state === 'claimed' ? 'people:membership.takeBack' : 'people:membership.leave')}
                  />
                </div>
              </Card>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t(now.length === 0 ? 'people:membership.claim' : 'people:membership.move')}>
        <Form>
          <UnitFinder label={t('people:fields.unit')} />
          <FormActions>
            <Button>{t('people:membership.send')}</Button>
          </FormActions>
        </Form>
      </Section>
      {past.length > 0 && (
        <Section title={t('people:membership.past')}>
          <ul className="divide-y divide-line">
            {past.map(({ id, state, unit, since, reason }) => (
              <li key={id} className="py-3">
                <p>
                  <Link to={paths.unit(unit)} className="link">
                    {unitLabel(unit)}
                  </Link>{' '}
                  <span className="text-muted">
                    {t(`people:membership.since.${state}`)} <Time at={since} form="date" />
                  </span>
                </p>
                {reason && <p className="mt-1">{t('people:membership.reason', { reason })}</p>}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
