import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import { findFields } from '#app/domain/ideas/find-fields.server.ts';
import { judgeColumns } from '#app/domain/judging/judge-columns.ts';
import { type JudgeRow, judgeTableForm } from '#app/domain/judging/judge-table.ts';
import { previewJudges } from '#app/domain/judging/preview-judges.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { ManagedContestTabs, useManagedTrail } from '#app/ui/contests/managed-contest-tabs.tsx';
import { TableUpload } from '#app/ui/contests/table-upload.tsx';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Button } from '#app/ui/controls/button.tsx';
import { DefinitionList } from '#app/ui/controls/definition-list.tsx';
import { Form, isRefused, useBecause } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Num } from '#app/ui/controls/num.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { useFieldName } from '#app/ui/ideas/field-name.ts';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => `${t('judging:table.title')} – ${data.contest.name}`,
};

export const loader = forOfficers(async ({ person, part }) => ({
  contest: await findManagedContest({ slug: part('slug'), by: person }),
  fields: await findFields(),
}));

/** Looks at the table and writes nothing: what it would do is the answer. */
export const action = forOfficers(async ({ person, part, form }) => {
  const { file } = await form(judgeTableForm);
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { rows: await previewJudges({ by: person, slug: part('slug'), bytes }) };
});

export default function JudgesImport() {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  const { contest, fields } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const rows = answer === undefined || isRefused(answer) ? null : (answer as { rows: JudgeRow[] }).rows;
  return (
    <Page
      title={t('judging:table.title')}
      lead={t('judging:table.lead')}
      trail={useManagedTrail(contest, { to: paths.judgeInvitations(contest), label: t('judging:invite.title') })}
    >
      <ManagedContestTabs contest={contest} />
      {rows && <Preview rows={rows} />}
      <Section title={t(rows ? 'judging:table.again' : 'judging:table.choose')} lead={t('judging:table.columns')}>
        <div className="max-w-form space-y-5">
          <details>
            <summary className="link cursor-pointer">{t('judging:table.known')}</summary>
            <DefinitionList
              items={[
                { label: t('judging:table.names.fields'), value: fields.map((field) => fieldName(field)).join('; ') },
                { label: t('judging:table.names.pool'), value: contest.panels.map(({ name }) => name).join('; ') },
              ]}
            />
          </details>
          <TableUpload hint={t('judging:table.fileHint')} again={Boolean(rows)} />
        </div>
      </Section>
    </Page>
  );
}

function Preview({ rows }: { rows: JudgeRow[] }) {
  const { t } = useTranslation();
  const say = useBecause();
  const { contest } = useLoaderData<typeof loader>();
  const right = rows.filter(({ problems }) => Object.keys(problems).length === 0);
  const raw = right.map(({ seat: _seat, problems: _problems, ...row }) => row);
  const wrong = rows.length - right.length;
  return (
    <Section title={t('judging:table.preview', { count: rows.length })}>
      {wrong > 0 && (
        <div className="mb-4">
          <Notice tone="warning" title={t('judging:table.wrong', { count: wrong })}>
            {t(right.length > 0 ? 'judging:table.wrongMeaning' : 'judging:table.allWrong')}
          </Notice>
        </div>
      )}
      <Table
        caption={t('judging:table.preview', { count: rows.length })}
        captionHidden
        cards
        rows={rows}
        rowKey={(row) => String(row.line)}
        columns={[
          { key: 'line', label: t('judging:table.line'), number: true, cell: (row) => <Num value={row.line} /> },
          {
            key: 'who',
            label: t('judging:invite.who'),
            heading: true,
            cell: (row) => (
              <>
                {row.name || '–'}
                <span className="block font-normal wrap-anywhere text-muted">{row.email}</span>
              </>
            ),
          },
          {
            key: 'offer',
            label: t('judging:invite.offer'),
            cell: (row) => (
              <span className="text-sm">
                {t('judging:invite.load', { min: 0, max: row.seat.maxLoad })}
                {row.seat.hours !== null && ` · ${t('judging:invite.hours', { count: row.seat.hours })}`}
                {row.pool && ` · ${row.pool}`}
                {row.seat.deputy && ` · ${t('judging:invite.deputy')}`}
                {row.fields && <span className="block text-muted">{row.fields}</span>}
              </span>
            ),
          },
          {
            key: 'problems',
            label: t('judging:table.problems'),
            cell: (row) => {
              const found = judgeColumns.flatMap((column) =>
                (row.problems[column] ?? []).map((problem) => ({ column, problem })),
              );
              if (found.length === 0) return <Badge tone="ok">{t('judging:table.right')}</Badge>;
              return (
                <ul className="space-y-1 text-sm font-semibold text-danger-ink">
                  {found.map(({ column, problem }) => (
                    <li key={`${column} ${problem.key}`}>
                      {t(`judging:table.names.${column}`)}: {say(problem)}
                    </li>
                  ))}
                </ul>
              );
            },
          },
        ]}
      />
      {right.length > 0 && (
        <div className="mt-5">
          <Form id="send" action={paths.judgesInvitation(contest)}>
            <HiddenField name="rows" value={JSON.stringify(raw)} />
            <FormActions>
              <Button icon="mail">{t('judging:table.send', { count: right.length })}</Button>
            </FormActions>
          </Form>
        </div>
      )}
    </Section>
  );
}
