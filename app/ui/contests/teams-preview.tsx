import { useTranslation } from 'react-i18next';
import { teamColumns } from '#app/domain/contests/team-columns.ts';
import type { TeamRow } from '#app/domain/contests/team-table.ts';
import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Button } from '#app/ui/controls/button.tsx';
import { Form, useBecause } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Num } from '#app/ui/controls/num.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { Section } from '#app/ui/layout/page.tsx';

/** Right rows that are shown beside every wrong one: enough to see that the columns were understood. */
const mostRight = 50;

/** What a table of teams would do: rows to be mended first, then those that can be sent. */
export function TeamsPreview({
  contest,
  rows,
}: {
  contest: { slug: string; divisions: { slug: string; name: string }[] };
  rows: TeamRow[];
}) {
  const { t } = useTranslation();
  const say = useBecause();
  const right = rows.filter(({ problems }) => Object.keys(problems).length === 0);
  const wrong = rows.filter(({ problems }) => Object.keys(problems).length > 0);
  const raw = right.map(({ invitation: _invitation, problems: _problems, ...row }) => row);
  const left = right.length - mostRight;
  return (
    <Section title={t('judging:table.preview', { count: rows.length })}>
      {wrong.length > 0 && (
        <div className="mb-4">
          <Notice tone="warning" title={t('judging:table.wrong', { count: wrong.length })}>
            {t(right.length > 0 ? 'judging:table.wrongMeaning' : 'judging:table.allWrong')}
          </Notice>
        </div>
      )}
      {right.length > 0 && (
        <div className="mb-5">
          <Form id="send" action={paths.teamsInvitation(contest)}>
            <HiddenField name="rows" value={JSON.stringify(raw)} />
            <p className="text-muted">{t('organising:teams.sendMeaning')}</p>
            <FormActions>
              <Button icon="mail">{t('judging:table.send', { count: right.length })}</Button>
            </FormActions>
          </Form>
        </div>
      )}
      <Table
        caption={t('judging:table.preview', { count: rows.length })}
        captionHidden
        cards
        rows={[...wrong, ...right.slice(0, mostRight)]}
        rowKey={(row) => String(row.line)}
        columns={[
          { key: 'line', label: t('judging:table.line'), number: true, cell: (row) => <Num value={row.line} /> },
          {
            key: 'title',
            label: t('organising:teams.names.title'),
            heading: true,
            cell: (row) => (
              <>
                {row.title || '–'}
                {row.team && <span className="block font-normal text-muted">{row.team}</span>}
              </>
            ),
          },
          {
            key: 'lead',
            label: t('organising:teams.names.lead'),
            cell: (row) => (
              <>
                {row.lead || '–'}
                <span className="block wrap-anywhere text-muted">{row.email}</span>
                {row.invitation.members.length > 0 && (
                  <span className="block text-sm text-muted">
                    {t('organising:teams.others', { count: row.invitation.members.length })}
                  </span>
                )}
              </>
            ),
          },
          {
            key: 'place',
            label: t('organising:teams.place'),
            cell: (row) => (
              <>
                {row.invitation.unit?.label ?? row.unit}
                <span className="block text-sm text-muted">
                  {contest.divisions.find(({ slug }) => slug === row.invitation.division)?.name ?? row.division}
                </span>
              </>
            ),
          },
          {
            key: 'problems',
            label: t('judging:table.problems'),
            cell: (row) => {
              const found = teamColumns.flatMap((column) =>
                (row.problems[column] ?? []).map((problem) => ({ column, problem })),
              );
              if (found.length === 0) return <Badge tone="ok">{t('judging:table.right')}</Badge>;
              return (
                <ul className="space-y-1 text-sm font-semibold text-danger-ink">
                  {found.map(({ column, problem }) => (
                    <li key={`${column} ${problem.key} ${JSON.stringify(problem.values ?? {})}`}>
                      {t(`organising:teams.names.${column}`)}: {say(problem)}
                    </li>
                  ))}
                </ul>
              );
            },
          },
        ]}
      />
      {left > 0 && <p className="mt-3 text-muted">{t('organising:teams.moreRight', { count: left })}</p>}
    </Section>
  );
}
