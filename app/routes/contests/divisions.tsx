import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { changeDivisions } from '#app/domain/contests/change-divisions.server.ts';
import { divisionsForm } from '#app/domain/contests/contest-form.ts';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { ManagedContestTabs } from '#app/ui/contests/managed-contest-tabs.tsx';
import { Button } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { Num } from '#app/ui/controls/num.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => `${t('contests:managed.divisions')} – ${data.contest.name}`,
};

export const loader = forOfficers(async ({ person, part }) => ({
  contest: await findManagedContest({ slug: part('slug'), by: person }),
}));

export const action = forOfficers(async ({ person, part, form }) => {
  const { slug } = await changeDivisions({ by: person, slug: part('slug'), divisions: await form(divisionsForm) });
  return redirect(paths.divisions({ slug }));
});

/** Rows for divisions that do not exist yet. */
const blanks = [0, 1, 2];

export default function Divisions() {
  const { t } = useTranslation();
  const { contest } = useLoaderData<typeof loader>();
  return (
    <Page
      title={contest.name}
      trail={[
        { to: paths.administration(), label: t('admin:title') },
        { to: paths.managedContests(), label: t('contests:managed.title') },
      ]}
    >
      <ManagedContestTabs contest={contest} />
      {contest.may.prepare ? (
        <div className="max-w-form">
          <p className="mb-5 text-muted">{t('contests:divisionsLead')}</p>
          {/* A new set of divisions is a new form. */}
          <Form key={contest.divisions.map(({ id }) => id).join()} className="space-y-4">
            {contest.divisions.map((division, index) => (
              <div key={division.id}>
                <HiddenField name={`id.${index}`} value={division.id} />
                <TextField
                  name={`name.${index}`}
                  label={t('contests:divisionNumber', { number: index + 1 })}
                  defaultValue={division.name}
                  max={120}
                />
              </div>
            ))}
            {blanks.map((blank) => (
              <div key={blank}>
                <TextField
                  name={`name.${contest.divisions.length + blank}`}
                  label={t('contests:divisionNumber', { number: contest.divisions.length + blank + 1 })}
                  max={120}
                  optional
                />
              </div>
            ))}
            <FormActions>
              <Button>{t('contests:save')}</Button>
            </FormActions>
          </Form>
        </div>
      ) : (
        <Table
          caption={t('contests:managed.divisions')}
          captionHidden
          rows={contest.divisions}
          rowKey={(division) => division.id}
          columns={[
            { key: 'name', label: t('contests:fields.division'), heading: true, cell: (division) => division.name },
            {
              key: 'entries',
              label: t('contests:managed.entries'),
              number: true,
              cell: (division) => <Num value={division.entries} />,
            },
          ]}
        />
      )}
    </Page>
  );
}
