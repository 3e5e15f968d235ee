import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { newContestForm } from '#app/domain/contests/contest-form.ts';
import { findHosts } from '#app/domain/contests/find-managed-contests.server.ts';
import { makeContest } from '#app/domain/contests/make-contest.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { Button } from '#app/ui/controls/button.tsx';
import { DateTimeField } from '#app/ui/controls/date-time-field.tsx';
import { FieldRow } from '#app/ui/controls/field-row.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Select } from '#app/ui/controls/select.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('contests:managed.make') };

export const loader = forOfficers(async ({ person }) => ({ hosts: await findHosts({ by: person }) }));

export const action = forOfficers(async ({ person, form }) =>
  redirect(paths.managedContest(await makeContest({ by: person, ...(await form(newContestForm)) }))),
);

export default function NewContest() {
  const { t } = useTranslation();
  const { hosts } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('contests:managed.make')}
      lead={t('contests:managed.makeLead')}
      width="form"
      trail={[
        { to: paths.administration(), label: t('admin:title') },
        { to: paths.managedContests(), label: t('contests:managed.title') },
      ]}
    >
      {hosts.length === 0 ? (
        <Notice tone="warning">{t('contests:refusals.notOrganiserHere')}</Notice>
      ) : (
        <Form>
          <TextField name="name" label={t('contests:fields.name')} max={200} required />
          <TextArea
            name="summary"
            label={t('contests:fields.summary')}
            hint={t('contests:hints.summary')}
            rows={4}
            max={2000}
          />
          <Select
            name="hostId"
            label={t('contests:fields.host')}
            hint={t('contests:hints.host')}
            options={hosts.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
          <FieldRow>
            <DateTimeField name="opensAt" label={t('contests:fields.opensAt')} required />
            <DateTimeField name="closesAt" label={t('contests:fields.closesAt')} required />
          </FieldRow>
          <FormActions>
            <Button>{t('contests:managed.makeSend')}</Button>
          </FormActions>
        </Form>
      )}
    </Page>
  );
}
