import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { tokenForm } from '#app/domain/people/account-form.ts';
import { daysBeforeErasing } from '#app/domain/people/closing.ts';
import { findReopening, reopenAccount } from '#app/domain/people/reopen-account.server.ts';
import { paths } from '#app/paths.ts';
import { forAnyone } from '#app/routes/door.server.ts';
import { Button, ButtonLink } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { ClosedLink } from '#app/ui/people/closed-link.tsx';
import { enter } from './enter.server.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('people:reopening.title'), noindex: true };

export const loader = forAnyone(async ({ url }) => {
  const token = url.searchParams.get('ma') ?? '';
  return { token, closed: url.searchParams.has('da-dong'), link: await findReopening({ token }) };
});

export const action = forAnyone(async (visit) =>
  enter(visit, await reopenAccount(await visit.form(tokenForm)), paths.consent()),
);

export default function Reopening() {
  const { t } = useTranslation();
  const { token, closed, link } = useLoaderData<typeof loader>();
  if (closed) {
    return (
      <Page title={t('people:reopening.closed')} width="form">
        <Notice tone="success">{t('people:reopening.closedText', { days: daysBeforeErasing })}</Notice>
        <ButtonLink to={paths.home()} tone="secondary">
          {t('site:nav.home')}
        </ButtonLink>
      </Page>
    );
  }
  if (!link.open) {
    return (
      <ClosedLink title={t('people:reopening.title')} because={link.because}>
        <ButtonLink to={paths.signIn()}>{t('people:signIn.title')}</ButtonLink>
      </ClosedLink>
    );
  }
  return (
    <Page title={t('people:reopening.title')} width="form">
      <Notice tone="warning">
        {t('people:reopening.until')} <Time at={link.erasesAt} />.
      </Notice>
      <p>{t('people:reopening.means')}</p>
      <Form>
        <HiddenField name="token" value={token} />
        <FormActions>
          <Button>{t('people:reopening.send')}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}
