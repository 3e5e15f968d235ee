import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { agreeTerms } from '#app/domain/people/agree-terms.server.ts';
import { termsVersion } from '#app/domain/people/terms.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { ownAddress } from '#app/routes/own-address.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Button } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { formatDay } from '#app/words/format.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('people:newTerms.title'), noindex: true };

export const loader = forMembers(async ({ person, url }) => {
  const next = ownAddress(url.searchParams.get('tiep'), paths.mine());
  if (!person.termsDue) throw redirect(next);
  return { next, version: termsVersion };
});

const agreeing = z.object({ version: z.string().max(40), next: z.string().max(2000).optional() });

export const action = forMembers(async ({ person, form }) => {
  const { version, next } = await form(agreeing);
  await agreeTerms({ by: person, version });
  return redirect(ownAddress(next, paths.mine()));
});

export default function NewTerms() {
  const { t } = useTranslation();
  const { next, version } = useLoaderData<typeof loader>();
  return (
    <Page title={t('people:newTerms.title')} lead={t('people:newTerms.lead', { day: formatDay(version) })} width="form">
      <Section title={t('people:newTerms.what')}>
        <p>{t('people:newTerms.changes')}</p>
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          <Link to={paths.terms()} target="_blank" className="link">
            {t('site:terms.title')}
          </Link>
          <Link to={paths.privacy()} target="_blank" className="link">
            {t('site:privacy.title')}
          </Link>
        </p>
      </Section>
      <Form>
        <HiddenField name="version" value={version} />
        <HiddenField name="next" value={next} />
        <FormActions>
          <Button icon="check">{t('people:newTerms.agree')}</Button>
        </FormActions>
      </Form>
      <ActButton action={paths.termsLater()} fields={{ next }} label={t('people:newTerms.later')} tone="secondary" />
      <p className="text-muted">
        {t('people:newTerms.otherwise')}{' '}
        <Link to={paths.ownData()} className="link">
          {t('people:ownData.title')}
        </Link>
        {' · '}
        <Link to={paths.closing()} className="link">
          {t('people:closing.title')}
        </Link>
      </p>
    </Page>
  );
}
