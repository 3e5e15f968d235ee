import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { changeDivisions } from '#app/domain/contests/change-divisions.server.ts';
import type { ContestRules } from '#app/domain/contests/contest-rules.ts';
import { divisionsForm } from '#app/domain/contests/divisions-form.ts';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import { divisionLines } from '#app/domain/contests/rules-in-words.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { Contradictions } from '#app/ui/contests/contradictions.tsx';
import { DivisionFields } from '#app/ui/contests/division-fields.tsx';
import { ManagedContestTabs } from '#app/ui/contests/managed-contest-tabs.tsx';
import { Button } from '#app/ui/controls/button.tsx';
import { Form, useBecause } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Num } from '#app/ui/controls/num.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => `${t('organising:managed.divisions')} – ${data.contest.name}`,
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
  const rows = [
    ...contest.divisions.map((division) => ({ key: division.id, division })),
    ...blanks.map((blank) => ({ key: String(blank), division: null })),
  ];
  return (
    <Page
      title={contest.name}
      trail={[
        { to: paths.administration(), label: t('admin:title') },
        { to: paths.managedContests(), label: t('organising:managed.title') },
      ]}
    >
      <ManagedContestTabs contest={contest} />
      <Contradictions contest={contest} contradictions={contest.contradictions} at="divisions" />
      {contest.may.prepare ? (
        <div className="max-w-form">
          <p className="mb-5 text-muted">{t('organising:divisionsLead')}</p>
          {/* A new set of divisions is a new form. */}
          <Form key={contest.divisions.map(({ id }) => id).join()} className="space-y-8">
            {rows.map(({ key, division }, row) => (
              <DivisionFields
                key={key}
                row={row}
                division={division}
                rules={contest.rules}
                limits={contest.rules.divisions.find((one) => one.division === division?.slug) ?? null}
              />
            ))}
            <FormActions>
              <Button>{t('organising:save')}</Button>
            </FormActions>
          </Form>
        </div>
      ) : (
        <Table
          caption={t('organising:managed.divisions')}
          captionHidden
          rows={contest.divisions}
          rowKey={(division) => division.id}
          columns={[
            {
              key: 'name',
              label: t('organising:fields.division'),
              heading: true,
              cell: (division) => <DivisionName division={division} rules={contest.rules} />,
            },
            {
              key: 'entries',
              label: t('organising:managed.entries'),
              number: true,
              cell: (division) => <Num value={division.entries} />,
            },
          ]}
        />
      )}
    </Page>
  );
}

/** A division with what it asks beyond the rules for all. */
function DivisionName({ division, rules }: { division: { slug: string; name: string }; rules: ContestRules }) {
  const say = useBecause();
  return (
    <>
      {division.name}
      {divisionLines(rules, division.slug, [division]).map((line) => (
        <span key={JSON.stringify(line)} className="block text-sm font-normal text-muted">
          {say(line)}
        </span>
      ))}
    </>
  );
}
