import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findInviting } from '#app/domain/contests/find-inviting.server.ts';
import { previewTeams } from '#app/domain/contests/preview-teams.server.ts';
import { teamColumns } from '#app/domain/contests/team-columns.ts';
import { mostTeams, type TeamRow, teamTableForm } from '#app/domain/contests/team-table.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { ManagedContestTabs, useManagedTrail } from '#app/ui/contests/managed-contest-tabs.tsx';
import { TableUpload } from '#app/ui/contests/table-upload.tsx';
import { TeamsPreview } from '#app/ui/contests/teams-preview.tsx';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { DefinitionList } from '#app/ui/controls/definition-list.tsx';
import { isRefused } from '#app/ui/controls/form.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => `${t('organising:teams.title')} – ${data.contest.name}`,
};

export const loader = forOfficers(async ({ person, part }) => findInviting({ slug: part('slug'), by: person }));

/** Looks at the table and writes nothing: what it would do is the answer. */
export const action = forOfficers(async ({ person, part, form }) => {
  const { file } = await form(teamTableForm);
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { rows: await previewTeams({ by: person, slug: part('slug'), bytes }) };
});

export default function TeamsImport() {
  const { t } = useTranslation();
  const { contest } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const rows = answer === undefined || isRefused(answer) ? null : (answer as { rows: TeamRow[] }).rows;
  return (
    <Page
      title={t('organising:teams.title')}
      lead={t('organising:teams.lead')}
      trail={useManagedTrail(contest, {
        to: paths.entryInvitations(contest),
        label: t('organising:teams.invitations'),
      })}
    >
      <ManagedContestTabs contest={contest} />
      {rows && <TeamsPreview contest={contest} rows={rows} />}
      <Section title={t(rows ? 'judging:table.again' : 'judging:table.choose')} lead={t('organising:teams.columns')}>
        <div className="max-w-form space-y-5">
          <p>
            <ButtonLink to={paths.teamsTemplate(contest)} tone="secondary" size="sm" icon="download" reloadDocument>
              {t('organising:teams.template')}
            </ButtonLink>
          </p>
          <details>
            <summary className="link cursor-pointer">{t('organising:teams.how')}</summary>
            <DefinitionList
              items={[
                ...teamColumns.map((column) => ({
                  label: t(`organising:teams.names.${column}`),
                  value: t(`organising:teams.hints.${column}`),
                })),
                {
                  label: t('organising:teams.known'),
                  value: contest.divisions.map(({ name }) => name).join('; '),
                },
              ]}
            />
          </details>
          <TableUpload hint={t('organising:teams.fileHint', { max: mostTeams })} again={Boolean(rows)} />
        </div>
      </Section>
    </Page>
  );
}
