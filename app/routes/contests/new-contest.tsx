import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { cloneContest } from '#app/domain/contests/clone-contest.server.ts';
import { newContestForm } from '#app/domain/contests/contest-form.ts';
import { findCloneable } from '#app/domain/contests/find-cloneable.server.ts';
import { findHosts } from '#app/domain/contests/find-managed-contests.server.ts';
import { makeContest } from '#app/domain/contests/make-contest.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers, insistOn } from '#app/routes/door.server.ts';
import { Button } from '#app/ui/controls/button.tsx';
import { DateTimeField } from '#app/ui/controls/date-time-field.tsx';
import { FieldRow } from '#app/ui/controls/field-row.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Select } from '#app/ui/controls/select.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('organising:managed.make') };

export const loader = forOfficers(async ({ person, url }) => {
  const from = url.searchParams.get('tu');
  return {
    hosts: await findHosts({ by: person }),
    source: from === null ? null : insistOn(await findCloneable({ slug: from, by: person })),
  };
});

export const action = forOfficers(async ({ person, form }) => {
  const { from, ...typed } = await form(newContestForm);
  const made =
    from === '' ? await makeContest({ by: person, ...typed }) : await cloneContest({ by: person, from, ...typed });
  return redirect(paths.managedContest(made));
});

export default function NewContest() {
  const { t } = useTranslation();
  const { hosts, source } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t(source ? 'organising:cloning.title' : 'organising:managed.make')}
      lead={
        source ? t('organising:cloning.lead', { ...source, count: source.rounds }) : t('organising:managed.makeLead')
      }
      width="form"
      trail={[
        { to: paths.administration(), label: t('admin:title') },
        { to: paths.managedContests(), label: t('organising:managed.title') },
      ]}
    >
      {hosts.length === 0 ? (
        <Notice tone="warning">{t('contests:refusals.notOrganiserHere')}</Notice>
      ) : (
        <Form>
          {source && <HiddenField name="from" value={source.slug} />}
          <TextField name="name" label={t('organising:fields.name')} defaultValue={source?.name} max={200} required />
          <TextArea
            name="summary"
            label={t('organising:fields.summary')}
            hint={t('organising:hints.summary')}
            defaultValue={source?.summary}
            rows={4}
            max={2000}
          />
          <Select
            name="hostId"
            label={t('organising:fields.host')}
            hint={t('organising:hints.host')}
            defaultValue={source && hosts.some(({ id }) => id === source.hostId) ? String(source.hostId) : undefined}
            options={hosts.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
          <FieldRow>
            <DateTimeField
              name="opensAt"
              label={t('organising:fields.opensAt')}
              defaultValue={source?.opensAt}
              required
            />
            <DateTimeField
              name="closesAt"
              label={t('organising:fields.closesAt')}
              defaultValue={source?.closesAt}
              required
            />
          </FieldRow>
          <FormActions>
            <Button>{t(source ? 'organising:cloning.send' : 'organising:managed.makeSend')}</Button>
          </FormActions>
        </Form>
      )}
    </Page>
  );
}
