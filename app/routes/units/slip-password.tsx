import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findMembershipPlace } from '#app/domain/units/find-membership-place.server.ts';
import { giveSlipPassword } from '#app/domain/units/give-slip-password.server.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';
import { Button, ButtonLink } from '#app/ui/controls/button.tsx';
import { DefinitionList } from '#app/ui/controls/definition-list.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { useShell } from '#app/ui/layout/viewer.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('staff:slip.title'), noindex: true };

export const loader = forStaff(async ({ person, part }) =>
  findMembershipPlace({ by: person, membershipId: part('id') }),
);

/** The password is in this one answer and nowhere else: asking again makes another. */
export const action = forStaff(async ({ person, part }) => ({
  slip: await giveSlipPassword({ by: person, membershipId: part('id') }),
}));

export default function SlipPassword() {
  const { t } = useTranslation();
  const { unit, person, mayGiveSlip } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const slip = answer && 'slip' in answer ? answer.slip : null;
  const host = new URL(useShell()?.origin ?? 'http://localhost').host;
  return (
    <Page
      title={t('staff:slip.title')}
      lead={person.fullName}
      trail={[{ to: paths.unitMembers(unit), label: unit.name }]}
      width="form"
    >
      {slip ? (
        <>
          <section
            aria-label={t('staff:slip.title')}
            className="rounded-card border-2 border-dashed border-line-strong p-6"
          >
            <DefinitionList
              items={[
                { label: t('people:fields.fullName'), value: slip.fullName },
                { label: t('staff:slip.where'), value: `${host}${paths.signIn()}` },
                { label: t('people:classCode.userName'), value: <strong>{slip.userName}</strong> },
                {
                  label: t('staff:slip.password'),
                  value: <strong className="text-xl tracking-wide wrap-anywhere">{slip.password}</strong>,
                },
                { label: t('staff:slip.until'), value: <Time at={slip.until} /> },
              ]}
            />
            <p className="mt-4">{t('staff:slip.once')}</p>
          </section>
          <Notice tone="warning">{t('staff:slip.shownOnce')}</Notice>
          <ButtonLink to={paths.unitMembers(unit)} tone="secondary">
            {t('staff:slip.done')}
          </ButtonLink>
        </>
      ) : mayGiveSlip ? (
        <>
          <p>{t('staff:slip.lead', { name: person.fullName })}</p>
          <Form>
            <FormActions>
              <Button icon="lock">{t('staff:slip.send')}</Button>
              <ButtonLink to={paths.unitMembers(unit)} tone="quiet">
                {t('controls:cancel')}
              </ButtonLink>
            </FormActions>
          </Form>
        </>
      ) : (
        <Notice tone="warning">{t('staff:slip.notPossible')}</Notice>
      )}
    </Page>
  );
}
