import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { extensionForm } from '#app/domain/contests/contest-form.ts';
import { extendDeadline } from '#app/domain/contests/extend-deadline.server.ts';
import { findExtensions } from '#app/domain/contests/find-extensions.server.ts';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { useManagedTrail } from '#app/ui/contests/managed-contest-tabs.tsx';
import { OfficialLetterFields } from '#app/ui/contests/official-letter-fields.tsx';
import { Button } from '#app/ui/controls/button.tsx';
import { Checkbox } from '#app/ui/controls/checkbox.tsx';
import { DateTimeField } from '#app/ui/controls/date-time-field.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => `${t('organising:extending.title')} – ${data.contest.name}`,
};

export const loader = forOfficers(async ({ person, part }) => {
  const contest = await findManagedContest({ slug: part('slug'), by: person });
  return { contest, extensions: await findExtensions({ contestId: contest.id }) };
});

export const action = forOfficers(async ({ person, part, form }) => {
  const slug = part('slug');
  const { closesAt, ...typed } = await form(extensionForm);
  await extendDeadline({ by: person, slug, until: closesAt, ...typed });
  return redirect(paths.extension({ slug }));
});

export default function Extension() {
  const { t } = useTranslation();
  const { contest, extensions } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('organising:extending.title')}
      lead={t('organising:extending.lead')}
      trail={useManagedTrail(contest)}
      width="form"
    >
      <p>
        {t('contests:when.closes')}: <Time at={contest.closesAt} /> (<Time at={contest.closesAt} form="left" />)
      </p>
      {contest.may.amend ? (
        <Form key={String(contest.closesAt)}>
          <DateTimeField name="closesAt" label={t('organising:extending.until')} required />
          <TextField
            name="whom"
            label={t('organising:extending.whom')}
            hint={t('organising:extending.whomHint')}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            max={254}
            optional
          />
          <Checkbox name="shift" label={t('organising:extending.shift')} defaultChecked />
          <OfficialLetterFields />
          <FormActions>
            <Button>{t('organising:extending.send')}</Button>
          </FormActions>
        </Form>
      ) : (
        <Notice>{t(contest.state === 'DRAFT' ? 'organising:refusals.notOpenedYet' : 'contests:refusals.over')}</Notice>
      )}
      {extensions.length > 0 && (
        <Section title={t('organising:extending.past')} level={3}>
          <ul className="divide-y divide-line">
            {extensions.map((one) => (
              <li key={one.id} className="py-3">
                <p className="font-semibold">
                  {one.person ?? t('organising:extending.everybody')}: <Time at={one.from} /> → <Time at={one.until} />
                </p>
                <p>
                  {one.reason}
                  {one.letter && ` (${one.letter})`}
                </p>
                <p className="text-sm text-muted">
                  {one.by} · <Time at={one.at} />
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
